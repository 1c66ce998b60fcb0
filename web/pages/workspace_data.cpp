// Deletes the workspace once its name and the password have been written.
#include "web/pages/workspace_data.hpp"

namespace busy24::pages::workspace_data {

namespace {

std::string written_name(const Model& model) {
    return Credential{.username = model.confirmation}.trimmed_username();
}

app::Effects on(Model& model, app::Visitor&, ReloadPressed) {
    model.failure.reset();
    return {app::send(api::GetDisconnection{})};
}

app::Effects on(Model& model, app::Visitor&, NameTyped event) {
    model.confirmation = std::move(event.text);
    return {};
}

app::Effects on(Model& model, app::Visitor&, ProofGiven event) {
    const bool is_other_way = event.input.way && *event.input.way != model.proof.way;
    take(model.proof, std::move(event.input));
    if (is_other_way) return {forget_password(model.proof.credential, keys)};
    return {};
}

app::Effects on(Model& model, app::Visitor& visitor, DeletePressed) {
    if (model.is_sending) return {};
    model.shows_problem = !is_named(model, visitor);
    if (model.shows_problem) return {app::Focus{std::string(name_key)}};
    if (!is_complete(model.proof)) return refuse(model.proof.credential, keys);
    model.is_sending = true;
    model.action_failure.reset();
    api::DeleteWorkspace call;
    call.confirmation = written_name(model);
    call.way = model.proof.way;
    if (call.way == api::LoginWay::erp) call.username = model.proof.credential.trimmed_username();
    return {app::send(call, password_member(keys))};
}

// Whether the person has a Busy password is all that is needed of it.
app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::GetDisconnection> answer) {
    if (!answer.ok()) {
        model.failure = std::move(answer.failure);
        return {};
    }
    model.is_loaded = true;
    model.proof = proof_of(visitor, answer.reply->has_busy_password);
    return {};
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::DeleteWorkspace> answer) {
    model.is_sending = false;
    app::Effects effects{forget_password(model.proof.credential, keys)};
    if (!answer.ok()) {
        model.action_failure = std::move(answer.failure);
        effects.push_back(app::Focus{keys.password});
        return effects;
    }
    // Nobody is signed in to what is gone: the log-in page is next.
    visitor.session = {};
    visitor.onboarding = {};
    visitor.connection = {};
    visitor.notice = app::Notice::workspace_deleted;
    return effects;
}

}  // namespace

bool is_named(const Model& model, const app::Visitor& visitor) {
    return written_name(model) == visitor.session.workspace_name;
}

app::Effects enter(Model& model, app::Visitor&, const app::Route&) {
    model = {};
    return {forget_password(model.proof.credential, keys), app::send(api::GetDisconnection{})};
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::workspace_data
