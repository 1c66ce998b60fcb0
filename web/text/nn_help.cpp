// Nynorsk: the texts around the help's articles.
#include "web/text/text.hpp"

namespace busy24::text {

namespace {

constexpr std::array help_rows{
    Row<Help>{Help::title, "Hjelp"},
    Row<Help>{Help::lead, "Slik set du opp og brukar Busy saman med 24SevenOffice."},
    Row<Help>{Help::search, "Søk i hjelpa"},
    Row<Help>{Help::none, "Ingen artiklar passar"},
    Row<Help>{Help::none_text, "Prøv eit anna ord, eller slett søket for å sjå alle."},
    Row<Help>{Help::all, "Alle artiklar"},
    Row<Help>{Help::no_article, "Artikkelen finst ikkje"},
    Row<Help>{Help::no_article_text,
              "Han kan ha fått eit nytt namn. Alle artiklane står i hjelpa."},
    Row<Help>{Help::code, "Kode: {0}"},
    Row<Help>{Help::found_question, "Fann du svaret?"},
    Row<Help>{Help::yes, "Ja"},
    Row<Help>{Help::no, "Nei"},
    Row<Help>{Help::comment, "Kva leita du etter?"},
    Row<Help>{Help::comment_help, "Kan stå tomt. Berre administratorane i arbeidsområdet ser det."},
    Row<Help>{Help::send, "Send svaret"},
    Row<Help>{Help::thanks, "Takk! Svaret er lagra for administratoren."},
    Row<Help>{Help::ratings, "Kva lesarane seier"},
    Row<Help>{Help::ratings_none, "Ingen har svart enno."},
    Row<Help>{Help::was_found, "{0} fann svaret i «{1}»"},
    Row<Help>{Help::was_not_found, "{0} fann ikkje svaret i «{1}»"},
    Row<Help>{Help::about_api_user, "Les meir om API-brukaren"},
    Row<Help>{Help::about_mirror, "Les meir om kva som blir spegla"},
    Row<Help>{Help::about_inviting, "Les meir om å invitere kollegaer"},
    Row<Help>{Help::about_sso, "Les meir om Single Sign-On"},
    Row<Help>{Help::about_setting_up, "Les meir om å kople til 24SevenOffice"},
    Row<Help>{Help::about_first_setup, "Les meir om førstegongsoppsett"},
    Row<Help>{Help::about_errors, "Les meir om feilmeldingar"},
    Row<Help>{Help::about_hours, "Les meir om å registrere timar"},
};
static_assert(is_complete(help_rows));

}  // namespace

std::string_view nn(Help id) { return text_of<help_rows>(id); }

}  // namespace busy24::text
