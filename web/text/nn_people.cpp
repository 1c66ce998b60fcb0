// Nynorsk: the texts about users and invitations.
#include "web/text/text.hpp"

namespace busy24::text {

namespace {

constexpr std::array people_rows{
    Row<People>{People::title, "Brukarar"},
    Row<People>{People::add, "Legg til brukar"},
    Row<People>{People::email, "E-postadresse"},
    Row<People>{People::role, "Rolle"},
    Row<People>{People::role_administrator, "Administrator"},
    Row<People>{People::role_employee, "Tilsett"},
    Row<People>{People::state, "Status"},
    Row<People>{People::state_active, "Aktiv"},
    Row<People>{People::state_deactivated, "Deaktivert"},
    Row<People>{People::state_invited, "Invitert"},
    Row<People>{People::state_expired, "Invitasjonen er utgått"},
    Row<People>{People::last_login, "Sist innlogga"},
    Row<People>{People::never, "Aldri"},
    Row<People>{People::search, "Søk etter namn eller e-post"},
    Row<People>{People::none_found, "Ingen brukarar passar"},
    Row<People>{People::none_found_text, "Prøv eit anna namn, eller tøm søket."},
    Row<People>{People::candidates, "Personar i 24SevenOffice"},
    Row<People>{People::candidates_none, "Alle er brukarar eller inviterte."},
    Row<People>{People::candidates_more, "Viser {0} av {1}. Søk for å finne dei andre."},
    Row<People>{People::no_email, "{0} (manglar e-postadresse i 24SevenOffice)"},
    Row<People>{People::select_all, "Vel alle"},
    Row<People>{People::others, "Andre"},
    Row<People>{People::others_lead, "For dei som ikkje finst i 24SevenOffice"},
    Row<People>{People::add_to_list, "Legg til i lista"},
    Row<People>{People::take_away, "Fjern {0}"},
    Row<People>{People::role_of_all, "Rolle for dei som blir inviterte"},
    Row<People>{People::invite, "Inviter ({0})"},
    Row<People>{People::nobody, "Vel minst éin person"},
    Row<People>{People::invited, "{0} er inviterte"},
    Row<People>{
        People::invited_lead,
        "Send kvar av dei si eiga lenke. Ho verkar éin gong, i 48 timar, og blir vist berre no."},
    Row<People>{People::not_invited, "Desse blei ikkje inviterte"},
    Row<People>{People::link_of, "Lenka til {0}"},
    Row<People>{People::copy_link, "Kopier lenka"},
    Row<People>{People::bad_email, "Ikkje ei gyldig e-postadresse"},
    Row<People>{People::repeated, "Står to gonger i lista"},
    Row<People>{People::already_user, "Er brukar allereie"},
    Row<People>{People::already_invited, "Er invitert allereie"},
    Row<People>{People::invite_failed, "Vart ikkje invitert. Prøv igjen"},
    Row<People>{
        People::left_unmailed,
        "Arbeidsområdet har sendt så mange brev som det kan på eitt døgn. Kopier lenka til {0}."},
    Row<People>{People::back, "Tilbake til brukarar"},
    Row<People>{People::contact, "Person i 24SevenOffice"},
    Row<People>{People::contact_none, "Ikkje kopla"},
    Row<People>{People::invited_by, "Invitert av"},
    Row<People>{People::expires, "Lenka verkar til"},
    Row<People>{People::new_link, "Lag ny lenke"},
    Row<People>{People::new_link_help, "Den gamle lenka sluttar å verke."},
    Row<People>{People::withdraw, "Trekk tilbake invitasjonen"},
    Row<People>{People::deactivate, "Deaktiver brukaren"},
    Row<People>{People::deactivate_help,
                "Personen blir logga ut med ein gong og kjem ikkje inn att. Det personen har "
                "gjort, blir ståande."},
    Row<People>{People::reactivate, "Aktiver brukaren att"},
    Row<People>{People::gone, "Brukaren finst ikkje lenger"},
    Row<People>{People::welcome, "Velkomen til {0}"},
    Row<People>{People::welcome_lead,
                "{0} har invitert deg til Busy. Vel eit passord, så er du i gang."},
    Row<People>{
        People::welcome_lead_account,
        "{0} har invitert deg til Busy. Logg inn med 24SevenOffice-kontoen din, så er du i gang."},
    Row<People>{People::accept_with_account, "Logg inn med 24SevenOffice"},
    Row<People>{People::account_instead, "Bruk 24SevenOffice-kontoen i staden"},
    Row<People>{People::password_instead, "Eg har ingen 24SevenOffice-konto"},
    Row<People>{People::your_name, "Namnet ditt"},
    Row<People>{People::new_password, "Nytt passord"},
    Row<People>{People::new_password_help, "Minst 15 teikn. Ei setning er lett å hugse."},
    Row<People>{People::accept, "Kom i gang"},
    Row<People>{People::over_expired, "Invitasjonen er utgått"},
    Row<People>{People::over_used, "Invitasjonen er brukt"},
    Row<People>{People::over_withdrawn, "Invitasjonen er trekt tilbake"},
    Row<People>{People::over_replaced, "Invitasjonen har fått ei nyare lenke"},
    Row<People>{People::over_unknown, "Lenka verkar ikkje"},
    Row<People>{People::ask, "Be {0} i {1} om ei ny lenke."},
    Row<People>{People::ask_replaced, "Bruk lenka i det nyaste brevet, eller be {0} i {1} om ho."},
    Row<People>{People::ask_unknown,
                "Kontroller at heile lenka kom med. Er ho laga på nytt, verkar berre den nyaste."},
    Row<People>{People::log_in_instead, "Har du valt passord, kan du logge inn."},
    Row<People>{People::way, "Logg inn med"},
    Row<People>{People::way_erp, "24SevenOffice"},
    Row<People>{People::way_busy, "Busy-passord"},
    Row<People>{People::password, "Passord"},
    Row<People>{People::busy_lead, "Bruk e-postadressa di og passordet du har valt i Busy"},
};
static_assert(is_complete(people_rows));

}  // namespace

std::string_view nn(People id) { return text_of<people_rows>(id); }

}  // namespace busy24::text
