// Bokmål: the texts around the help's articles.
#include "web/text/text.hpp"

namespace busy24::text {

namespace {

constexpr std::array help_rows{
    Row<Help>{Help::title, "Hjelp"},
    Row<Help>{Help::lead, "Slik setter du opp og bruker Busy sammen med 24SevenOffice."},
    Row<Help>{Help::search, "Søk i hjelpen"},
    Row<Help>{Help::none, "Ingen artikler passer"},
    Row<Help>{Help::none_text, "Prøv et annet ord, eller slett søket for å se alle."},
    Row<Help>{Help::all, "Alle artikler"},
    Row<Help>{Help::no_article, "Artikkelen finnes ikke"},
    Row<Help>{Help::no_article_text,
              "Den kan ha fått et nytt navn. Alle artiklene står i hjelpen."},
    Row<Help>{Help::code, "Kode: {0}"},
    Row<Help>{Help::found_question, "Fant du svaret?"},
    Row<Help>{Help::yes, "Ja"},
    Row<Help>{Help::no, "Nei"},
    Row<Help>{Help::comment, "Hva lette du etter?"},
    Row<Help>{Help::comment_help, "Kan stå tomt. Bare administratorene i arbeidsområdet ser det."},
    Row<Help>{Help::send, "Send svaret"},
    Row<Help>{Help::thanks, "Takk! Svaret er lagret for administratoren."},
    Row<Help>{Help::ratings, "Hva leserne sier"},
    Row<Help>{Help::ratings_none, "Ingen har svart ennå."},
    Row<Help>{Help::was_found, "{0} fant svaret i «{1}»"},
    Row<Help>{Help::was_not_found, "{0} fant ikke svaret i «{1}»"},
    Row<Help>{Help::about_api_user, "Les mer om API-brukeren"},
    Row<Help>{Help::about_mirror, "Les mer om hva som speiles"},
    Row<Help>{Help::about_inviting, "Les mer om å invitere kolleger"},
    Row<Help>{Help::about_sso, "Les mer om Single Sign-On"},
    Row<Help>{Help::about_setting_up, "Les mer om å koble til 24SevenOffice"},
    Row<Help>{Help::about_first_setup, "Les mer om førstegangsoppsett"},
    Row<Help>{Help::about_errors, "Les mer om feilmeldinger"},
    Row<Help>{Help::about_hours, "Les mer om å registrere timer"},
};
static_assert(is_complete(help_rows));

}  // namespace

std::string_view nb(Help id) { return text_of<help_rows>(id); }

}  // namespace busy24::text
