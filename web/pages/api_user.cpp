// Page 3: tries an API user, or the two ways without one.
#include "web/pages/api_user.hpp"

namespace busy24::pages::api_user {

namespace {

const CredentialKeys keys{"api_user.username", "api_user.password"};

app::Effects try_login(Model& model, api::ApiUserMode mode) {
    if (model.sending) return {};
    model.sending = mode;
    model.failure.reset();
    model.confirms_same_login = false;
    api::SetApiUser call;
    call.mode = mode;
    if (mode != api::ApiUserMode::own) return {app::send(call)};
    call.username = model.credential.trimmed_username();
    return {app::send(call, password_member(keys))};
}

app::Effects on(Model& model, app::Visitor&, UsernameTyped event) {
    model.credential.username = std::move(event.text);
    return {app::Remember{std::string(draft_key), model.credential.username}};
}

app::Effects on(Model& model, app::Visitor&, PasswordFilled event) {
    model.credential.has_password = event.is_filled;
    return {};
}

app::Effects on(Model& model, app::Visitor&, Submitted) {
    if (model.sending) return {};
    if (!model.credential.is_complete()) return refuse(model.credential, keys);
    return try_login(model, api::ApiUserMode::own);
}

app::Effects on(Model& model, app::Visitor&, SameLoginAsked) {
    if (model.sending) return {};
    model.confirms_same_login = true;
    return {app::Focus{"api_user.confirm"}};
}

app::Effects on(Model& model, app::Visitor&, SameLoginConfirmed) {
    return try_login(model, api::ApiUserMode::same_login);
}

app::Effects on(Model& model, app::Visitor&, SameLoginDeclined) {
    model.confirms_same_login = false;
    return {app::Focus{"api_user.same_login"}};
}

app::Effects on(Model& model, app::Visitor&, LaterChosen) {
    return try_login(model, api::ApiUserMode::later);
}

app::Effects on(Model& model, app::Visitor&, OtherWanted) {
    model.wants_other = true;
    return {app::Focus{keys.username}};
}

app::Effects on(Model&, app::Visitor& visitor, Continued) {
    if (!visitor.onboarding.api_user.is_working) return {};
    return {app::Navigate{app::path_of(app::Page::options)}};
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::SetApiUser> answer) {
    const auto mode = model.sending.value_or(api::ApiUserMode::own);
    model.sending.reset();
    if (!answer.ok()) {
        model.failure = std::move(answer.failure);
        return {};
    }
    visitor.onboarding = std::move(*answer.reply);
    const auto& api_user = visitor.onboarding.api_user;
    if (!api_user.is_working) {
        const bool is_refused =
            !api_user.checks.empty() && api_user.checks.front().state == api::RightState::denied;
        const bool is_typed_anew = mode == api::ApiUserMode::own && is_refused;
        // The password has been spent on the attempt: a new one begins with an empty field.
        return {forget_password(model.credential, keys),
                app::Focus{is_typed_anew ? keys.password : "api_user.result"}};
    }
    model.wants_other = false;
    model.credential.shows_problems = false;
    app::Effects effects{forget_password(model.credential, keys)};
    // An API user's rights are shown before going on; the other two are the person's own.
    effects.push_back(mode == api::ApiUserMode::own
                          ? app::Effect(app::Focus{"api_user.continue"})
                          : app::Effect(app::Navigate{app::path_of(app::Page::options)}));
    return effects;
}

}  // namespace

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route&) {
    model.sending.reset();
    model.failure.reset();
    model.confirms_same_login = false;
    model.wants_other = false;
    model.credential.shows_problems = false;
    const auto& api_user = visitor.onboarding.api_user;
    if (model.credential.username.empty() && api_user.mode == api::ApiUserMode::own)
        model.credential.username = api_user.username;
    return {forget_password(model.credential, keys)};
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::api_user
