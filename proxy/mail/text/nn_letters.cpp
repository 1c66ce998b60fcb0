// Nynorsk: the letters.
#include "proxy/mail/text/letter_texts.hpp"

namespace busy24::mail {

namespace {

constexpr std::string_view settings = "Opne innstillingane";
constexpr std::string_view chosen =
    "Du får denne e-posten fordi du er vald som mottakar av varsel for {0}.";

constexpr LetterTexts rows{{
    {LetterKind::invitation, "{0} inviterer deg til {1} i Busy",
     "Hei! {0} har invitert deg til {1} i Busy, der de registrerer timar.", "",
     "Ta imot invitasjonen",
     "Lenka verkar éin gong, i {2} {2|time|timar}. Kjenner du ikkje til dette, kan du sjå bort "
     "frå e-posten."},
    {LetterKind::invitation_reminder, "Påminning: Du er invitert til {1} i Busy",
     "Hei! {0} minner om at du er invitert til {1} i Busy, der de registrerer timar.",
     "Lenka her er ny. Den du fekk før, verkar ikkje lenger.", "Ta imot invitasjonen",
     "Lenka verkar éin gong, i {2} {2|time|timar}. Kjenner du ikkje til dette, kan du sjå bort "
     "frå e-posten."},
    {LetterKind::reminder, "Påminning: Logg inn på {1} i Busy",
     "Hei! {0} bed deg logge inn på {1} i Busy.",
     "Når du har logga inn, kan du få prosjekta dine og registrere timar.", "Logg inn", ""},
    {LetterKind::password_reset, "Nytt passord til Busy",
     "Hei! Nokon, helst du sjølv, har bede om eit nytt passord til Busy for denne "
     "e-postadressa.",
     "", "Vel nytt passord",
     "Lenka verkar éin gong, i {0} {0|time|timar}. Har du ikkje bede om dette, treng du ikkje "
     "gjere noko: Passordet ditt er som før."},
    {LetterKind::password_link, "Nytt passord til {1} i Busy",
     "Hei! {0} har laga ei lenke der du vel eit nytt passord til {1} i Busy.", "",
     "Vel nytt passord",
     "Lenka verkar éin gong, i {2} {2|time|timar}. Passordet ditt er som før til du vel eit "
     "nytt."},
    {LetterKind::connection_login_refused, "{0}: Koplinga til 24SevenOffice er broten",
     "24SevenOffice avviser innlogginga til API-brukaren for {0}. Ingenting er tapt, men "
     "speglinga står stille til dette er ordna.",
     "Slik ordnar du det: Kontroller at API-brukaren er aktiv i 24SevenOffice, og legg inn rett "
     "passord under Innstillingar, 24SevenOffice.",
     settings, chosen},
    {LetterKind::connection_tenant_not_reached, "{0}: Koplinga til 24SevenOffice er broten",
     "API-brukaren når ikkje lenger klienten til {0} i 24SevenOffice. Ingenting er tapt, men "
     "speglinga står stille til dette er ordna.",
     "Slik ordnar du det: Gi API-brukaren tilgang til klienten i 24SevenOffice, eller vel ein "
     "annan "
     "API-brukar under Innstillingar, 24SevenOffice.",
     settings, chosen},
    {LetterKind::connection_right_lost, "{0}: Koplinga til 24SevenOffice manglar ein rett",
     "API-brukaren for {0} manglar ein rett i 24SevenOffice. Ingenting er tapt, men det som treng "
     "retten, blir ikkje spegla før han er tilbake.",
     "Slik ordnar du det: Sjå kva rett som manglar under Innstillingar, 24SevenOffice, og gi han "
     "til API-brukaren i 24SevenOffice.",
     settings, chosen},
    {LetterKind::connection_mended, "{0}: Koplinga til 24SevenOffice verkar igjen",
     "Koplinga mellom {0} og 24SevenOffice verkar igjen. Det som venta, blir spegla no, og du "
     "treng "
     "ikkje gjere noko.",
     "", settings, chosen},
}};
static_assert(is_complete(rows));

}  // namespace

const LetterTexts& nn_letters() { return rows; }

}  // namespace busy24::mail
