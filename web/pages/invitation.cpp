// Reads an invitation and accepts it.
#include "web/pages/invitation.hpp"

namespace busy24::pages::invitation {

namespace {

app::Effects load(Model& model) {
    model.failure.reset();
    return {app::send(api::ReadInvitation{.token = model.token})};
}

app::Effects on(Model& model, app::Visitor&, ReloadPressed) { return load(model); }

app::Effects on(Model& model, app::Visitor&, NameTyped event) {
    model.name = std::move(event.text);
    return {};
}

app::Effects on(Model& model, app::Visitor&, PasswordFilled event) {
    model.has_password = event.is_filled;
    return {};
}

app::Effects on(Model& model, app::Visitor& visitor, Submitted) {
    if (model.is_sending) return {};
    model.shows_problems = true;
    if (!model.has_name()) return {app::Focus{std::string(name_key)}};
    if (!model.has_password) return {app::Focus{std::string(password_key)}};
    model.is_sending = true;
    model.action_failure.reset();
    api::AcceptInvitation call;
    call.token = model.token;
    call.name = model.name;
    call.language = visitor.language;
    return {app::send(call, {{"password", std::string(password_key)}})};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::ReadInvitation> answer) {
    if (!answer.ok()) {
        model.failure = std::move(answer.failure);
        return {};
    }
    model.reply = std::move(answer.reply);
    if (model.name.empty()) model.name = model.reply->name;
    return {};
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::AcceptInvitation> answer) {
    model.is_sending = false;
    if (!answer.ok()) {
        model.action_failure = std::move(answer.failure);
        return {app::Focus{std::string(password_key)}};
    }
    model = {};
    visitor.session = std::move(*answer.reply);
    visitor.onboarding = {};
    visitor.notice = app::Notice::none;
    return {app::ClearSecrets{{std::string(password_key)}},
            app::Navigate{"/", app::Navigate::How::replace}};
}

}  // namespace

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

}  // namespace busy24::pages::invitation
