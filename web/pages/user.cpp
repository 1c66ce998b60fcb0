// Reads a user, and sends what is decided about him or her.
#include "web/pages/user.hpp"

#include <algorithm>

#include "web/text/text.hpp"

namespace busy24::pages::user {

namespace {

void show(Model& model, const api::UserList& list) {
    const auto found = std::find_if(list.users.begin(), list.users.end(),
                                    [&](const auto& user) { return user.id == model.id; });
    model.is_gone = found == list.users.end();
    model.sends_mail = list.sends_mail;
    model.user = model.is_gone ? std::nullopt : std::optional(*found);
}

template <class Call>
app::Effects act(Model& model, const Call& call) {
    if (model.is_sending) return {};
    model.is_sending = true;
    model.action_failure.reset();
    return {app::send(call)};
}

app::Effects on(Model& model, app::Visitor&, ReloadPressed) {
    model.failure.reset();
    return {app::send(api::ListUsers{})};
}

app::Effects on(Model& model, app::Visitor&, RoleChosen event) {
    return act(model, api::ChangeUser{.id = model.id,
                                      .role = event.role,
                                      .is_active = model.user->state == api::UserState::active});
}

app::Effects on(Model& model, app::Visitor&, ActivePressed event) {
    return act(model, api::ChangeUser{
                          .id = model.id, .role = model.user->role, .is_active = event.is_active});
}

app::Effects on(Model& model, app::Visitor& visitor, RenewPressed) {
    model.renewed.reset();
    return act(model, api::RenewInvitation{.id = model.id, .language = visitor.language});
}

app::Effects on(Model& model, app::Visitor&, PasswordLinkPressed) {
    model.password_link.reset();
    return act(model, api::MakePasswordLink{.id = model.id});
}

app::Effects on(Model& model, app::Visitor&, WithdrawPressed) {
    return act(model, api::WithdrawInvitation{.id = model.id});
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::ListUsers> answer) {
    if (answer.ok())
        show(model, *answer.reply);
    else
        model.failure = std::move(answer.failure);
    return {};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::ChangeUser> answer) {
    model.is_sending = false;
    if (answer.ok())
        show(model, *answer.reply);
    else
        model.action_failure = std::move(answer.failure);
    return {};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::RenewInvitation> answer) {
    model.is_sending = false;
    if (!answer.ok()) {
        model.action_failure = std::move(answer.failure);
        return {};
    }
    model.renewed = std::move(answer.reply);
    return {app::send(api::ListUsers{})};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::MakePasswordLink> answer) {
    model.is_sending = false;
    if (answer.ok())
        model.password_link = std::move(answer.reply);
    else
        model.action_failure = std::move(answer.failure);
    return {};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::WithdrawInvitation> answer) {
    model.is_sending = false;
    if (answer.ok()) return {app::Navigate{app::path_of(app::Page::users)}};
    model.action_failure = std::move(answer.failure);
    return {};
}

}  // namespace

std::string title_of(const Model& model, const text::Texts& t) {
    if (!model.user) return t(model.is_gone ? text::People::gone : text::People::title);
    return model.user->name.empty() ? model.user->email : model.user->name;
}

app::Effects enter(Model& model, app::Visitor&, const app::Route& route) {
    model = {.id = route.user.id};
    return {app::send(api::ListUsers{})};
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::user
