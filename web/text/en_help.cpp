// English: the texts around the help's articles.
#include "web/text/text.hpp"

namespace busy24::text {

namespace {

constexpr std::array help_rows{
    Row<Help>{Help::title, "Help"},
    Row<Help>{Help::lead, "How to set up Busy and use it together with 24SevenOffice."},
    Row<Help>{Help::search, "Search the help"},
    Row<Help>{Help::none, "No articles match"},
    Row<Help>{Help::none_text, "Try another word, or clear the search to see all."},
    Row<Help>{Help::all, "All articles"},
    Row<Help>{Help::no_article, "There is no such article"},
    Row<Help>{Help::no_article_text, "It may have got a new name. All articles are in the help."},
    Row<Help>{Help::code, "Code: {0}"},
    Row<Help>{Help::found_question, "Did you find the answer?"},
    Row<Help>{Help::yes, "Yes"},
    Row<Help>{Help::no, "No"},
    Row<Help>{Help::comment, "What were you looking for?"},
    Row<Help>{Help::comment_help,
              "May be left empty. Only the administrators of the workspace see it."},
    Row<Help>{Help::send, "Send the answer"},
    Row<Help>{Help::thanks, "Thank you! The answer is kept for the administrator."},
    Row<Help>{Help::ratings, "What the readers say"},
    Row<Help>{Help::ratings_none, "Nobody has answered yet."},
    Row<Help>{Help::was_found, "{0} found the answer in “{1}”"},
    Row<Help>{Help::was_not_found, "{0} did not find the answer in “{1}”"},
    Row<Help>{Help::about_api_user, "Read more about the API user"},
    Row<Help>{Help::about_mirror, "Read more about what is mirrored"},
    Row<Help>{Help::about_inviting, "Read more about inviting colleagues"},
    Row<Help>{Help::about_sso, "Read more about Single Sign-On"},
    Row<Help>{Help::about_setting_up, "Read more about connecting 24SevenOffice"},
    Row<Help>{Help::about_first_setup, "Read more about first-time setup"},
    Row<Help>{Help::about_errors, "Read more about error messages"},
    Row<Help>{Help::about_hours, "Read more about registering time"},
};
static_assert(is_complete(help_rows));

}  // namespace

std::string_view en(Help id) { return text_of<help_rows>(id); }

}  // namespace busy24::text
