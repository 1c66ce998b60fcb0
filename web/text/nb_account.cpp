// Bokmål: the texts about one's own account, and about letters.
#include "web/text/text.hpp"

namespace busy24::text {

namespace {

constexpr std::array account_rows{
    Row<Account>{Account::forgot_link, "Glemt passordet?"},
    Row<Account>{Account::forgot_title, "Glemt passord"},
    Row<Account>{
        Account::forgot_lead,
        "Skriv e-postadressen din, så får du en lenke der du velger et nytt Busy-passord."},
    Row<Account>{Account::forgot_submit, "Send lenke"},
    Row<Account>{Account::forgot_sent_title, "Se etter en e-post"},
    Row<Account>{Account::forgot_sent,
                 "Har {0} et Busy-passord, er en lenke på vei dit. Den virker én gang, i 2 timer."},
    Row<Account>{Account::forgot_sent_help,
                 "Kommer den ikke? Se i søppelposten, eller be en administrator i bedriften lage "
                 "en lenke til deg under Brukere."},
    Row<Account>{Account::forgot_erp,
                 "Passordet til 24SevenOffice-kontoen endrer du i 24SevenOffice."},
    Row<Account>{Account::forgot_again, "Prøv en annen adresse"},
    Row<Account>{Account::back_to_log_in, "Tilbake til innlogging"},
    Row<Account>{Account::new_title, "Velg nytt passord"},
    Row<Account>{Account::new_lead, "Du blir logget ut alle andre steder når du lagrer."},
    Row<Account>{Account::new_submit, "Lagre og logg inn"},
    Row<Account>{Account::over_expired, "Lenken er utløpt"},
    Row<Account>{Account::over_used, "Lenken er brukt"},
    Row<Account>{Account::over_help,
                 "Passordet ditt er som før. Be om en ny lenke, eller logg inn."},
    Row<Account>{Account::ask_again, "Be om en ny lenke"},
    Row<Account>{Account::profile, "Profil"},
    Row<Account>{Account::about_you, "Om deg"},
    Row<Account>{Account::language, "Språk på sidene og i e-post"},
    Row<Account>{Account::language_help,
                 "Du kan bytte språk nederst på hver side. Det du lagrer her, gjelder også "
                 "e-posten du får."},
    Row<Account>{Account::save, "Lagre"},
    Row<Account>{Account::saved, "Lagret"},
    Row<Account>{Account::old_password, "Nåværende passord"},
    Row<Account>{Account::change_password, "Endre passord"},
    Row<Account>{Account::password_changed,
                 "Passordet er endret, og du er logget ut alle andre steder"},
    Row<Account>{
        Account::no_busy_password,
        "Du logger inn med 24SevenOffice-kontoen, og passordet dens endrer du i 24SevenOffice."},
    Row<Account>{Account::sessions, "Her er du logget inn"},
    Row<Account>{Account::this_browser, "Denne nettleseren"},
    Row<Account>{Account::other_browser, "En annen nettleser"},
    Row<Account>{Account::session_times, "Logget inn {0}, sist brukt {1}"},
    Row<Account>{Account::end_session, "Logg ut"},
    Row<Account>{Account::end_others, "Logg ut alle andre"},
    Row<Account>{Account::only_here, "Du er bare logget inn her."},
    Row<Account>{Account::mail, "E-post"},
    Row<Account>{Account::mail_off,
                 "E-post er ikke satt opp her, så lenkene må kopieres og sendes på en annen måte. "
                 "Den som drifter Busy, kan sette det opp."},
    Row<Account>{Account::mail_none, "Ikke sendt"},
    Row<Account>{Account::mail_waiting, "På vei"},
    Row<Account>{Account::mail_sent, "Sendt {0}"},
    Row<Account>{Account::mail_failed, "E-posten kom ikke fram"},
    Row<Account>{Account::mail_refused, "E-postserveren tok ikke imot: {0}"},
    Row<Account>{Account::mail_postponed, "E-postserveren ber oss vente: {0}"},
    Row<Account>{Account::mail_login_refused,
                 "E-postserveren avviser innloggingen vår. Si fra til den som drifter Busy."},
    Row<Account>{Account::mail_untrusted,
                 "Forbindelsen til e-postserveren er ikke trygg. Si fra til den som drifter Busy."},
    Row<Account>{Account::mail_unreachable,
                 "Får ikke kontakt med e-postserveren. Vi prøver igjen av oss selv."},
    Row<Account>{Account::mail_too_late, "Lenken utløp før e-posten kunne sendes."},
    Row<Account>{Account::mail_other, "Noe gikk galt hos oss."},
    Row<Account>{Account::invited_by_mail,
                 "Hver av dem får en e-post med sin egen lenke. Du kan også kopiere den her. Den "
                 "virker én gang, i 48 timer, og vises bare nå."},
    Row<Account>{Account::send_again, "Send invitasjonen på nytt"},
    Row<Account>{Account::password_link, "Lag lenke for nytt passord"},
    Row<Account>{Account::password_link_help,
                 "For en som har glemt Busy-passordet. Lenken virker én gang, i 48 timer, og vises "
                 "bare nå."},
    Row<Account>{Account::link_is_mailed, "Lenken er også sendt til {0}."},
};
static_assert(is_complete(account_rows));

}  // namespace

std::string_view nb(Account id) { return text_of<account_rows>(id); }

}  // namespace busy24::text
