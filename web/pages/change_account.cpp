// Has an API user tried, and tells what came of it.
#include "web/pages/change_account.hpp"

namespace busy24::pages::change_account {

namespace {

app::Effects on(Model& model, app::Visitor&, ReloadPressed) {
    model.failure.reset();
    return {app::send(api::GetConnection{})};
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
    if (model.is_sending) return {};
    if (!model.credential.is_complete()) return refuse(model.credential, keys);
    model.is_sending = true;
    model.action_failure.reset();
    model.result.reset();
    model.tried = model.credential.trimmed_username();
    api::ChangeAccount call;
    call.username = model.tried;
    return {app::send(call, password_member(keys))};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::GetConnection> answer) {
    if (answer.ok())
        model.connection = std::move(answer.reply);
    else
        model.failure = std::move(answer.failure);
    return {};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::ChangeAccount> answer) {
    model.is_sending = false;
    if (!answer.ok()) {
        model.action_failure = std::move(answer.failure);
        return {};
    }
    model.result = std::move(answer.reply);
    model.credential.shows_problems = false;
    // The password has been spent on the attempt: a new one begins with an empty field.
    app::Effects effects{forget_password(model.credential, keys)};
    if (!model.result->is_in_use) {
        const bool is_refused = model.result->checks.front().state == api::RightState::denied;
        effects.push_back(app::Focus{is_refused ? keys.password : "account.result"});
        return effects;
    }
    effects.push_back(app::send(api::GetConnectionNotice{}));
    model.credential.username.clear();
    effects.push_back(app::Remember{std::string(draft_key), {}});
    effects.push_back(app::Focus{"heading"});
    return effects;
}

}  // namespace

bool is_reconnecting(const Model& model) {
    return model.connection && !model.connection->is_connected;
}

text::Connection title_id(const Model& model) {
    return is_reconnecting(model) ? text::Connection::reconnect_title
                                  : text::Connection::change_title;
}

app::Effects enter(Model& model, app::Visitor&, const app::Route&) {
    model.failure.reset();
    model.is_sending = false;
    model.action_failure.reset();
    model.result.reset();
    model.connection.reset();
    model.credential.shows_problems = false;
    return {forget_password(model.credential, keys), app::send(api::GetConnection{})};
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::change_account
