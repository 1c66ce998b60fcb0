// Nynorsk: the texts about lists and records.
#include "web/text/text.hpp"

namespace busy24::text {

namespace {

constexpr std::array list_rows{
    Row<Lists>{Lists::search, "Søk etter namn eller nummer"},
    Row<Lists>{Lists::search_projects, "Søk etter namn, kunde eller nummer"},
    Row<Lists>{Lists::show, "Vis"},
    Row<Lists>{Lists::filter_active, "Aktive"},
    Row<Lists>{Lists::filter_archived, "Arkiverte"},
    Row<Lists>{Lists::filter_all, "Alle"},
    Row<Lists>{Lists::sort, "Sorter etter"},
    Row<Lists>{Lists::rising, "{0}, stigande"},
    Row<Lists>{Lists::falling, "{0}, søkkande"},
    Row<Lists>{Lists::none, "Ingenting her enno"},
    Row<Lists>{Lists::none_text, "Det som finst i 24SevenOffice, kjem hit når det er spegla"},
    Row<Lists>{Lists::no_projects_text,
               "Prosjekta kjem hit når dei er spegla, eller når du lagar eit nytt"},
    Row<Lists>{Lists::archive_empty, "Arkivet er tomt"},
    Row<Lists>{Lists::none_archived,
               "Det som blir arkivert her eller deaktivert i 24SevenOffice, finn du her"},
    Row<Lists>{
        Lists::created_there,
        "Blir oppretta i 24SevenOffice. Busy hentar endringane derifrå og endrar ingenting sjølv."},
    Row<Lists>{Lists::create_project, "Nytt prosjekt"},
    Row<Lists>{Lists::project, "Prosjekt"},
    Row<Lists>{Lists::customer, "Kunde"},
    Row<Lists>{Lists::work_type, "Arbeidstype"},
    Row<Lists>{Lists::projects_of_customer, "Prosjekta til kunden"},
    Row<Lists>{Lists::edit, "Rediger"},
    Row<Lists>{Lists::edit_title, "Rediger {0}"},
    Row<Lists>{Lists::save, "Lagre"},
    Row<Lists>{Lists::create, "Opprett prosjektet"},
    Row<Lists>{Lists::saving, "Lagrar …"},
    Row<Lists>{Lists::saved, "Endringane er lagra"},
    Row<Lists>{Lists::discard, "Forkast endringane"},
    Row<Lists>{Lists::stop_editing, "Avbryt"},
    Row<Lists>{Lists::unsaved, "Endringane dine er ikkje lagra"},
    Row<Lists>{Lists::unsaved_elsewhere, "Endringane i «{0}» er ikkje lagra"},
    Row<Lists>{Lists::go_on_editing, "Hald fram med redigeringa"},
    Row<Lists>{Lists::archive, "Arkiver"},
    Row<Lists>{Lists::reopen, "Opne igjen"},
    Row<Lists>{Lists::archiving, "Arkiverer …"},
    Row<Lists>{Lists::reopening, "Opnar igjen …"},
    Row<Lists>{Lists::no_value, "Ikkje sett"},
    Row<Lists>{Lists::in_erp, "I 24SevenOffice"},
    Row<Lists>{Lists::open_help, "Opne i 24SevenOffice: søk etter nummer {0} der"},
    Row<Lists>{Lists::copy_number, "Kopier nummeret {0}"},
    Row<Lists>{Lists::link, "Kopling"},
    Row<Lists>{Lists::link_local, "Finst berre i Busy"},
    Row<Lists>{Lists::link_linked, "Kopla"},
    Row<Lists>{Lists::link_waiting, "Ventar på å bli oppretta i 24SevenOffice"},
    Row<Lists>{Lists::link_must_deactivate, "Må deaktiverast i 24SevenOffice"},
    Row<Lists>{Lists::must_deactivate_text,
               "Prosjektet er arkivert i Busy, men framleis aktivt i 24SevenOffice. Det kan berre "
               "deaktiverast der. Finn prosjekt {0} og deaktiver det, så forsvinn denne meldinga "
               "av seg sjølv."},
    Row<Lists>{Lists::new_project_lead,
               "Prosjektet blir oppretta i 24SevenOffice òg og får nummeret sitt derifrå"},
    Row<Lists>{Lists::day_help, "Til dømes 5.6.2026"},
    Row<Lists>{Lists::customer_help, "Skriv nokre bokstavar i namnet, og vel"},
    Row<Lists>{Lists::customer_hits, "Kundar som passar"},
    Row<Lists>{Lists::no_customer_hits, "Ingen kundar passar med «{0}»"},
    Row<Lists>{Lists::name_missing, "Skriv inn eit namn"},
    Row<Lists>{Lists::name_too_long, "Namnet kan ha høgst 255 teikn"},
    Row<Lists>{Lists::description_too_long, "Skildringa kan ha høgst 4000 teikn"},
    Row<Lists>{Lists::date_wrong, "Skriv datoen som 5.6.2026"},
    Row<Lists>{Lists::dates_reversed, "Slutt kan ikkje vere før start"},
    Row<Lists>{Lists::customer_unknown, "Vel ein kunde frå lista, eller tøm feltet"},
    Row<Lists>{Lists::conflict_title, "Nokon andre har endra prosjektet"},
    Row<Lists>{Lists::conflict_text, "Ingenting er lagra. Vel kva verdiar som skal gjelde."},
    Row<Lists>{Lists::yours, "Verdiane dine"},
    Row<Lists>{Lists::theirs, "Lagra no"},
    Row<Lists>{Lists::keep_yours, "Lagre verdiane mine"},
    Row<Lists>{Lists::take_theirs, "Behald det som er lagra"},
    Row<Lists>{Lists::gone, "Finst ikkje"},
    Row<Lists>{Lists::gone_text, "Oppføringa finst ikkje i dette arbeidsområdet"},
};
static_assert(is_complete(list_rows));

}  // namespace

std::string_view nn(Lists id) { return text_of<list_rows>(id); }

}  // namespace busy24::text
