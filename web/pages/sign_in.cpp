// Page 1: checks the login, sends it, and goes on to the page that the onboarding has reached.
#include "web/pages/sign_in.hpp"

namespace busy24::pages::sign_in {

namespace {

const CredentialKeys keys{"sign_in.username", "sign_in.password"};

app::Effects on(Model& model, app::Visitor&, UsernameTyped event) {
    model.credential.username = std::move(event.text);
    return {app::Remember{std::string(draft_key), model.credential.username}};
}

app::Effects on(Model& model, app::Visitor&, PasswordFilled event) {
    model.credential.has_password = event.is_filled;
    return {};
}

app::Effects on(Model& model, app::Visitor&, Submitted) {
    if (model.is_sending) return {};  // a double click sends once
    if (!model.credential.is_complete()) return refuse(model.credential, keys);
    model.is_sending = true;
    model.failure.reset();
    api::SignIn call;
    call.username = model.credential.trimmed_username();
    return {app::send(call, password_member(keys))};
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::SignIn> answer) {
    model.is_sending = false;
    if (answer.ok()) {
        visitor.onboarding = std::move(*answer.reply);
        visitor.session.state = api::SessionState::onboarding;
        visitor.notice = app::Notice::none;
        return {forget_password(model.credential, keys),
                app::Navigate{app::path_of(app::page_of(visitor.step()))}};
    }
    model.failure = std::move(answer.failure);
    // Only a password that was refused is worth typing anew; it is also no longer a secret of use.
    if (model.failure->code != ErrorCode::unauthenticated) return {};
    model.credential.shows_problems = false;
    return {forget_password(model.credential, keys), app::Focus{keys.password}};
}

}  // namespace

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route&) {
    model.is_sending = false;
    model.failure.reset();
    model.credential.shows_problems = false;
    if (model.credential.username.empty()) model.credential.username = visitor.onboarding.username;
    return {forget_password(model.credential, keys)};
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::sign_in
