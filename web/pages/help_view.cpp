// Draws the list of articles, or one of them.
#include <algorithm>

#include "web/pages/failure.hpp"
#include "web/pages/help.hpp"
#include "web/pages/people_text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::help {

namespace {

using api::HelpKind;
using text::Help;

// Of a search for an error: whoever sees more has the article to read.
constexpr std::size_t errors_found_max = 5;

bool says(const api::HelpArticle& article, const std::string& search) {
    return matches(search, article.title, article.lead) ||
           std::any_of(article.blocks.begin(), article.blocks.end(), [&](const auto& block) {
               return block.kind != HelpKind::picture && matches(search, block.text, {});
           });
}

// Those that the searched text is about, in the article that tells all of them.
std::vector<KnownError> errors_in(const text::Texts& t, const api::HelpArticle& article,
                                  const std::string& search) {
    const auto is_errors = [](const auto& block) { return block.kind == HelpKind::errors; };
    if (search.empty() || std::none_of(article.blocks.begin(), article.blocks.end(), is_errors))
        return {};
    auto found = known_errors(t);
    std::erase_if(found, [&](const KnownError& error) {
        return !matches(search, error.code, error.text.what);
    });
    if (found.size() > errors_found_max) found.resize(errors_found_max);
    return found;
}

void draw_errors(ui::Ui& ui, const text::Texts& t, const std::vector<KnownError>& errors) {
    for (const auto& error : errors) {
        const auto key = "help.error." + error.code;
        auto stack = ui.stack(key, 4);
        ui.paragraph(key + ".what", error.text.what, {.is_strong = true});
        if (!error.text.advice.empty()) ui.paragraph(key + ".advice", error.text.advice);
        ui.paragraph(key + ".code", t(Help::code, {error.code}),
                     {.size = ui::TextSize::small, .tone = ui::Tone::muted});
    }
}

struct Found {
    const api::HelpArticle* article;
    std::vector<KnownError> errors;
};

void draw_articles(ui::Ui& ui, const text::Texts& t, const Model& model) {
    std::vector<Found> found;
    for (const auto& article : model.reply->articles) {
        auto errors = errors_in(t, article, model.search);
        if (!errors.empty() || says(article, model.search))
            found.push_back({&article, std::move(errors)});
    }
    if (found.empty())
        return ui.empty_state("help.none", ui::Icon::info, t(Help::none), t(Help::none_text));
    auto list = ui.list("help.articles", t(Help::title));
    for (const auto& [article, errors] : found) {
        const auto key = "help." + article->name;
        auto item = ui.list_item(key);
        auto stack = ui.stack(key + ".stack", 4);
        ui.link(key + ".link", article->title, app::path_of(app::HelpAddress{article->name}),
                {.place = ui::LinkOptions::Place::block});
        ui.paragraph(key + ".lead", article->lead, {.tone = ui::Tone::muted});
        if (errors.empty()) continue;
        ui.space(12);
        auto about = ui.stack(key + ".errors", 16);
        draw_errors(ui, t, errors);
    }
}

void draw_ratings(ui::Ui& ui, const text::Texts& t, const Model& model) {
    if (!model.ratings) return;
    auto card = ui.card("help.ratings", "help.ratings_title");
    auto stack = ui.stack("help.ratings_stack", 12);
    ui.heading("help.ratings_title", ui::Level::h2, t(Help::ratings));
    if (model.ratings->ratings.empty())
        return ui.paragraph("help.ratings_none", t(Help::ratings_none), {.tone = ui::Tone::muted});
    auto list = ui.list("help.ratings_list", t(Help::ratings));
    int number = 0;
    for (const auto& rating : model.ratings->ratings) {
        const auto key = "help.rating." + std::to_string(++number);
        std::string title = rating.article;
        for (const auto& article : model.reply->articles)
            if (article.name == rating.article) title = article.title;
        auto item = ui.list_item(key);
        auto lines = ui.stack(key + ".stack", 4);
        ui.paragraph(key + ".what", t(rating.is_found ? Help::was_found : Help::was_not_found,
                                      {rating.user_name, title}));
        if (!rating.comment.empty()) ui.paragraph(key + ".comment", rating.comment);
        ui.paragraph(key + ".when", t.date_and_time(rating.rated_at_ms),
                     {.size = ui::TextSize::small, .tone = ui::Tone::muted});
    }
}

bool is_item(HelpKind kind) { return kind == HelpKind::step || kind == HelpKind::point; }

// The row of steps or points that begins here; gives its end.
std::size_t draw_items(ui::Ui& ui, const std::vector<api::HelpBlock>& blocks, std::size_t begin) {
    const auto kind = blocks[begin].kind;
    const auto name = "help.block." + std::to_string(begin);
    auto list = ui.list(name);
    std::size_t at = begin;
    for (; at < blocks.size() && blocks[at].kind == kind; ++at) {
        const auto key = name + '.' + std::to_string(at);
        auto item = ui.list_item(key);
        const auto mark =
            kind == HelpKind::step ? std::to_string(at - begin + 1) + ". " : std::string("\u2013 ");
        ui.paragraph(key + ".text", mark + blocks[at].text);
    }
    return at;
}

void draw_block(ui::Ui& ui, const text::Texts& t, const api::HelpBlock& block,
                const std::string& key) {
    switch (block.kind) {
        case HelpKind::heading:
        case HelpKind::mirrored:
            ui.space(8);
            return ui.heading(key, ui::Level::h2, block.text);
        case HelpKind::picture:
            return ui.photo(key, block.text, block.target);
        case HelpKind::link:
            return ui.link(key, block.text, block.target, {.place = ui::LinkOptions::Place::block});
        case HelpKind::errors:
            ui.heading(key, ui::Level::h2, block.text);
            return draw_errors(ui, t, known_errors(t));
        default:
            return ui.paragraph(key, block.text);
    }
}

void draw_question(ui::Ui& ui, const text::Texts& t, const Model& model,
                   const app::Visitor& visitor, std::vector<Event>& events) {
    auto card = ui.card("help.question", "help.question_title");
    auto form = ui.form("help.form", t(Help::found_question));
    auto stack = ui.stack("help.question_stack", 16);
    ui.heading("help.question_title", ui::Level::h2, t(Help::found_question));
    ui.status("help.thanks", model.is_thanked ? t(Help::thanks) : std::string());
    if (const auto chosen = ui.segments(
            "help.found", t(Help::found_question),
            {{.value = "yes", .label = t(Help::yes)}, {.value = "no", .label = t(Help::no)}},
            !model.is_found   ? ""
            : *model.is_found ? "yes"
                              : "no"))
        events.push_back(Rated{*chosen == "yes"});
    if (!model.is_found) return;
    if (auto typed =
            ui.text_area(comment_key, t(Help::comment), model.comment,
                         {.help = t(Help::comment_help), .requirement = ui::Requirement::optional}))
        events.push_back(CommentTyped{std::move(*typed)});
    draw_failure(ui, "help.action_failure", visitor, model.action_failure);
    if (ui.button("help.send", t(Help::send),
                  {.look = ui::ButtonLook::primary,
                   .activity = model.is_sending ? ui::Activity::busy : ui::Activity::idle,
                   .is_submit = true}))
        events.push_back(Submitted{});
}

void draw_article(ui::Ui& ui, const text::Texts& t, const api::HelpArticle& article) {
    ui.heading("heading", ui::Level::h1, article.title);
    ui.paragraph("help.lead", article.lead, {.tone = ui::Tone::muted});
    for (std::size_t at = 0; at < article.blocks.size();) {
        if (is_item(article.blocks[at].kind)) {
            at = draw_items(ui, article.blocks, at);
            continue;
        }
        draw_block(ui, t, article.blocks[at], "help.block." + std::to_string(at));
        ++at;
    }
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    const auto* article = model.shown();
    if (!model.article.empty())
        ui.link("help.back", t(Help::all), app::path_of(app::Page::help),
                {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    if (!article) ui.heading("heading", ui::Level::h1, title_of(model, t));
    if (draw_failure(ui, "help.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (!model.reply) {
        if (!model.failure) ui.spinner("help.loading", t(text::Shell::loading));
        return events;
    }
    if (article) {
        draw_article(ui, t, *article);
        if (visitor.is_signed_in()) draw_question(ui, t, model, visitor, events);
        return events;
    }
    if (!model.article.empty()) {
        ui.paragraph("help.no_article", t(Help::no_article_text), {.tone = ui::Tone::muted});
        return events;
    }
    ui.paragraph("help.lead", t(Help::lead), {.tone = ui::Tone::muted});
    if (auto typed = ui.search_field("help.search", t(Help::search), model.search))
        events.push_back(Searched{std::move(*typed)});
    draw_articles(ui, t, model);
    draw_ratings(ui, t, model);
    return events;
}

}  // namespace busy24::pages::help
