// English: the texts about the account that the connection uses.
#include "web/text/text.hpp"

namespace busy24::text {

namespace {

constexpr std::array connection_rows{
    Row<Connection>{Connection::change_title, "Change account"},
    Row<Connection>{
        Connection::change_lead,
        "Choose another API user. It is tried first, and the old one stays in use until "
        "the new one works. Links, rules and history stay as they are."},
    Row<Connection>{Connection::reconnect_title, "Connect again"},
    Row<Connection>{
        Connection::reconnect_lead,
        "The workspace is disconnected. With an API user that works, it is connected to "
        "the same client again, and the old links apply."},
    Row<Connection>{Connection::in_use_now, "In use now"},
    Row<Connection>{Connection::none_in_use, "None"},
    Row<Connection>{Connection::try_it, "Try it and put it to use"},
    Row<Connection>{Connection::rights_of, "What {0} may do"},
    Row<Connection>{Connection::not_changed, "{0} has not been put to use"},
    Row<Connection>{
        Connection::not_changed_text,
        "Nothing has changed, and the account from before is still in use. Put right what "
        "is missing in 24SevenOffice, and try again."},
    Row<Connection>{Connection::changed, "The account has been changed"},
    Row<Connection>{Connection::changed_text,
                    "The mirror uses {0} from now on. The password of the old account has been "
                    "deleted from Busy."},
    Row<Connection>{
        Connection::not_connected_text,
        "The workspace is still disconnected. Put right what is missing in 24SevenOffice, "
        "and try again."},
    Row<Connection>{Connection::reconnected, "Connected again"},
    Row<Connection>{Connection::reconnected_text,
                    "Busy logs in as {0}, and everything is compared now."},
    Row<Connection>{Connection::to_settings, "Go to the settings"},
    Row<Connection>{Connection::health_title, "Access and alerts"},
    Row<Connection>{Connection::all_works, "Everything works"},
    Row<Connection>{Connection::never_tested, "Not tried yet"},
    Row<Connection>{Connection::tested, "tried {0}"},
    Row<Connection>{Connection::tested_nightly,
                    "Busy tries this every night, and whenever you ask."},
    Row<Connection>{Connection::test, "Try now"},
    Row<Connection>{Connection::broken, "The connection to 24SevenOffice does not work"},
    Row<Connection>{Connection::broken_since, "Has not worked since {0}"},
    Row<Connection>{Connection::stands_still,
                    "The mirror has stood still since {0}. Nothing is lost: changes in Busy wait "
                    "until the connection works again."},
    Row<Connection>{Connection::tell_administrator, "Please tell {0}."},
    Row<Connection>{
        Connection::fix_login_refused,
        "24SevenOffice refuses {0}. Check there that the API user is active and has the "
        "same password as before, or change account."},
    Row<Connection>{Connection::fix_tenant_not_reached,
                    "{0} no longer reaches the client. Give the API user access to the client in "
                    "24SevenOffice, or change account."},
    Row<Connection>{
        Connection::fix_right_lost,
        "{0} may no longer read everything that is mirrored. Give the API user the right "
        "back in 24SevenOffice."},
    Row<Connection>{Connection::see_access, "See what to do"},
    Row<Connection>{Connection::add_api_user, "Add an API user"},
    Row<Connection>{Connection::mail_title, "Alerts by e-mail"},
    Row<Connection>{
        Connection::mail_lead,
        "One e-mail goes out when the connection stops working, and one when it works again."},
    Row<Connection>{Connection::mail_to, "Who gets the e-mail"},
    Row<Connection>{Connection::mail_all, "All administrators"},
    Row<Connection>{Connection::mail_these, "These addresses"},
    Row<Connection>{Connection::mail_addresses, "E-mail addresses"},
    Row<Connection>{Connection::mail_addresses_help, "One a line, at most 50"},
    Row<Connection>{Connection::mail_bad, "“{0}” is not an e-mail address"},
    Row<Connection>{Connection::mail_nobody, "Write at least one e-mail address"},
    Row<Connection>{Connection::mail_off, "Busy cannot send e-mail yet"},
    Row<Connection>{
        Connection::mail_off_text,
        "Whoever runs Busy has to set up e-mail first. A broken connection shows at the "
        "top of every page all the same."},
    Row<Connection>{Connection::mail_save, "Save"},
    Row<Connection>{Connection::mail_saved, "Saved"},
    Row<Connection>{
        Connection::runs_while_logged_in,
        "Without an API user, mirroring goes on only while you are logged in. When your "
        "session is over, nothing is fetched every hour, nothing is compared at night, "
        "and changes in Busy wait."},
    Row<Connection>{Connection::disconnect_title, "Disconnect"},
    Row<Connection>{
        Connection::disconnect_lead,
        "Busy goes on by itself. You can connect to the same client again at any time."},
    Row<Connection>{Connection::disconnect_from, "Disconnect from {0}"},
    Row<Connection>{Connection::stays, "This stays"},
    Row<Connection>{Connection::stays_records,
                    "Projects, customers, work types, users and hours in Busy, as they are now"},
    Row<Connection>{Connection::stays_links,
                    "The links, the rules and the history, for the next time"},
    Row<Connection>{Connection::stays_erp, "Everything in 24SevenOffice"},
    Row<Connection>{Connection::goes, "This goes"},
    Row<Connection>{Connection::goes_login,
                    "The password and the session of {0} are deleted from Busy"},
    Row<Connection>{Connection::goes_mirror, "Nothing is fetched from or sent to 24SevenOffice"},
    Row<Connection>{Connection::goes_queued,
                    "{0} {0|change|changes} waiting to be sent {0|is|are} dropped"},
    Row<Connection>{Connection::goes_run, "The mirroring under way stops"},
    Row<Connection>{Connection::goes_sso,
                    "Only administrators can log in with their 24SevenOffice account"},
    Row<Connection>{Connection::locked_out, "{0} {0|user|users} can no longer log in"},
    Row<Connection>{Connection::locked_out_text,
                    "These have no Busy password: {0}. They need a new invitation."},
    Row<Connection>{Connection::sso_on,
                    "Employees who are in 24SevenOffice can log in with that account. Whoever has "
                    "a Busy password can use that as well."},
    Row<Connection>{Connection::sso_off,
                    "Employees can no longer log in with their 24SevenOffice account, only with a "
                    "Busy password."},
    Row<Connection>{Connection::sso_none_out,
                    "All users have a Busy password, or are administrators, and can still log in."},
    Row<Connection>{Connection::sso_some_out, "These have no Busy password: {0}."},
    Row<Connection>{Connection::sso_make_links,
                    "Make a link for each of them, with which they choose a Busy password"},
    Row<Connection>{Connection::sso_turn_on, "Turn on Single Sign On"},
    Row<Connection>{Connection::sso_turn_off, "Turn off Single Sign On"},
    Row<Connection>{Connection::sso_links, "{0} {0|link|links} for choosing a Busy password"},
    Row<Connection>{
        Connection::sso_links_lead,
        "Send each of them their own link. It works once, within 48 hours, and is shown only now."},
    Row<Connection>{Connection::prove, "Confirm that it is you"},
    Row<Connection>{Connection::prove_with, "Confirm with"},
    Row<Connection>{Connection::busy_password, "Your Busy password"},
    Row<Connection>{Connection::disconnected, "Disconnected"},
    Row<Connection>{Connection::disconnected_since, "Disconnected since {0}"},
    Row<Connection>{Connection::disconnected_text,
                    "Busy works by itself. Nothing is fetched from or sent to 24SevenOffice. The "
                    "links are kept for the next time."},
    Row<Connection>{Connection::data_title, "Data"},
    Row<Connection>{Connection::download_title, "Download everything"},
    Row<Connection>{
        Connection::download_text,
        "Everything in the workspace as one JSON file: users, projects, customers, work "
        "types, links, history and the audit log. Passwords and sessions are not in it."},
    Row<Connection>{Connection::download, "Download as JSON"},
    Row<Connection>{Connection::delete_title, "Delete the workspace"},
    Row<Connection>{
        Connection::delete_text,
        "Everything in Busy is gone for all users, at once and for good: projects, hours, "
        "links, history and logins. Nothing changes in 24SevenOffice. Download everything "
        "first if some of it is to be kept."},
    Row<Connection>{Connection::delete_open, "I want to delete the workspace"},
    Row<Connection>{Connection::delete_name, "Write the name of the workspace"},
    Row<Connection>{Connection::delete_name_wrong, "Write “{0}” exactly like this"},
    Row<Connection>{Connection::delete_now, "Delete everything for good"},
};
static_assert(is_complete(connection_rows));

}  // namespace

std::string_view en(Connection id) { return text_of<connection_rows>(id); }

}  // namespace busy24::text
