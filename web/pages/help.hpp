// The help: the list of its articles with a search, and one article with the question whether it
// answered.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "web/app/answer.hpp"
#include "web/app/route.hpp"
#include "web/app/visitor.hpp"
#include "web/text/text.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::pages::help {

inline constexpr std::string_view comment_key = "help.comment";

struct Model {
    std::string article;  // its name; empty for the list
    std::string search;
    std::optional<api::ReadHelp::Reply> reply;
    std::optional<api::Failure> failure;
    // What the reader says of the article.
    std::optional<bool> is_found;
    std::string comment;
    bool is_sending = false;
    bool is_thanked = false;
    std::optional<api::Failure> action_failure;
    // What others said, for an administrator.
    std::optional<api::ListHelpRatings::Reply> ratings;

    // nullptr for the list and for an article that there is not.
    const api::HelpArticle* shown() const;
};

struct ReloadPressed {};
struct Searched {
    std::string text;
};
struct Rated {
    bool is_found;
};
struct CommentTyped {
    std::string text;
};
struct Submitted {};
using Event = std::variant<ReloadPressed, Searched, Rated, CommentTyped, Submitted,
                           app::Answer<api::ReadHelp>, app::Answer<api::RateHelp>,
                           app::Answer<api::ListHelpRatings>>;

std::string title_of(const Model& model, const text::Texts& t);

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::help
