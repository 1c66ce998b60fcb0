// Bokmål: the texts about the account that the connection uses.
#include "web/text/text.hpp"

namespace busy24::text {

namespace {

constexpr std::array account_rows{
    Row<Account>{Account::change_title, "Bytt konto"},
    Row<Account>{Account::change_lead,
                 "Velg en annen API-bruker. Den prøves først, og den gamle brukes til den nye "
                 "virker. Koblinger, regler og historie blir som før."},
    Row<Account>{Account::reconnect_title, "Koble til igjen"},
    Row<Account>{Account::reconnect_lead,
                 "Arbeidsområdet er koblet fra. Med en API-bruker som virker, kobles det til den "
                 "samme klienten igjen, og de gamle koblingene gjelder."},
    Row<Account>{Account::in_use_now, "I bruk nå"},
    Row<Account>{Account::none_in_use, "Ingen"},
    Row<Account>{Account::try_it, "Prøv og ta i bruk"},
    Row<Account>{Account::rights_of, "Dette har {0} lov til"},
    Row<Account>{Account::not_changed, "{0} er ikke tatt i bruk"},
    Row<Account>{Account::not_changed_text,
                 "Ingenting er endret, og kontoen fra før er fortsatt i bruk. Rett det som mangler "
                 "i 24SevenOffice, og prøv igjen."},
    Row<Account>{Account::changed, "Kontoen er byttet"},
    Row<Account>{
        Account::changed_text,
        "Speilingen bruker {0} fra nå av. Passordet til den gamle kontoen er slettet fra Busy."},
    Row<Account>{Account::not_connected_text,
                 "Arbeidsområdet er fortsatt koblet fra. Rett det som mangler i 24SevenOffice, og "
                 "prøv igjen."},
    Row<Account>{Account::reconnected, "Koblet til igjen"},
    Row<Account>{Account::reconnected_text, "Busy logger inn som {0}, og alt sammenlignes nå."},
    Row<Account>{Account::to_settings, "Gå til innstillingene"},
    Row<Account>{Account::health_title, "Tilgang og varsling"},
    Row<Account>{Account::all_works, "Alt virker"},
    Row<Account>{Account::never_tested, "Ikke prøvd ennå"},
    Row<Account>{Account::tested, "prøvd {0}"},
    Row<Account>{Account::tested_nightly, "Busy prøver dette hver natt, og når du ber om det."},
    Row<Account>{Account::test, "Prøv nå"},
    Row<Account>{Account::broken, "Koblingen til 24SevenOffice virker ikke"},
    Row<Account>{Account::broken_since, "Virker ikke siden {0}"},
    Row<Account>{Account::stands_still,
                 "Speilingen har stått stille siden {0}. Ingenting er tapt: endringer i Busy "
                 "venter til koblingen virker igjen."},
    Row<Account>{Account::tell_administrator, "Si fra til {0}."},
    Row<Account>{Account::fix_login_refused,
                 "24SevenOffice avviser {0}. Sjekk der at API-brukeren er aktiv og har samme "
                 "passord som før, eller bytt konto."},
    Row<Account>{Account::fix_tenant_not_reached,
                 "{0} når ikke klienten lenger. Gi API-brukeren tilgang til klienten i "
                 "24SevenOffice, eller bytt konto."},
    Row<Account>{Account::fix_right_lost,
                 "{0} får ikke lenger lese alt som speiles. Gi API-brukeren rettigheten tilbake i "
                 "24SevenOffice."},
    Row<Account>{Account::see_access, "Se hva som må gjøres"},
    Row<Account>{Account::add_api_user, "Legg til API-bruker"},
    Row<Account>{Account::mail_title, "Varsling på e-post"},
    Row<Account>{Account::mail_lead,
                 "Én e-post går ut når koblingen slutter å virke, og én når den virker igjen."},
    Row<Account>{Account::mail_to, "Hvem får e-posten"},
    Row<Account>{Account::mail_all, "Alle administratorer"},
    Row<Account>{Account::mail_these, "Disse adressene"},
    Row<Account>{Account::mail_addresses, "E-postadresser"},
    Row<Account>{Account::mail_addresses_help, "Én på hver linje, høyst 50"},
    Row<Account>{Account::mail_bad, "«{0}» er ikke en e-postadresse"},
    Row<Account>{Account::mail_nobody, "Skriv minst én e-postadresse"},
    Row<Account>{Account::mail_off, "Busy kan ikke sende e-post ennå"},
    Row<Account>{Account::mail_off_text,
                 "Den som drifter Busy, må først sette opp e-post. En brutt kobling vises uansett "
                 "øverst på alle sider."},
    Row<Account>{Account::mail_save, "Lagre"},
    Row<Account>{Account::mail_saved, "Lagret"},
    Row<Account>{
        Account::runs_while_logged_in,
        "Uten API-bruker speiles det bare mens du er innlogget. Når økten er over, hentes "
        "ingenting hver time, ingenting sammenlignes om natten, og endringer i Busy venter."},
    Row<Account>{Account::disconnect_title, "Koble fra"},
    Row<Account>{Account::disconnect_lead,
                 "Busy virker videre for seg selv. Du kan koble til den samme klienten igjen når "
                 "som helst."},
    Row<Account>{Account::disconnect_from, "Koble fra {0}"},
    Row<Account>{Account::stays, "Dette blir værende"},
    Row<Account>{Account::stays_records,
                 "Prosjekter, kunder, arbeidstyper, brukere og timer i Busy, slik de er nå"},
    Row<Account>{Account::stays_links, "Koblingene, reglene og historien, til neste gang"},
    Row<Account>{Account::stays_erp, "Alt i 24SevenOffice"},
    Row<Account>{Account::goes, "Dette forsvinner"},
    Row<Account>{Account::goes_login, "Passordet og økten til {0} slettes fra Busy"},
    Row<Account>{Account::goes_mirror, "Ingenting hentes fra eller sendes til 24SevenOffice"},
    Row<Account>{Account::goes_queued,
                 "{0} {0|endring|endringer} som venter på å bli sendt, forkastes"},
    Row<Account>{Account::goes_run, "Speilingen som er i gang, stopper"},
    Row<Account>{Account::goes_sso, "Bare administratorer kan logge inn med 24SevenOffice-kontoen"},
    Row<Account>{Account::locked_out, "{0} {0|bruker|brukere} kan ikke lenger logge inn"},
    Row<Account>{Account::locked_out_text,
                 "Disse har ikke noe Busy-passord: {0}. De trenger en ny invitasjon."},
    Row<Account>{Account::prove, "Bekreft at det er deg"},
    Row<Account>{Account::prove_with, "Bekreft med"},
    Row<Account>{Account::busy_password, "Busy-passordet ditt"},
    Row<Account>{Account::disconnected, "Koblet fra"},
    Row<Account>{Account::disconnected_since, "Koblet fra siden {0}"},
    Row<Account>{Account::disconnected_text,
                 "Busy virker for seg selv. Ingenting hentes fra eller sendes til 24SevenOffice. "
                 "Koblingene ligger klare til neste gang."},
    Row<Account>{Account::data_title, "Data"},
    Row<Account>{Account::download_title, "Last ned alt"},
    Row<Account>{
        Account::download_text,
        "Alt som ligger i arbeidsområdet, som én JSON-fil: brukere, prosjekter, kunder, "
        "arbeidstyper, koblinger, historie og endringslogg. Passord og økter er ikke med."},
    Row<Account>{Account::download, "Last ned som JSON"},
    Row<Account>{Account::delete_title, "Slett arbeidsområdet"},
    Row<Account>{Account::delete_text,
                 "Alt i Busy blir borte for alle brukere, med en gang og for godt: prosjekter, "
                 "timer, koblinger, historie og innlogginger. Ingenting endres i 24SevenOffice. "
                 "Last ned alt først hvis noe skal tas vare på."},
    Row<Account>{Account::delete_open, "Jeg vil slette arbeidsområdet"},
    Row<Account>{Account::delete_name, "Skriv navnet på arbeidsområdet"},
    Row<Account>{Account::delete_name_wrong, "Skriv «{0}» nøyaktig slik"},
    Row<Account>{Account::delete_now, "Slett alt for godt"},
};
static_assert(is_complete(account_rows));

}  // namespace

std::string_view nb(Account id) { return text_of<account_rows>(id); }

}  // namespace busy24::text
