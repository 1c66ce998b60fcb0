// English: the texts about one's own account, and about letters.
#include "web/text/text.hpp"

namespace busy24::text {

namespace {

constexpr std::array account_rows{
    Row<Account>{Account::forgot_link, "Forgot the password?"},
    Row<Account>{Account::forgot_title, "Forgotten password"},
    Row<Account>{
        Account::forgot_lead,
        "Enter your e-mail address, and you get a link with which you choose a new Busy password."},
    Row<Account>{Account::forgot_submit, "Send link"},
    Row<Account>{Account::forgot_sent_title, "Look for an e-mail"},
    Row<Account>{
        Account::forgot_sent,
        "If {0} has a Busy password, a link is on its way there. It works once, for 2 hours."},
    Row<Account>{Account::forgot_sent_help,
                 "Does it not come? Look among the junk mail, or ask an administrator of your "
                 "company to make a link for you under Users."},
    Row<Account>{Account::forgot_erp,
                 "The password of your 24SevenOffice account is changed in 24SevenOffice."},
    Row<Account>{Account::forgot_again, "Try another address"},
    Row<Account>{Account::back_to_log_in, "Back to logging in"},
    Row<Account>{Account::new_title, "Choose a new password"},
    Row<Account>{Account::new_lead, "Saving it logs you out everywhere else."},
    Row<Account>{Account::new_submit, "Save and log in"},
    Row<Account>{Account::over_expired, "The link has expired"},
    Row<Account>{Account::over_used, "The link has been used"},
    Row<Account>{Account::over_help, "Your password is as it was. Ask for a new link, or log in."},
    Row<Account>{Account::ask_again, "Ask for a new link"},
    Row<Account>{Account::profile, "Profile"},
    Row<Account>{Account::about_you, "About you"},
    Row<Account>{Account::language, "Language of pages and e-mails"},
    Row<Account>{Account::language_help,
                 "You can change the language at the bottom of each page. What you save here also "
                 "goes for the e-mails that you get."},
    Row<Account>{Account::save, "Save"},
    Row<Account>{Account::saved, "Saved"},
    Row<Account>{Account::old_password, "Current password"},
    Row<Account>{Account::change_password, "Change password"},
    Row<Account>{Account::password_changed,
                 "The password is changed, and you are logged out everywhere else"},
    Row<Account>{
        Account::no_busy_password,
        "You log in with your 24SevenOffice account, whose password is changed in 24SevenOffice."},
    Row<Account>{Account::sessions, "Where you are logged in"},
    Row<Account>{Account::this_browser, "This browser"},
    Row<Account>{Account::other_browser, "Another browser"},
    Row<Account>{Account::session_times, "Logged in {0}, last used {1}"},
    Row<Account>{Account::end_session, "Log out"},
    Row<Account>{Account::end_others, "Log out all others"},
    Row<Account>{Account::only_here, "You are logged in here only."},
    Row<Account>{Account::mail, "E-mail"},
    Row<Account>{Account::mail_off,
                 "E-mail is not set up here, so links have to be copied and sent in another way. "
                 "Whoever runs Busy can set it up."},
    Row<Account>{Account::mail_none, "Not sent"},
    Row<Account>{Account::mail_waiting, "On its way"},
    Row<Account>{Account::mail_sent, "Sent {0}"},
    Row<Account>{Account::mail_failed, "The e-mail did not arrive"},
    Row<Account>{Account::mail_refused, "The mail server refused it: {0}"},
    Row<Account>{Account::mail_postponed, "The mail server asks us to wait: {0}"},
    Row<Account>{Account::mail_login_refused,
                 "The mail server refuses our login. Tell whoever runs Busy."},
    Row<Account>{Account::mail_untrusted,
                 "The connection to the mail server is not safe. Tell whoever runs Busy."},
    Row<Account>{Account::mail_unreachable,
                 "The mail server cannot be reached. We try again by ourselves."},
    Row<Account>{Account::mail_too_late, "The link expired before the e-mail could be sent."},
    Row<Account>{Account::mail_other, "Something went wrong here."},
    Row<Account>{Account::invited_by_mail,
                 "Each of them gets an e-mail with a link of their own. You can also copy it here. "
                 "It works once, for 48 hours, and is shown only now."},
    Row<Account>{Account::send_again, "Send the invitation again"},
    Row<Account>{Account::password_link, "Make a link for a new password"},
    Row<Account>{Account::password_link_help,
                 "For somebody who has forgotten the Busy password. The link works once, for 48 "
                 "hours, and is shown only now."},
    Row<Account>{Account::link_is_mailed, "The link has also been sent to {0}."},
};
static_assert(is_complete(account_rows));

}  // namespace

std::string_view en(Account id) { return text_of<account_rows>(id); }

}  // namespace busy24::text
