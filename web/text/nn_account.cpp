// Nynorsk: the texts about one's own account, and about letters.
#include "web/text/text.hpp"

namespace busy24::text {

namespace {

constexpr std::array account_rows{
    Row<Account>{Account::forgot_link, "Gløymt passordet?"},
    Row<Account>{Account::forgot_title, "Gløymt passord"},
    Row<Account>{Account::forgot_lead,
                 "Skriv e-postadressa di, så får du ei lenke der du vel eit nytt Busy-passord."},
    Row<Account>{Account::forgot_submit, "Send lenke"},
    Row<Account>{Account::forgot_sent_title, "Sjå etter ein e-post"},
    Row<Account>{
        Account::forgot_sent,
        "Har {0} eit Busy-passord, er ei lenke på veg dit. Ho verkar éin gong, i 2 timar."},
    Row<Account>{Account::forgot_sent_help,
                 "Kjem ho ikkje? Sjå i søppelposten, eller be ein administrator i bedrifta lage ei "
                 "lenke til deg under Brukarar."},
    Row<Account>{Account::forgot_erp,
                 "Passordet til 24SevenOffice-kontoen endrar du i 24SevenOffice."},
    Row<Account>{Account::forgot_again, "Prøv ei anna adresse"},
    Row<Account>{Account::back_to_log_in, "Tilbake til innlogging"},
    Row<Account>{Account::new_title, "Vel nytt passord"},
    Row<Account>{Account::new_lead, "Du blir logga ut alle andre stader når du lagrar."},
    Row<Account>{Account::new_submit, "Lagre og logg inn"},
    Row<Account>{Account::over_expired, "Lenka er gått ut"},
    Row<Account>{Account::over_used, "Lenka er brukt"},
    Row<Account>{Account::over_help,
                 "Passordet ditt er som før. Be om ei ny lenke, eller logg inn."},
    Row<Account>{Account::ask_again, "Be om ei ny lenke"},
    Row<Account>{Account::profile, "Profil"},
    Row<Account>{Account::about_you, "Om deg"},
    Row<Account>{Account::language, "Språk på sidene og i e-post"},
    Row<Account>{
        Account::language_help,
        "Du kan byte språk nedst på kvar side. Det du lagrar her, gjeld òg e-posten du får."},
    Row<Account>{Account::save, "Lagre"},
    Row<Account>{Account::saved, "Lagra"},
    Row<Account>{Account::old_password, "Noverande passord"},
    Row<Account>{Account::change_password, "Endre passord"},
    Row<Account>{Account::password_changed,
                 "Passordet er endra, og du er logga ut alle andre stader"},
    Row<Account>{
        Account::no_busy_password,
        "Du loggar inn med 24SevenOffice-kontoen, og passordet til han endrar du i 24SevenOffice."},
    Row<Account>{Account::sessions, "Her er du logga inn"},
    Row<Account>{Account::this_browser, "Denne nettlesaren"},
    Row<Account>{Account::other_browser, "Ein annan nettlesar"},
    Row<Account>{Account::session_times, "Logga inn {0}, sist brukt {1}"},
    Row<Account>{Account::end_session, "Logg ut"},
    Row<Account>{Account::end_others, "Logg ut alle andre"},
    Row<Account>{Account::only_here, "Du er berre logga inn her."},
    Row<Account>{Account::mail, "E-post"},
    Row<Account>{Account::mail_off,
                 "E-post er ikkje sett opp her, så lenkene må kopierast og sendast på ein annan "
                 "måte. Den som driftar Busy, kan setje det opp."},
    Row<Account>{Account::mail_none, "Ikkje send"},
    Row<Account>{Account::mail_waiting, "På veg"},
    Row<Account>{Account::mail_sent, "Send {0}"},
    Row<Account>{Account::mail_failed, "E-posten kom ikkje fram"},
    Row<Account>{Account::mail_refused, "E-postserveren tok ikkje imot: {0}"},
    Row<Account>{Account::mail_postponed, "E-postserveren bed oss vente: {0}"},
    Row<Account>{Account::mail_login_refused,
                 "E-postserveren avviser innlogginga vår. Sei frå til den som driftar Busy."},
    Row<Account>{Account::mail_untrusted,
                 "Sambandet til e-postserveren er ikkje trygt. Sei frå til den som driftar Busy."},
    Row<Account>{Account::mail_unreachable,
                 "Får ikkje kontakt med e-postserveren. Vi prøver igjen av oss sjølve."},
    Row<Account>{Account::mail_too_late, "Lenka gjekk ut før e-posten kunne sendast."},
    Row<Account>{Account::mail_other, "Noko gjekk gale hos oss."},
    Row<Account>{Account::invited_by_mail,
                 "Kvar av dei får ein e-post med si eiga lenke. Du kan òg kopiere ho her. Ho "
                 "verkar éin gong, i 48 timar, og blir vist berre no."},
    Row<Account>{Account::send_again, "Send invitasjonen på nytt"},
    Row<Account>{Account::password_link, "Lag lenke for nytt passord"},
    Row<Account>{Account::password_link_help,
                 "For ein som har gløymt Busy-passordet. Lenka verkar éin gong, i 48 timar, og "
                 "blir vist berre no."},
    Row<Account>{Account::link_is_mailed, "Lenka er òg send til {0}."},
};
static_assert(is_complete(account_rows));

}  // namespace

std::string_view nn(Account id) { return text_of<account_rows>(id); }

}  // namespace busy24::text
