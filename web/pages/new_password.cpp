// Reads the link and sends the new password.
#include "web/pages/new_password.hpp"

#include "web/text/text.hpp"

namespace busy24::pages::new_password {

namespace {

app::Effects load(Model& model) {
    model.failure.reset();
    return {app::send(api::ReadPasswordReset{.token = model.token})};
}

app::Effects on(Model& model, app::Visitor&, ReloadPressed) { return load(model); }

app::Effects on(Model& model, app::Visitor&, PasswordFilled event) {
    model.has_password = event.is_filled;
    return {};
}

app::Effects on(Model& model, app::Visitor&, Submitted) {
    if (model.is_sending) return {};
    model.shows_problems = true;
    if (!model.has_password) return {app::Focus{std::string(password_key)}};
    model.is_sending = true;
    model.action_failure.reset();
    api::SetNewPassword call;
    call.token = model.token;
    return {app::send(call, {{"password", std::string(password_key)}})};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::ReadPasswordReset> answer) {
    if (answer.ok())
        model.reply = std::move(answer.reply);
    else
        model.failure = std::move(answer.failure);
    return {};
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::SetNewPassword> answer) {
    model.is_sending = false;
    if (!answer.ok()) {
        model.action_failure = std::move(answer.failure);
        return {app::Focus{std::string(password_key)}};
    }
    model = {};
    visitor.session = std::move(*answer.reply);
    visitor.onboarding = {};
    visitor.notice = app::Notice::none;
    // Who has the password in several workspaces chooses one there.
    const auto next = visitor.is_signed_in() ? "/" : app::path_of(app::Page::log_in);
    return {app::ClearSecrets{{std::string(password_key)}},
            app::Navigate{next, app::Navigate::How::replace}};
}

}  // namespace

std::string title_of(const Model& model, const text::Texts& t) {
    if (!model.is_over()) return t(text::Account::new_title);
    if (!model.reply) return t(text::People::over_unknown);
    return t(model.reply->state == api::ResetState::used ? text::Account::over_used
                                                         : text::Account::over_expired);
}

app::Effects enter(Model& model, app::Visitor&, const app::Route& route) {
    if (model.token != route.token) model = {.token = route.token};
    model.is_sending = false;
    model.has_password = false;
    auto effects = load(model);
    effects.push_back(app::ClearSecrets{{std::string(password_key)}});
    return effects;
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::new_password
