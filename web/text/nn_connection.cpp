// Nynorsk: the texts about the account that the connection uses.
#include "web/text/text.hpp"

namespace busy24::text {

namespace {

constexpr std::array connection_rows{
    Row<Connection>{Connection::change_title, "Byt konto"},
    Row<Connection>{
        Connection::change_lead,
        "Vel ein annan API-brukar. Han blir prøvd først, og den gamle er i bruk til den "
        "nye verkar. Koplingar, reglar og historie blir som før."},
    Row<Connection>{Connection::reconnect_title, "Kople til igjen"},
    Row<Connection>{
        Connection::reconnect_lead,
        "Arbeidsområdet er kopla frå. Med ein API-brukar som verkar, blir det kopla til "
        "den same klienten igjen, og dei gamle koplingane gjeld."},
    Row<Connection>{Connection::in_use_now, "I bruk no"},
    Row<Connection>{Connection::none_in_use, "Ingen"},
    Row<Connection>{Connection::try_it, "Prøv og ta i bruk"},
    Row<Connection>{Connection::rights_of, "Dette har {0} lov til"},
    Row<Connection>{Connection::not_changed, "{0} er ikkje teken i bruk"},
    Row<Connection>{
        Connection::not_changed_text,
        "Ingenting er endra, og kontoen frå før er framleis i bruk. Rett det som manglar "
        "i 24SevenOffice, og prøv igjen."},
    Row<Connection>{Connection::changed, "Kontoen er bytt"},
    Row<Connection>{
        Connection::changed_text,
        "Speglinga nyttar {0} frå no av. Passordet til den gamle kontoen er sletta frå Busy."},
    Row<Connection>{
        Connection::not_connected_text,
        "Arbeidsområdet er framleis kopla frå. Rett det som manglar i 24SevenOffice, og "
        "prøv igjen."},
    Row<Connection>{Connection::reconnected, "Kopla til igjen"},
    Row<Connection>{Connection::reconnected_text,
                    "Busy loggar inn som {0}, og alt blir samanlikna no."},
    Row<Connection>{Connection::to_settings, "Gå til innstillingane"},
    Row<Connection>{Connection::health_title, "Tilgang og varsling"},
    Row<Connection>{Connection::all_works, "Alt verkar"},
    Row<Connection>{Connection::never_tested, "Ikkje prøvd enno"},
    Row<Connection>{Connection::tested, "prøvd {0}"},
    Row<Connection>{Connection::tested_nightly,
                    "Busy prøver dette kvar natt, og når du ber om det."},
    Row<Connection>{Connection::test, "Prøv no"},
    Row<Connection>{Connection::broken, "Koplinga til 24SevenOffice verkar ikkje"},
    Row<Connection>{Connection::broken_since, "Verkar ikkje sidan {0}"},
    Row<Connection>{
        Connection::stands_still,
        "Speglinga har stått stille sidan {0}. Ingenting er tapt: endringar i Busy ventar "
        "til koplinga verkar igjen."},
    Row<Connection>{Connection::tell_administrator, "Sei frå til {0}."},
    Row<Connection>{Connection::fix_login_refused,
                    "24SevenOffice avviser {0}. Sjekk der at API-brukaren er aktiv og har same "
                    "passord som før, eller byt konto."},
    Row<Connection>{Connection::fix_tenant_not_reached,
                    "{0} når ikkje klienten lenger. Gi API-brukaren tilgang til klienten i "
                    "24SevenOffice, eller byt konto."},
    Row<Connection>{
        Connection::fix_right_lost,
        "{0} får ikkje lenger lese alt som blir spegla. Gi API-brukaren rettane tilbake i "
        "24SevenOffice."},
    Row<Connection>{Connection::see_access, "Sjå kva som må gjerast"},
    Row<Connection>{Connection::add_api_user, "Legg til API-brukar"},
    Row<Connection>{Connection::mail_title, "Varsling på e-post"},
    Row<Connection>{Connection::mail_lead,
                    "Éin e-post går ut når koplinga sluttar å verke, og éin når ho verkar igjen."},
    Row<Connection>{Connection::mail_to, "Kven får e-posten"},
    Row<Connection>{Connection::mail_all, "Alle administratorar"},
    Row<Connection>{Connection::mail_these, "Desse adressene"},
    Row<Connection>{Connection::mail_addresses, "E-postadresser"},
    Row<Connection>{Connection::mail_addresses_help, "Éi på kvar linje, høgst 50"},
    Row<Connection>{Connection::mail_bad, "«{0}» er ikkje ei e-postadresse"},
    Row<Connection>{Connection::mail_nobody, "Skriv minst éi e-postadresse"},
    Row<Connection>{Connection::mail_off, "Busy kan ikkje sende e-post enno"},
    Row<Connection>{
        Connection::mail_off_text,
        "Den som driftar Busy, må først setje opp e-post. Ei broten kopling syner uansett "
        "øvst på alle sider."},
    Row<Connection>{Connection::mail_save, "Lagre"},
    Row<Connection>{Connection::mail_saved, "Lagra"},
    Row<Connection>{
        Connection::runs_while_logged_in,
        "Utan API-brukar blir det berre spegla medan du er innlogga. Når økta er over, blir "
        "ingenting henta kvar time, ingenting samanlikna om natta, og endringar i Busy ventar."},
    Row<Connection>{Connection::disconnect_title, "Kople frå"},
    Row<Connection>{
        Connection::disconnect_lead,
        "Busy verkar vidare for seg sjølv. Du kan kople til den same klienten igjen når "
        "som helst."},
    Row<Connection>{Connection::disconnect_from, "Kople frå {0}"},
    Row<Connection>{Connection::stays, "Dette blir verande"},
    Row<Connection>{Connection::stays_records,
                    "Prosjekt, kundar, arbeidstypar, brukarar og timar i Busy, slik dei er no"},
    Row<Connection>{Connection::stays_links, "Koplingane, reglane og historia, til neste gong"},
    Row<Connection>{Connection::stays_erp, "Alt i 24SevenOffice"},
    Row<Connection>{Connection::goes, "Dette forsvinn"},
    Row<Connection>{Connection::goes_login, "Passordet og økta til {0} blir sletta frå Busy"},
    Row<Connection>{Connection::goes_mirror,
                    "Ingenting blir henta frå eller sendt til 24SevenOffice"},
    Row<Connection>{Connection::goes_queued,
                    "{0} {0|endring|endringar} som ventar på å bli {0|send|sende}, blir forkasta"},
    Row<Connection>{Connection::goes_run, "Speglinga som er i gang, stoppar"},
    Row<Connection>{Connection::goes_sso,
                    "Berre administratorar kan logge inn med 24SevenOffice-kontoen"},
    Row<Connection>{Connection::locked_out, "{0} {0|brukar|brukarar} kan ikkje lenger logge inn"},
    Row<Connection>{Connection::locked_out_text,
                    "Desse har ikkje noko Busy-passord: {0}. Dei treng ein ny invitasjon."},
    Row<Connection>{Connection::sso_on,
                    "Tilsette som finst i 24SevenOffice, kan logge inn med den kontoen. Den som "
                    "har eit Busy-passord, kan bruke det òg."},
    Row<Connection>{Connection::sso_off,
                    "Tilsette kan ikkje lenger logge inn med 24SevenOffice-kontoen, berre med eit "
                    "Busy-passord."},
    Row<Connection>{
        Connection::sso_none_out,
        "Alle brukarar har eit Busy-passord, eller er administratorar, og kan framleis logge inn."},
    Row<Connection>{Connection::sso_some_out, "Desse har ikkje noko Busy-passord: {0}."},
    Row<Connection>{Connection::sso_make_links,
                    "Lag ei lenkje til kvar av dei, så dei kan velje eit Busy-passord"},
    Row<Connection>{Connection::sso_turn_on, "Slå på Single Sign On"},
    Row<Connection>{Connection::sso_turn_off, "Slå av Single Sign On"},
    Row<Connection>{Connection::sso_links, "{0} {0|lenkje|lenkjer} til å velje Busy-passord"},
    Row<Connection>{
        Connection::sso_links_lead,
        "Send kvar av dei si eiga lenkje. Ho verkar éin gong, i 48 timar, og blir berre vist no."},
    Row<Connection>{Connection::prove, "Stadfest at det er deg"},
    Row<Connection>{Connection::prove_with, "Stadfest med"},
    Row<Connection>{Connection::busy_password, "Busy-passordet ditt"},
    Row<Connection>{Connection::disconnected, "Kopla frå"},
    Row<Connection>{Connection::disconnected_since, "Kopla frå sidan {0}"},
    Row<Connection>{Connection::disconnected_text,
                    "Busy verkar for seg sjølv. Ingenting blir henta frå eller sendt til "
                    "24SevenOffice. Koplingane ligg klare til neste gong."},
    Row<Connection>{Connection::data_title, "Data"},
    Row<Connection>{Connection::download_title, "Last ned alt"},
    Row<Connection>{
        Connection::download_text,
        "Alt som ligg i arbeidsområdet, som éi JSON-fil: brukarar, prosjekt, kundar, arbeidstypar, "
        "koplingar, historie og endringslogg. Passord og økter er ikkje med."},
    Row<Connection>{Connection::download, "Last ned som JSON"},
    Row<Connection>{Connection::delete_title, "Slett arbeidsområdet"},
    Row<Connection>{Connection::delete_text,
                    "Alt i Busy blir borte for alle brukarar, med ein gong og for godt: prosjekt, "
                    "timar, koplingar, historie og innloggingar. Ingenting blir endra i "
                    "24SevenOffice. Last ned alt først om noko skal takast vare på."},
    Row<Connection>{Connection::delete_open, "Eg vil slette arbeidsområdet"},
    Row<Connection>{Connection::delete_name, "Skriv namnet på arbeidsområdet"},
    Row<Connection>{Connection::delete_name_wrong, "Skriv «{0}» nøyaktig slik"},
    Row<Connection>{Connection::delete_now, "Slett alt for godt"},
};
static_assert(is_complete(connection_rows));

}  // namespace

std::string_view nn(Connection id) { return text_of<connection_rows>(id); }

}  // namespace busy24::text
