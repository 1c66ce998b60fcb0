// Logs in for coming back, and chooses among several workspaces.
#include "web/pages/log_in.hpp"

namespace busy24::pages::log_in {

namespace {

const CredentialKeys keys{"log_in.username", "log_in.password"};

app::Effects on(Model& model, app::Visitor&, UsernameTyped event) {
    model.credential.username = std::move(event.text);
    return {app::Remember{std::string(draft_key), model.credential.username}};
}

app::Effects on(Model& model, app::Visitor&, PasswordFilled event) {
    model.credential.has_password = event.is_filled;
    return {};
}

app::Effects on(Model& model, app::Visitor&, WayChosen event) {
    model.way = event.way;
    // A password for the one must not be sent to the other.
    return {forget_password(model.credential, keys),
            app::Remember{std::string(way_key), std::string(word_of(event.way)),
                          app::Remember::Where::browser}};
}

app::Effects on(Model& model, app::Visitor& visitor, Submitted) {
    if (model.is_sending) return {};
    if (model.shows_workspaces(visitor)) {
        model.is_sending = true;
        model.failure.reset();
        return {app::send(api::ChooseWorkspace{.workspace_id = model.workspace_id})};
    }
    if (!model.credential.is_complete()) return refuse(model.credential, keys);
    model.is_sending = true;
    model.failure.reset();
    api::LogIn call;
    call.username = model.credential.trimmed_username();
    call.way = model.way;
    call.language = visitor.language;
    return {app::send(call, password_member(keys))};
}

app::Effects on(Model& model, app::Visitor&, WorkspaceChosen event) {
    if (!model.is_sending) model.workspace_id = std::move(event.id);
    return {};
}

app::Effects on(Model& model, app::Visitor&, OtherLoginWanted) {
    model.wants_other = true;
    model.failure.reset();
    return {app::Focus{keys.username}};
}

// The shell moves a signed-in person on to where they were going.
void become(Model& model, app::Visitor& visitor, api::Session session) {
    visitor.session = std::move(session);
    visitor.notice = app::Notice::none;
    model.wants_other = false;
    model.workspace_id =
        visitor.session.workspaces.empty() ? "" : visitor.session.workspaces.front().id;
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::LogIn> answer) {
    model.is_sending = false;
    if (!answer.ok()) {
        model.failure = std::move(answer.failure);
        if (model.failure->code != ErrorCode::unauthenticated) return {};
        // The server tells no more, so that nobody can try passwords here; the text says what it
        // may be.
        model.failure->reason =
            model.way == api::LoginWay::erp ? "wrong_login_here" : "wrong_login";
        model.credential.shows_problems = false;
        return {forget_password(model.credential, keys), app::Focus{keys.password}};
    }
    become(model, visitor, std::move(*answer.reply));
    app::Effects effects{forget_password(model.credential, keys)};
    if (model.shows_workspaces(visitor)) effects.push_back(app::Focus{"heading"});
    return effects;
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::ChooseWorkspace> answer) {
    model.is_sending = false;
    if (answer.ok())
        become(model, visitor, std::move(*answer.reply));
    else
        model.failure = std::move(answer.failure);
    return {};
}

}  // namespace

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route&) {
    model.is_sending = false;
    model.failure.reset();
    model.wants_other = false;
    model.credential.shows_problems = false;
    const auto& workspaces = visitor.session.workspaces;
    if (model.workspace_id.empty() && !workspaces.empty())
        model.workspace_id = workspaces.front().id;
    return {forget_password(model.credential, keys)};
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::log_in
