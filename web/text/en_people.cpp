// English: the texts about users and invitations.
#include "web/text/text.hpp"

namespace busy24::text {

namespace {

constexpr std::array people_rows{
    Row<People>{People::title, "Users"},
    Row<People>{People::add, "Add user"},
    Row<People>{People::email, "E-mail address"},
    Row<People>{People::role, "Role"},
    Row<People>{People::role_administrator, "Administrator"},
    Row<People>{People::role_employee, "Employee"},
    Row<People>{People::state, "State"},
    Row<People>{People::state_active, "Active"},
    Row<People>{People::state_deactivated, "Deactivated"},
    Row<People>{People::state_invited, "Invited"},
    Row<People>{People::state_expired, "The invitation has expired"},
    Row<People>{People::last_login, "Last logged in"},
    Row<People>{People::never, "Never"},
    Row<People>{People::search, "Search by name or e-mail"},
    Row<People>{People::none_found, "No users match"},
    Row<People>{People::none_found_text, "Try another name, or clear the search."},
    Row<People>{People::candidates, "Persons in 24SevenOffice"},
    Row<People>{People::candidates_none, "All of them are users or invited."},
    Row<People>{People::candidates_more, "Showing {0} of {1}. Search to find the others."},
    Row<People>{People::no_email, "{0} (has no e-mail address in 24SevenOffice)"},
    Row<People>{People::select_all, "Select all"},
    Row<People>{People::others, "Others"},
    Row<People>{People::others_lead, "For those who are not in 24SevenOffice"},
    Row<People>{People::add_to_list, "Add to the list"},
    Row<People>{People::take_away, "Remove {0}"},
    Row<People>{People::role_of_all, "Role of those who are invited"},
    Row<People>{People::invite, "Invite ({0})"},
    Row<People>{People::nobody, "Choose at least one person"},
    Row<People>{People::invited, "{0} invited"},
    Row<People>{
        People::invited_lead,
        "Send each of them their own link. It works once, for 48 hours, and is shown only now."},
    Row<People>{People::not_invited, "These were not invited"},
    Row<People>{People::link_of, "The link for {0}"},
    Row<People>{People::copy_link, "Copy the link"},
    Row<People>{People::bad_email, "Not a valid e-mail address"},
    Row<People>{People::repeated, "Is in the list twice"},
    Row<People>{People::already_user, "Is a user already"},
    Row<People>{People::already_invited, "Is invited already"},
    Row<People>{People::invite_failed, "Was not invited. Try again"},
    Row<People>{
        People::left_unmailed,
        "The workspace has sent as many letters as it may in a day. Copy the link for {0}."},
    Row<People>{People::back, "Back to the users"},
    Row<People>{People::contact, "Person in 24SevenOffice"},
    Row<People>{People::contact_none, "Not matched"},
    Row<People>{People::invited_by, "Invited by"},
    Row<People>{People::expires, "The link works until"},
    Row<People>{People::new_link, "Make a new link"},
    Row<People>{People::new_link_help, "The old link stops working."},
    Row<People>{People::withdraw, "Withdraw the invitation"},
    Row<People>{People::deactivate, "Deactivate the user"},
    Row<People>{People::deactivate_help,
                "The person is logged out at once and cannot come in again. What the person has "
                "done remains."},
    Row<People>{People::reactivate, "Activate the user again"},
    Row<People>{People::gone, "The user is no longer there"},
    Row<People>{People::welcome, "Welcome to {0}"},
    Row<People>{People::welcome_lead,
                "{0} has invited you to Busy. Choose a password, and you are ready."},
    Row<People>{
        People::welcome_lead_account,
        "{0} has invited you to Busy. Log in with your 24SevenOffice account to get started."},
    Row<People>{People::accept_with_account, "Log in with 24SevenOffice"},
    Row<People>{People::account_instead, "Use the 24SevenOffice account instead"},
    Row<People>{People::password_instead, "I have no 24SevenOffice account"},
    Row<People>{People::your_name, "Your name"},
    Row<People>{People::new_password, "New password"},
    Row<People>{People::new_password_help,
                "At least 15 characters. A sentence is easy to remember."},
    Row<People>{People::accept, "Get started"},
    Row<People>{People::over_expired, "The invitation has expired"},
    Row<People>{People::over_used, "The invitation has been used"},
    Row<People>{People::over_withdrawn, "The invitation has been withdrawn"},
    Row<People>{People::over_replaced, "The invitation has a newer link"},
    Row<People>{People::over_unknown, "The link does not work"},
    Row<People>{People::ask, "Ask {0} at {1} for a new link."},
    Row<People>{People::ask_replaced,
                "Use the link in the newest letter, or ask {0} at {1} for it."},
    Row<People>{
        People::ask_unknown,
        "Check that the whole link came along. If it was made anew, only the newest one works."},
    Row<People>{People::log_in_instead, "If you have chosen a password, you can log in."},
    Row<People>{People::way, "Log in with"},
    Row<People>{People::way_erp, "24SevenOffice"},
    Row<People>{People::way_busy, "Busy password"},
    Row<People>{People::password, "Password"},
    Row<People>{People::busy_lead, "Use your e-mail address and the password you chose in Busy"},
};
static_assert(is_complete(people_rows));

}  // namespace

std::string_view en(People id) { return text_of<people_rows>(id); }

}  // namespace busy24::text
