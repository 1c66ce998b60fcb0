// Bokmål: the letters.
#include "proxy/mail/text/letter_texts.hpp"

namespace busy24::mail {

namespace {

constexpr std::string_view settings = "Åpne innstillingene";
constexpr std::string_view chosen =
    "Du får denne e-posten fordi du er valgt som mottaker av varsler for {0}.";
constexpr LetterTexts rows{{
    {LetterKind::invitation, "{0} inviterer deg til {1} i Busy",
     "Hei! {0} har invitert deg til {1} i Busy, der dere registrerer timer.", "",
     "Ta imot invitasjonen",
     "Lenken virker én gang, i {2} {2|time|timer}. Kjenner du ikke til dette, kan du se bort fra "
     "e-posten."},
    {LetterKind::invitation_reminder, "Påminnelse: Du er invitert til {1} i Busy",
     "Hei! {0} minner om at du er invitert til {1} i Busy, der dere registrerer timer.",
     "Lenken her er ny. Den du fikk før, virker ikke lenger.", "Ta imot invitasjonen",
     "Lenken virker én gang, i {2} {2|time|timer}. Kjenner du ikke til dette, kan du se bort fra "
     "e-posten."},
    {LetterKind::reminder, "Påminnelse: Logg inn på {1} i Busy",
     "Hei! {0} ber deg logge inn på {1} i Busy.",
     "Når du har logget inn, kan du få prosjektene dine og registrere timer.", "Logg inn", ""},
    {LetterKind::password_reset, "Nytt passord til Busy",
     "Hei! Noen, forhåpentligvis du, har bedt om et nytt passord til Busy for denne "
     "e-postadressen.",
     "", "Velg nytt passord",
     "Lenken virker én gang, i {0} {0|time|timer}. Har du ikke bedt om dette, trenger du ikke "
     "gjøre "
     "noe: Passordet ditt er som før."},
    {LetterKind::password_link, "Nytt passord til {1} i Busy",
     "Hei! {0} har laget en lenke der du velger et nytt passord til {1} i Busy.", "",
     "Velg nytt passord",
     "Lenken virker én gang, i {2} {2|time|timer}. Passordet ditt er som før til du velger et "
     "nytt."},
    {LetterKind::connection_login_refused, "{0}: Koblingen til 24SevenOffice er brutt",
     "24SevenOffice avviser innloggingen til API-brukeren for {0}. Ingenting er tapt, men "
     "speilingen står stille til dette er ordnet.",
     "Slik ordner du det: Kontroller at API-brukeren er aktiv i 24SevenOffice, og legg inn riktig "
     "passord under Innstillinger, 24SevenOffice.",
     settings, chosen},
    {LetterKind::connection_tenant_not_reached, "{0}: Koblingen til 24SevenOffice er brutt",
     "API-brukeren når ikke lenger klienten til {0} i 24SevenOffice. Ingenting er tapt, men "
     "speilingen står stille til dette er ordnet.",
     "Slik ordner du det: Gi API-brukeren tilgang til klienten i 24SevenOffice, eller velg en "
     "annen "
     "API-bruker under Innstillinger, 24SevenOffice.",
     settings, chosen},
    {LetterKind::connection_right_lost, "{0}: Koblingen til 24SevenOffice mangler en rettighet",
     "API-brukeren for {0} mangler en rettighet i 24SevenOffice. Ingenting er tapt, men det som "
     "trenger rettigheten, speiles ikke før den er tilbake.",
     "Slik ordner du det: Se hvilken rettighet som mangler under Innstillinger, 24SevenOffice, og "
     "gi den til API-brukeren i 24SevenOffice.",
     settings, chosen},
    {LetterKind::connection_mended, "{0}: Koblingen til 24SevenOffice virker igjen",
     "Koblingen mellom {0} og 24SevenOffice virker igjen. Det som ventet, blir speilet nå, og du "
     "trenger ikke gjøre noe.",
     "", settings, chosen},
}};
static_assert(is_complete(rows));

}  // namespace

const LetterTexts& nb_letters() { return rows; }

}  // namespace busy24::mail
