// English: the texts about the account that the connection uses.
#include "web/text/text.hpp"

namespace busy24::text {

namespace {

constexpr std::array account_rows{
    Row<Account>{Account::change_title, "Change account"},
    Row<Account>{Account::change_lead,
                 "Choose another API user. It is tried first, and the old one stays in use until "
                 "the new one works. Links, rules and history stay as they are."},
    Row<Account>{Account::reconnect_title, "Connect again"},
    Row<Account>{Account::reconnect_lead,
                 "The workspace is disconnected. With an API user that works, it is connected to "
                 "the same client again, and the old links apply."},
    Row<Account>{Account::in_use_now, "In use now"},
    Row<Account>{Account::none_in_use, "None"},
    Row<Account>{Account::try_it, "Try it and put it to use"},
    Row<Account>{Account::rights_of, "What {0} may do"},
    Row<Account>{Account::not_changed, "{0} has not been put to use"},
    Row<Account>{Account::not_changed_text,
                 "Nothing has changed, and the account from before is still in use. Put right what "
                 "is missing in 24SevenOffice, and try again."},
    Row<Account>{Account::changed, "The account has been changed"},
    Row<Account>{Account::changed_text,
                 "The mirror uses {0} from now on. The password of the old account has been "
                 "deleted from Busy."},
    Row<Account>{Account::not_connected_text,
                 "The workspace is still disconnected. Put right what is missing in 24SevenOffice, "
                 "and try again."},
    Row<Account>{Account::reconnected, "Connected again"},
    Row<Account>{Account::reconnected_text, "Busy logs in as {0}, and everything is compared now."},
    Row<Account>{Account::to_settings, "Go to the settings"},
    Row<Account>{Account::health_title, "Access and alerts"},
    Row<Account>{Account::all_works, "Everything works"},
    Row<Account>{Account::never_tested, "Not tried yet"},
    Row<Account>{Account::tested, "tried {0}"},
    Row<Account>{Account::tested_nightly, "Busy tries this every night, and whenever you ask."},
    Row<Account>{Account::test, "Try now"},
    Row<Account>{Account::broken, "The connection to 24SevenOffice does not work"},
    Row<Account>{Account::broken_since, "Has not worked since {0}"},
    Row<Account>{Account::stands_still,
                 "The mirror has stood still since {0}. Nothing is lost: changes in Busy wait "
                 "until the connection works again."},
    Row<Account>{Account::tell_administrator, "Please tell {0}."},
    Row<Account>{Account::fix_login_refused,
                 "24SevenOffice refuses {0}. Check there that the API user is active and has the "
                 "same password as before, or change account."},
    Row<Account>{Account::fix_tenant_not_reached,
                 "{0} no longer reaches the client. Give the API user access to the client in "
                 "24SevenOffice, or change account."},
    Row<Account>{Account::fix_right_lost,
                 "{0} may no longer read everything that is mirrored. Give the API user the right "
                 "back in 24SevenOffice."},
    Row<Account>{Account::see_access, "See what to do"},
    Row<Account>{Account::add_api_user, "Add an API user"},
    Row<Account>{Account::mail_title, "Alerts by e-mail"},
    Row<Account>{
        Account::mail_lead,
        "One e-mail goes out when the connection stops working, and one when it works again."},
    Row<Account>{Account::mail_to, "Who gets the e-mail"},
    Row<Account>{Account::mail_all, "All administrators"},
    Row<Account>{Account::mail_these, "These addresses"},
    Row<Account>{Account::mail_addresses, "E-mail addresses"},
    Row<Account>{Account::mail_addresses_help, "One a line, at most 50"},
    Row<Account>{Account::mail_bad, "“{0}” is not an e-mail address"},
    Row<Account>{Account::mail_nobody, "Write at least one e-mail address"},
    Row<Account>{Account::mail_off, "Busy cannot send e-mail yet"},
    Row<Account>{Account::mail_off_text,
                 "Whoever runs Busy has to set up e-mail first. A broken connection shows at the "
                 "top of every page all the same."},
    Row<Account>{Account::mail_save, "Save"},
    Row<Account>{Account::mail_saved, "Saved"},
    Row<Account>{Account::runs_while_logged_in,
                 "Without an API user, mirroring goes on only while you are logged in. When your "
                 "session is over, nothing is fetched every hour, nothing is compared at night, "
                 "and changes in Busy wait."},
    Row<Account>{Account::disconnect_title, "Disconnect"},
    Row<Account>{Account::disconnect_lead,
                 "Busy goes on by itself. You can connect to the same client again at any time."},
    Row<Account>{Account::disconnect_from, "Disconnect from {0}"},
    Row<Account>{Account::stays, "This stays"},
    Row<Account>{Account::stays_records,
                 "Projects, customers, work types, users and hours in Busy, as they are now"},
    Row<Account>{Account::stays_links, "The links, the rules and the history, for the next time"},
    Row<Account>{Account::stays_erp, "Everything in 24SevenOffice"},
    Row<Account>{Account::goes, "This goes"},
    Row<Account>{Account::goes_login, "The password and the session of {0} are deleted from Busy"},
    Row<Account>{Account::goes_mirror, "Nothing is fetched from or sent to 24SevenOffice"},
    Row<Account>{Account::goes_queued,
                 "{0} {0|change|changes} waiting to be sent {0|is|are} dropped"},
    Row<Account>{Account::goes_run, "The mirroring under way stops"},
    Row<Account>{Account::goes_sso,
                 "Only administrators can log in with their 24SevenOffice account"},
    Row<Account>{Account::locked_out, "{0} {0|user|users} can no longer log in"},
    Row<Account>{Account::locked_out_text,
                 "These have no Busy password: {0}. They need a new invitation."},
    Row<Account>{Account::prove, "Confirm that it is you"},
    Row<Account>{Account::prove_with, "Confirm with"},
    Row<Account>{Account::busy_password, "Your Busy password"},
    Row<Account>{Account::disconnected, "Disconnected"},
    Row<Account>{Account::disconnected_since, "Disconnected since {0}"},
    Row<Account>{Account::disconnected_text,
                 "Busy works by itself. Nothing is fetched from or sent to 24SevenOffice. The "
                 "links are kept for the next time."},
    Row<Account>{Account::data_title, "Data"},
    Row<Account>{Account::download_title, "Download everything"},
    Row<Account>{Account::download_text,
                 "Everything in the workspace as one JSON file: users, projects, customers, work "
                 "types, links, history and the audit log. Passwords and sessions are not in it."},
    Row<Account>{Account::download, "Download as JSON"},
    Row<Account>{Account::delete_title, "Delete the workspace"},
    Row<Account>{Account::delete_text,
                 "Everything in Busy is gone for all users, at once and for good: projects, hours, "
                 "links, history and logins. Nothing changes in 24SevenOffice. Download everything "
                 "first if some of it is to be kept."},
    Row<Account>{Account::delete_open, "I want to delete the workspace"},
    Row<Account>{Account::delete_name, "Write the name of the workspace"},
    Row<Account>{Account::delete_name_wrong, "Write “{0}” exactly like this"},
    Row<Account>{Account::delete_now, "Delete everything for good"},
};
static_assert(is_complete(account_rows));

}  // namespace

std::string_view en(Account id) { return text_of<account_rows>(id); }

}  // namespace busy24::text
