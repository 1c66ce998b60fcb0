// Bokmål: the texts about the account that the connection uses.
#include "web/text/text.hpp"

namespace busy24::text {

namespace {

constexpr std::array connection_rows{
    Row<Connection>{Connection::change_title, "Bytt konto"},
    Row<Connection>{Connection::change_lead,
                    "Velg en annen API-bruker. Den prøves først, og den gamle brukes til den nye "
                    "virker. Koblinger, regler og historie blir som før."},
    Row<Connection>{Connection::reconnect_title, "Koble til igjen"},
    Row<Connection>{
        Connection::reconnect_lead,
        "Arbeidsområdet er koblet fra. Med en API-bruker som virker, kobles det til den "
        "samme klienten igjen, og de gamle koblingene gjelder."},
    Row<Connection>{Connection::in_use_now, "I bruk nå"},
    Row<Connection>{Connection::none_in_use, "Ingen"},
    Row<Connection>{Connection::try_it, "Prøv og ta i bruk"},
    Row<Connection>{Connection::rights_of, "Dette har {0} lov til"},
    Row<Connection>{Connection::not_changed, "{0} er ikke tatt i bruk"},
    Row<Connection>{
        Connection::not_changed_text,
        "Ingenting er endret, og kontoen fra før er fortsatt i bruk. Rett det som mangler "
        "i 24SevenOffice, og prøv igjen."},
    Row<Connection>{Connection::changed, "Kontoen er byttet"},
    Row<Connection>{
        Connection::changed_text,
        "Speilingen bruker {0} fra nå av. Passordet til den gamle kontoen er slettet fra Busy."},
    Row<Connection>{
        Connection::not_connected_text,
        "Arbeidsområdet er fortsatt koblet fra. Rett det som mangler i 24SevenOffice, og "
        "prøv igjen."},
    Row<Connection>{Connection::reconnected, "Koblet til igjen"},
    Row<Connection>{Connection::reconnected_text,
                    "Busy logger inn som {0}, og alt sammenlignes nå."},
    Row<Connection>{Connection::to_settings, "Gå til innstillingene"},
    Row<Connection>{Connection::health_title, "Tilgang og varsling"},
    Row<Connection>{Connection::all_works, "Alt virker"},
    Row<Connection>{Connection::never_tested, "Ikke prøvd ennå"},
    Row<Connection>{Connection::tested, "prøvd {0}"},
    Row<Connection>{Connection::tested_nightly,
                    "Busy prøver dette hver natt, og når du ber om det."},
    Row<Connection>{Connection::test, "Prøv nå"},
    Row<Connection>{Connection::broken, "Koblingen til 24SevenOffice virker ikke"},
    Row<Connection>{Connection::broken_since, "Virker ikke siden {0}"},
    Row<Connection>{Connection::stands_still,
                    "Speilingen har stått stille siden {0}. Ingenting er tapt: endringer i Busy "
                    "venter til koblingen virker igjen."},
    Row<Connection>{Connection::tell_administrator, "Si fra til {0}."},
    Row<Connection>{Connection::fix_login_refused,
                    "24SevenOffice avviser {0}. Sjekk der at API-brukeren er aktiv og har samme "
                    "passord som før, eller bytt konto."},
    Row<Connection>{Connection::fix_tenant_not_reached,
                    "{0} når ikke klienten lenger. Gi API-brukeren tilgang til klienten i "
                    "24SevenOffice, eller bytt konto."},
    Row<Connection>{
        Connection::fix_right_lost,
        "{0} får ikke lenger lese alt som speiles. Gi API-brukeren rettigheten tilbake i "
        "24SevenOffice."},
    Row<Connection>{Connection::see_access, "Se hva som må gjøres"},
    Row<Connection>{Connection::add_api_user, "Legg til API-bruker"},
    Row<Connection>{Connection::mail_title, "Varsling på e-post"},
    Row<Connection>{Connection::mail_lead,
                    "Én e-post går ut når koblingen slutter å virke, og én når den virker igjen."},
    Row<Connection>{Connection::mail_to, "Hvem får e-posten"},
    Row<Connection>{Connection::mail_all, "Alle administratorer"},
    Row<Connection>{Connection::mail_these, "Disse adressene"},
    Row<Connection>{Connection::mail_addresses, "E-postadresser"},
    Row<Connection>{Connection::mail_addresses_help, "Én på hver linje, høyst 50"},
    Row<Connection>{Connection::mail_bad, "«{0}» er ikke en e-postadresse"},
    Row<Connection>{Connection::mail_nobody, "Skriv minst én e-postadresse"},
    Row<Connection>{Connection::mail_off, "Busy kan ikke sende e-post ennå"},
    Row<Connection>{
        Connection::mail_off_text,
        "Den som drifter Busy, må først sette opp e-post. En brutt kobling vises uansett "
        "øverst på alle sider."},
    Row<Connection>{Connection::mail_save, "Lagre"},
    Row<Connection>{Connection::mail_saved, "Lagret"},
    Row<Connection>{
        Connection::runs_while_logged_in,
        "Uten API-bruker speiles det bare mens du er innlogget. Når økten er over, hentes "
        "ingenting hver time, ingenting sammenlignes om natten, og endringer i Busy venter."},
    Row<Connection>{Connection::disconnect_title, "Koble fra"},
    Row<Connection>{
        Connection::disconnect_lead,
        "Busy virker videre for seg selv. Du kan koble til den samme klienten igjen når "
        "som helst."},
    Row<Connection>{Connection::disconnect_from, "Koble fra {0}"},
    Row<Connection>{Connection::stays, "Dette blir værende"},
    Row<Connection>{Connection::stays_records,
                    "Prosjekter, kunder, arbeidstyper, brukere og timer i Busy, slik de er nå"},
    Row<Connection>{Connection::stays_links, "Koblingene, reglene og historien, til neste gang"},
    Row<Connection>{Connection::stays_erp, "Alt i 24SevenOffice"},
    Row<Connection>{Connection::goes, "Dette forsvinner"},
    Row<Connection>{Connection::goes_login, "Passordet og økten til {0} slettes fra Busy"},
    Row<Connection>{Connection::goes_mirror, "Ingenting hentes fra eller sendes til 24SevenOffice"},
    Row<Connection>{Connection::goes_queued,
                    "{0} {0|endring|endringer} som venter på å bli sendt, forkastes"},
    Row<Connection>{Connection::goes_run, "Speilingen som er i gang, stopper"},
    Row<Connection>{Connection::goes_sso,
                    "Bare administratorer kan logge inn med 24SevenOffice-kontoen"},
    Row<Connection>{Connection::locked_out, "{0} {0|bruker|brukere} kan ikke lenger logge inn"},
    Row<Connection>{Connection::locked_out_text,
                    "Disse har ikke noe Busy-passord: {0}. De trenger en ny invitasjon."},
    Row<Connection>{Connection::sso_on,
                    "Ansatte som finnes i 24SevenOffice, kan logge inn med den kontoen. Den som "
                    "har et Busy-passord, kan bruke det også."},
    Row<Connection>{
        Connection::sso_off,
        "Ansatte kan ikke lenger logge inn med 24SevenOffice-kontoen, bare med et Busy-passord."},
    Row<Connection>{
        Connection::sso_none_out,
        "Alle brukere har et Busy-passord, eller er administratorer, og kan fortsatt logge inn."},
    Row<Connection>{Connection::sso_some_out, "Disse har ikke noe Busy-passord: {0}."},
    Row<Connection>{Connection::sso_make_links,
                    "Lag en lenke til hver av dem, så de kan velge et Busy-passord"},
    Row<Connection>{Connection::sso_turn_on, "Slå på Single Sign On"},
    Row<Connection>{Connection::sso_turn_off, "Slå av Single Sign On"},
    Row<Connection>{Connection::sso_links, "{0} {0|lenke|lenker} til å velge Busy-passord"},
    Row<Connection>{
        Connection::sso_links_lead,
        "Send hver av dem sin egen lenke. Den virker én gang, i 48 timer, og vises bare nå."},
    Row<Connection>{Connection::prove, "Bekreft at det er deg"},
    Row<Connection>{Connection::prove_with, "Bekreft med"},
    Row<Connection>{Connection::busy_password, "Busy-passordet ditt"},
    Row<Connection>{Connection::disconnected, "Koblet fra"},
    Row<Connection>{Connection::disconnected_since, "Koblet fra siden {0}"},
    Row<Connection>{
        Connection::disconnected_text,
        "Busy virker for seg selv. Ingenting hentes fra eller sendes til 24SevenOffice. "
        "Koblingene ligger klare til neste gang."},
    Row<Connection>{Connection::data_title, "Data"},
    Row<Connection>{Connection::download_title, "Last ned alt"},
    Row<Connection>{
        Connection::download_text,
        "Alt som ligger i arbeidsområdet, som én JSON-fil: brukere, prosjekter, kunder, "
        "arbeidstyper, koblinger, historie og endringslogg. Passord og økter er ikke med."},
    Row<Connection>{Connection::download, "Last ned som JSON"},
    Row<Connection>{Connection::delete_title, "Slett arbeidsområdet"},
    Row<Connection>{Connection::delete_text,
                    "Alt i Busy blir borte for alle brukere, med en gang og for godt: prosjekter, "
                    "timer, koblinger, historie og innlogginger. Ingenting endres i 24SevenOffice. "
                    "Last ned alt først hvis noe skal tas vare på."},
    Row<Connection>{Connection::delete_open, "Jeg vil slette arbeidsområdet"},
    Row<Connection>{Connection::delete_name, "Skriv navnet på arbeidsområdet"},
    Row<Connection>{Connection::delete_name_wrong, "Skriv «{0}» nøyaktig slik"},
    Row<Connection>{Connection::delete_now, "Slett alt for godt"},
};
static_assert(is_complete(connection_rows));

}  // namespace

std::string_view nb(Connection id) { return text_of<connection_rows>(id); }

}  // namespace busy24::text
