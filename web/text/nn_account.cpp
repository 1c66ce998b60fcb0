// Nynorsk: the texts about the account that the connection uses.
#include "web/text/text.hpp"

namespace busy24::text {

namespace {

constexpr std::array account_rows{
    Row<Account>{Account::change_title, "Byt konto"},
    Row<Account>{Account::change_lead,
                 "Vel ein annan API-brukar. Han blir prøvd først, og den gamle er i bruk til den "
                 "nye verkar. Koplingar, reglar og historie blir som før."},
    Row<Account>{Account::reconnect_title, "Kople til igjen"},
    Row<Account>{Account::reconnect_lead,
                 "Arbeidsområdet er kopla frå. Med ein API-brukar som verkar, blir det kopla til "
                 "den same klienten igjen, og dei gamle koplingane gjeld."},
    Row<Account>{Account::in_use_now, "I bruk no"},
    Row<Account>{Account::none_in_use, "Ingen"},
    Row<Account>{Account::try_it, "Prøv og ta i bruk"},
    Row<Account>{Account::rights_of, "Dette har {0} lov til"},
    Row<Account>{Account::not_changed, "{0} er ikkje teken i bruk"},
    Row<Account>{Account::not_changed_text,
                 "Ingenting er endra, og kontoen frå før er framleis i bruk. Rett det som manglar "
                 "i 24SevenOffice, og prøv igjen."},
    Row<Account>{Account::changed, "Kontoen er bytt"},
    Row<Account>{
        Account::changed_text,
        "Speglinga nyttar {0} frå no av. Passordet til den gamle kontoen er sletta frå Busy."},
    Row<Account>{Account::not_connected_text,
                 "Arbeidsområdet er framleis kopla frå. Rett det som manglar i 24SevenOffice, og "
                 "prøv igjen."},
    Row<Account>{Account::reconnected, "Kopla til igjen"},
    Row<Account>{Account::reconnected_text, "Busy loggar inn som {0}, og alt blir samanlikna no."},
    Row<Account>{Account::to_settings, "Gå til innstillingane"},
    Row<Account>{Account::health_title, "Tilgang og varsling"},
    Row<Account>{Account::all_works, "Alt verkar"},
    Row<Account>{Account::never_tested, "Ikkje prøvd enno"},
    Row<Account>{Account::tested, "prøvd {0}"},
    Row<Account>{Account::tested_nightly, "Busy prøver dette kvar natt, og når du ber om det."},
    Row<Account>{Account::test, "Prøv no"},
    Row<Account>{Account::broken, "Koplinga til 24SevenOffice verkar ikkje"},
    Row<Account>{Account::broken_since, "Verkar ikkje sidan {0}"},
    Row<Account>{Account::stands_still,
                 "Speglinga har stått stille sidan {0}. Ingenting er tapt: endringar i Busy ventar "
                 "til koplinga verkar igjen."},
    Row<Account>{Account::tell_administrator, "Sei frå til {0}."},
    Row<Account>{Account::fix_login_refused,
                 "24SevenOffice avviser {0}. Sjekk der at API-brukaren er aktiv og har same "
                 "passord som før, eller byt konto."},
    Row<Account>{Account::fix_tenant_not_reached,
                 "{0} når ikkje klienten lenger. Gi API-brukaren tilgang til klienten i "
                 "24SevenOffice, eller byt konto."},
    Row<Account>{Account::fix_right_lost,
                 "{0} får ikkje lenger lese alt som blir spegla. Gi API-brukaren rettane tilbake i "
                 "24SevenOffice."},
    Row<Account>{Account::see_access, "Sjå kva som må gjerast"},
    Row<Account>{Account::add_api_user, "Legg til API-brukar"},
    Row<Account>{Account::mail_title, "Varsling på e-post"},
    Row<Account>{Account::mail_lead,
                 "Éin e-post går ut når koplinga sluttar å verke, og éin når ho verkar igjen."},
    Row<Account>{Account::mail_to, "Kven får e-posten"},
    Row<Account>{Account::mail_all, "Alle administratorar"},
    Row<Account>{Account::mail_these, "Desse adressene"},
    Row<Account>{Account::mail_addresses, "E-postadresser"},
    Row<Account>{Account::mail_addresses_help, "Éi på kvar linje, høgst 50"},
    Row<Account>{Account::mail_bad, "«{0}» er ikkje ei e-postadresse"},
    Row<Account>{Account::mail_nobody, "Skriv minst éi e-postadresse"},
    Row<Account>{Account::mail_off, "Busy kan ikkje sende e-post enno"},
    Row<Account>{Account::mail_off_text,
                 "Den som driftar Busy, må først setje opp e-post. Ei broten kopling syner uansett "
                 "øvst på alle sider."},
    Row<Account>{Account::mail_save, "Lagre"},
    Row<Account>{Account::mail_saved, "Lagra"},
    Row<Account>{
        Account::runs_while_logged_in,
        "Utan API-brukar blir det berre spegla medan du er innlogga. Når økta er over, blir "
        "ingenting henta kvar time, ingenting samanlikna om natta, og endringar i Busy ventar."},
    Row<Account>{Account::disconnect_title, "Kople frå"},
    Row<Account>{Account::disconnect_lead,
                 "Busy verkar vidare for seg sjølv. Du kan kople til den same klienten igjen når "
                 "som helst."},
    Row<Account>{Account::disconnect_from, "Kople frå {0}"},
    Row<Account>{Account::stays, "Dette blir verande"},
    Row<Account>{Account::stays_records,
                 "Prosjekt, kundar, arbeidstypar, brukarar og timar i Busy, slik dei er no"},
    Row<Account>{Account::stays_links, "Koplingane, reglane og historia, til neste gong"},
    Row<Account>{Account::stays_erp, "Alt i 24SevenOffice"},
    Row<Account>{Account::goes, "Dette forsvinn"},
    Row<Account>{Account::goes_login, "Passordet og økta til {0} blir sletta frå Busy"},
    Row<Account>{Account::goes_mirror, "Ingenting blir henta frå eller sendt til 24SevenOffice"},
    Row<Account>{Account::goes_queued,
                 "{0} {0|endring|endringar} som ventar på å bli {0|send|sende}, blir forkasta"},
    Row<Account>{Account::goes_run, "Speglinga som er i gang, stoppar"},
    Row<Account>{Account::goes_sso,
                 "Berre administratorar kan logge inn med 24SevenOffice-kontoen"},
    Row<Account>{Account::locked_out, "{0} {0|brukar|brukarar} kan ikkje lenger logge inn"},
    Row<Account>{Account::locked_out_text,
                 "Desse har ikkje noko Busy-passord: {0}. Dei treng ein ny invitasjon."},
    Row<Account>{Account::prove, "Stadfest at det er deg"},
    Row<Account>{Account::prove_with, "Stadfest med"},
    Row<Account>{Account::busy_password, "Busy-passordet ditt"},
    Row<Account>{Account::disconnected, "Kopla frå"},
    Row<Account>{Account::disconnected_since, "Kopla frå sidan {0}"},
    Row<Account>{Account::disconnected_text,
                 "Busy verkar for seg sjølv. Ingenting blir henta frå eller sendt til "
                 "24SevenOffice. Koplingane ligg klare til neste gong."},
    Row<Account>{Account::data_title, "Data"},
    Row<Account>{Account::download_title, "Last ned alt"},
    Row<Account>{
        Account::download_text,
        "Alt som ligg i arbeidsområdet, som éi JSON-fil: brukarar, prosjekt, kundar, arbeidstypar, "
        "koplingar, historie og endringslogg. Passord og økter er ikkje med."},
    Row<Account>{Account::download, "Last ned som JSON"},
    Row<Account>{Account::delete_title, "Slett arbeidsområdet"},
    Row<Account>{Account::delete_text,
                 "Alt i Busy blir borte for alle brukarar, med ein gong og for godt: prosjekt, "
                 "timar, koplingar, historie og innloggingar. Ingenting blir endra i "
                 "24SevenOffice. Last ned alt først om noko skal takast vare på."},
    Row<Account>{Account::delete_open, "Eg vil slette arbeidsområdet"},
    Row<Account>{Account::delete_name, "Skriv namnet på arbeidsområdet"},
    Row<Account>{Account::delete_name_wrong, "Skriv «{0}» nøyaktig slik"},
    Row<Account>{Account::delete_now, "Slett alt for godt"},
};
static_assert(is_complete(account_rows));

}  // namespace

std::string_view nn(Account id) { return text_of<account_rows>(id); }

}  // namespace busy24::text
