// Bokmål: the texts about users and invitations.
#include "web/text/text.hpp"

namespace busy24::text {

namespace {

constexpr std::array people_rows{
    Row<People>{People::title, "Brukere"},
    Row<People>{People::add, "Legg til bruker"},
    Row<People>{People::email, "E-postadresse"},
    Row<People>{People::role, "Rolle"},
    Row<People>{People::role_administrator, "Administrator"},
    Row<People>{People::role_employee, "Ansatt"},
    Row<People>{People::state, "Status"},
    Row<People>{People::state_active, "Aktiv"},
    Row<People>{People::state_deactivated, "Deaktivert"},
    Row<People>{People::state_invited, "Invitert"},
    Row<People>{People::state_expired, "Invitasjonen er utløpt"},
    Row<People>{People::last_login, "Sist innlogget"},
    Row<People>{People::never, "Aldri"},
    Row<People>{People::search, "Søk etter navn eller e-post"},
    Row<People>{People::none_found, "Ingen brukere passer"},
    Row<People>{People::none_found_text, "Prøv et annet navn, eller tøm søket."},
    Row<People>{People::candidates, "Personer i 24SevenOffice"},
    Row<People>{People::candidates_none, "Alle er brukere eller invitert."},
    Row<People>{People::candidates_more, "Viser {0} av {1}. Søk for å finne de andre."},
    Row<People>{People::no_email, "{0} (mangler e-postadresse i 24SevenOffice)"},
    Row<People>{People::select_all, "Velg alle"},
    Row<People>{People::others, "Andre"},
    Row<People>{People::others_lead, "For dem som ikke finnes i 24SevenOffice"},
    Row<People>{People::add_to_list, "Legg til i listen"},
    Row<People>{People::take_away, "Fjern {0}"},
    Row<People>{People::role_of_all, "Rolle for dem som inviteres"},
    Row<People>{People::invite, "Inviter ({0})"},
    Row<People>{People::nobody, "Velg minst én person"},
    Row<People>{People::invited, "{0} er invitert"},
    Row<People>{
        People::invited_lead,
        "Send hver av dem sin egen lenke. Den virker én gang, i 48 timer, og vises bare nå."},
    Row<People>{People::not_invited, "Disse ble ikke invitert"},
    Row<People>{People::link_of, "Lenken til {0}"},
    Row<People>{People::copy_link, "Kopier lenken"},
    Row<People>{People::bad_email, "Ikke en gyldig e-postadresse"},
    Row<People>{People::repeated, "Står to ganger i listen"},
    Row<People>{People::already_user, "Er bruker allerede"},
    Row<People>{People::already_invited, "Er invitert allerede"},
    Row<People>{People::invite_failed, "Ble ikke invitert. Prøv igjen"},
    Row<People>{
        People::left_unmailed,
        "Arbeidsområdet har sendt så mange brev som det kan på ett døgn. Kopier lenken til {0}."},
    Row<People>{People::back, "Tilbake til brukere"},
    Row<People>{People::contact, "Person i 24SevenOffice"},
    Row<People>{People::contact_none, "Ikke koblet"},
    Row<People>{People::invited_by, "Invitert av"},
    Row<People>{People::expires, "Lenken virker til"},
    Row<People>{People::new_link, "Lag ny lenke"},
    Row<People>{People::new_link_help, "Den gamle lenken slutter å virke."},
    Row<People>{People::withdraw, "Trekk tilbake invitasjonen"},
    Row<People>{People::deactivate, "Deaktiver brukeren"},
    Row<People>{People::deactivate_help,
                "Personen logges ut med en gang og kommer ikke inn igjen. Det personen har gjort, "
                "blir stående."},
    Row<People>{People::reactivate, "Aktiver brukeren igjen"},
    Row<People>{People::gone, "Brukeren finnes ikke lenger"},
    Row<People>{People::welcome, "Velkommen til {0}"},
    Row<People>{People::welcome_lead,
                "{0} har invitert deg til Busy. Velg et passord, så er du i gang."},
    Row<People>{
        People::welcome_lead_account,
        "{0} har invitert deg til Busy. Logg inn med 24SevenOffice-kontoen din, så er du i gang."},
    Row<People>{People::accept_with_account, "Logg inn med 24SevenOffice"},
    Row<People>{People::account_instead, "Bruk 24SevenOffice-kontoen i stedet"},
    Row<People>{People::password_instead, "Jeg har ingen 24SevenOffice-konto"},
    Row<People>{People::your_name, "Navnet ditt"},
    Row<People>{People::new_password, "Nytt passord"},
    Row<People>{People::new_password_help, "Minst 15 tegn. En setning er lett å huske."},
    Row<People>{People::accept, "Kom i gang"},
    Row<People>{People::over_expired, "Invitasjonen er utløpt"},
    Row<People>{People::over_used, "Invitasjonen er brukt"},
    Row<People>{People::over_withdrawn, "Invitasjonen er trukket tilbake"},
    Row<People>{People::over_replaced, "Invitasjonen har fått en nyere lenke"},
    Row<People>{People::over_unknown, "Lenken virker ikke"},
    Row<People>{People::ask, "Be {0} i {1} om en ny lenke."},
    Row<People>{People::ask_replaced,
                "Bruk lenken i det nyeste brevet, eller be {0} i {1} om den."},
    Row<People>{People::ask_unknown,
                "Kontroller at hele lenken kom med. Er den laget på nytt, virker bare den nyeste."},
    Row<People>{People::log_in_instead, "Har du valgt passord, kan du logge inn."},
    Row<People>{People::way, "Logg inn med"},
    Row<People>{People::way_erp, "24SevenOffice"},
    Row<People>{People::way_busy, "Busy-passord"},
    Row<People>{People::password, "Passord"},
    Row<People>{People::busy_lead, "Bruk e-postadressen din og passordet du har valgt i Busy"},
};
static_assert(is_complete(people_rows));

}  // namespace

std::string_view nb(People id) { return text_of<people_rows>(id); }

}  // namespace busy24::text
