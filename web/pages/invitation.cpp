// Reads an invitation and accepts it.
#include "web/pages/invitation.hpp"

#include "web/text/text.hpp"

namespace busy24::pages::invitation {

namespace {

using text::People;

const CredentialKeys keys{std::string(username_key), std::string(account_password_key)};

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

app::Effects on(Model& model, app::Visitor&, UsernameTyped event) {
    model.account.username = std::move(event.text);
    return {};
}

app::Effects on(Model& model, app::Visitor&, AccountPasswordFilled event) {
    model.account.has_password = event.is_filled;
    return {};
}

app::Effects forget_passwords(Model& model) {
    model.has_password = false;
    return {forget_password(model.account, keys), app::ClearSecrets{{std::string(password_key)}}};
}

app::Effects on(Model& model, app::Visitor&, OtherWayWanted) {
    model.wants_password = !model.wants_password;
    model.shows_problems = false;
    model.account.shows_problems = false;
    model.action_failure.reset();
    // A password for the one must not be sent to the other.
    auto effects = forget_passwords(model);
    effects.push_back(app::Focus{std::string(model.wants_password ? name_key : username_key)});
    return effects;
}

app::Effects send_account(Model& model, const app::Visitor& visitor) {
    if (!model.account.is_complete()) return refuse(model.account, keys);
    model.is_sending = true;
    model.action_failure.reset();
    api::AcceptWithAccount call;
    call.token = model.token;
    call.username = model.account.trimmed_username();
    call.language = visitor.language;
    return {app::send(call, password_member(keys))};
}

app::Effects on(Model& model, app::Visitor& visitor, Submitted) {
    if (model.is_sending) return {};
    if (model.uses_account()) return send_account(model, visitor);
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
    if (model.account.username.empty()) model.account.username = model.reply->email;
    return {};
}

app::Effects come_in(Model& model, app::Visitor& visitor, api::Session session) {
    auto effects = forget_passwords(model);
    model = {};
    visitor.session = std::move(session);
    visitor.onboarding = {};
    visitor.notice = app::Notice::none;
    effects.push_back(app::Navigate{"/", app::Navigate::How::replace});
    return effects;
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::AcceptInvitation> answer) {
    model.is_sending = false;
    if (answer.ok()) return come_in(model, visitor, std::move(*answer.reply));
    model.action_failure = std::move(answer.failure);
    return {app::Focus{std::string(password_key)}};
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::AcceptWithAccount> answer) {
    model.is_sending = false;
    if (answer.ok()) return come_in(model, visitor, std::move(*answer.reply));
    model.action_failure = std::move(answer.failure);
    if (model.action_failure->code != ErrorCode::unauthenticated) return {};
    // The server tells no more, so that nobody can try passwords here.
    model.action_failure->reason = "wrong_login_here";
    model.account.shows_problems = false;
    return {forget_password(model.account, keys), app::Focus{keys.password}};
}

}  // namespace

std::string title_of(const Model& model, const text::Texts& t) {
    if (!model.is_over())
        return t(People::welcome,
                 {model.reply ? model.reply->workspace_name : t(text::Shell::product_name)});
    if (!model.reply) return t(People::over_unknown);
    switch (model.reply->state) {
        case api::InvitationState::used:
            return t(People::over_used);
        case api::InvitationState::withdrawn:
            return t(People::over_withdrawn);
        case api::InvitationState::replaced:
            return t(People::over_replaced);
        case api::InvitationState::expired:
        case api::InvitationState::open:
            break;
    }
    return t(People::over_expired);
}

app::Effects enter(Model& model, app::Visitor&, const app::Route& route) {
    if (model.token != route.token) model = {.token = route.token};
    model.is_sending = false;
    auto effects = load(model);
    for (auto& effect : forget_passwords(model)) effects.push_back(std::move(effect));
    return effects;
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::invitation
