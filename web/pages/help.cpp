// Reads the articles, and sends what the reader says of one.
#include "web/pages/help.hpp"

namespace busy24::pages::help {

namespace {

app::Effects load(Model& model, const app::Visitor& visitor) {
    model.failure.reset();
    app::Effects effects{app::send(api::ReadHelp{.language = visitor.language})};
    if (visitor.is_signed_in() && visitor.session.role == api::Role::administrator)
        effects.push_back(app::send(api::ListHelpRatings{}));
    return effects;
}

app::Effects on(Model& model, app::Visitor& visitor, ReloadPressed) { return load(model, visitor); }

app::Effects on(Model& model, app::Visitor&, Searched event) {
    model.search = std::move(event.text);
    return {};
}

app::Effects on(Model& model, app::Visitor&, Rated event) {
    model.is_found = event.is_found;
    model.is_thanked = false;
    return {};
}

app::Effects on(Model& model, app::Visitor&, CommentTyped event) {
    model.comment = std::move(event.text);
    return {};
}

app::Effects on(Model& model, app::Visitor&, Submitted) {
    if (model.is_sending || !model.is_found) return {};
    model.is_sending = true;
    model.action_failure.reset();
    return {app::send(api::RateHelp{
        .article = model.article, .is_found = *model.is_found, .comment = model.comment})};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::ReadHelp> answer) {
    if (answer.ok())
        model.reply = std::move(answer.reply);
    else
        model.failure = std::move(answer.failure);
    return {};
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::RateHelp> answer) {
    model.is_sending = false;
    if (!answer.ok()) {
        model.action_failure = std::move(answer.failure);
        return {};
    }
    model.is_thanked = true;
    model.is_found.reset();
    model.comment.clear();
    return load(model, visitor);
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::ListHelpRatings> answer) {
    if (answer.ok()) model.ratings = std::move(answer.reply);
    return {};
}

}  // namespace

const api::HelpArticle* Model::shown() const {
    if (reply)
        for (const auto& found : reply->articles)
            if (found.name == article) return &found;
    return nullptr;
}

std::string title_of(const Model& model, const text::Texts& t) {
    const auto* article = model.shown();
    if (article) return article->title;
    return t(model.article.empty() || !model.reply ? text::Help::title : text::Help::no_article);
}

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route) {
    if (model.article != route.help.article) {
        model.article = route.help.article;
        model.is_found.reset();
        model.comment.clear();
        model.is_thanked = false;
        model.action_failure.reset();
    }
    model.is_sending = false;
    return load(model, visitor);
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::help
