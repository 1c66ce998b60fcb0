// Bokmål: the texts about lists and records.
#include "web/text/text.hpp"

namespace busy24::text {

namespace {

constexpr std::array list_rows{
    Row<Lists>{Lists::search, "Søk etter navn eller nummer"},
    Row<Lists>{Lists::search_projects, "Søk etter navn, kunde eller nummer"},
    Row<Lists>{Lists::show, "Vis"},
    Row<Lists>{Lists::filter_active, "Aktive"},
    Row<Lists>{Lists::filter_archived, "Arkiverte"},
    Row<Lists>{Lists::filter_all, "Alle"},
    Row<Lists>{Lists::sort, "Sorter etter"},
    Row<Lists>{Lists::rising, "{0}, stigende"},
    Row<Lists>{Lists::falling, "{0}, synkende"},
    Row<Lists>{Lists::none, "Ingenting her ennå"},
    Row<Lists>{Lists::none_text, "Det som finnes i 24SevenOffice, kommer hit når det er speilet"},
    Row<Lists>{Lists::no_projects_text,
               "Prosjektene kommer hit når de er speilet, eller når du lager et nytt"},
    Row<Lists>{Lists::archive_empty, "Arkivet er tomt"},
    Row<Lists>{Lists::none_archived,
               "Det som arkiveres her eller deaktiveres i 24SevenOffice, finner du her"},
    Row<Lists>{
        Lists::created_there,
        "Opprettes i 24SevenOffice. Busy henter endringene derfra og endrer ingenting selv."},
    Row<Lists>{Lists::create_project, "Nytt prosjekt"},
    Row<Lists>{Lists::project, "Prosjekt"},
    Row<Lists>{Lists::customer, "Kunde"},
    Row<Lists>{Lists::work_type, "Arbeidstype"},
    Row<Lists>{Lists::projects_of_customer, "Prosjektene til kunden"},
    Row<Lists>{Lists::edit, "Rediger"},
    Row<Lists>{Lists::edit_title, "Rediger {0}"},
    Row<Lists>{Lists::save, "Lagre"},
    Row<Lists>{Lists::create, "Opprett prosjektet"},
    Row<Lists>{Lists::saving, "Lagrer …"},
    Row<Lists>{Lists::saved, "Endringene er lagret"},
    Row<Lists>{Lists::discard, "Forkast endringene"},
    Row<Lists>{Lists::stop_editing, "Avbryt"},
    Row<Lists>{Lists::unsaved, "Endringene dine er ikke lagret"},
    Row<Lists>{Lists::unsaved_elsewhere, "Endringene i «{0}» er ikke lagret"},
    Row<Lists>{Lists::go_on_editing, "Fortsett redigeringen"},
    Row<Lists>{Lists::archive, "Arkiver"},
    Row<Lists>{Lists::reopen, "Gjenåpne"},
    Row<Lists>{Lists::archiving, "Arkiverer …"},
    Row<Lists>{Lists::reopening, "Gjenåpner …"},
    Row<Lists>{Lists::no_value, "Ikke satt"},
    Row<Lists>{Lists::in_erp, "I 24SevenOffice"},
    Row<Lists>{Lists::open_help, "Åpne i 24SevenOffice: søk etter nummer {0} der"},
    Row<Lists>{Lists::copy_number, "Kopier nummeret {0}"},
    Row<Lists>{Lists::link, "Kobling"},
    Row<Lists>{Lists::link_local, "Finnes bare i Busy"},
    Row<Lists>{Lists::link_linked, "Koblet"},
    Row<Lists>{Lists::link_waiting, "Venter på å bli opprettet i 24SevenOffice"},
    Row<Lists>{Lists::link_must_deactivate, "Må deaktiveres i 24SevenOffice"},
    Row<Lists>{Lists::must_deactivate_text,
               "Prosjektet er arkivert i Busy, men fortsatt aktivt i 24SevenOffice. Det kan bare "
               "deaktiveres der. Finn prosjekt {0} og deaktiver det, så forsvinner denne meldingen "
               "av seg selv."},
    Row<Lists>{Lists::new_project_lead,
               "Prosjektet opprettes også i 24SevenOffice og får nummeret sitt derfra"},
    Row<Lists>{Lists::day_help, "For eksempel 5.6.2026"},
    Row<Lists>{Lists::customer_help, "Skriv noen bokstaver i navnet, og velg"},
    Row<Lists>{Lists::customer_hits, "Kunder som passer"},
    Row<Lists>{Lists::no_customer_hits, "Ingen kunder passer med «{0}»"},
    Row<Lists>{Lists::name_missing, "Skriv inn et navn"},
    Row<Lists>{Lists::name_too_long, "Navnet kan ha høyst 255 tegn"},
    Row<Lists>{Lists::description_too_long, "Beskrivelsen kan ha høyst 4000 tegn"},
    Row<Lists>{Lists::date_wrong, "Skriv datoen som 5.6.2026"},
    Row<Lists>{Lists::dates_reversed, "Slutt kan ikke være før start"},
    Row<Lists>{Lists::customer_unknown, "Velg en kunde fra listen, eller tøm feltet"},
    Row<Lists>{Lists::conflict_title, "Noen andre har endret prosjektet"},
    Row<Lists>{Lists::conflict_text, "Ingenting er lagret. Velg hvilke verdier som skal gjelde."},
    Row<Lists>{Lists::yours, "Dine verdier"},
    Row<Lists>{Lists::theirs, "Lagret nå"},
    Row<Lists>{Lists::keep_yours, "Lagre mine verdier"},
    Row<Lists>{Lists::take_theirs, "Behold det som er lagret"},
    Row<Lists>{Lists::gone, "Finnes ikke"},
    Row<Lists>{Lists::gone_text, "Oppføringen finnes ikke i dette arbeidsområdet"},
};
static_assert(is_complete(list_rows));

}  // namespace

std::string_view nb(Lists id) { return text_of<list_rows>(id); }

}  // namespace busy24::text
