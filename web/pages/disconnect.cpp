// Asks for the password again, and disconnects.
#include "web/pages/disconnect.hpp"

namespace busy24::pages::disconnect {

namespace {

app::Effects on(Model& model, app::Visitor&, ReloadPressed) {
    model.failure.reset();
    return {app::send(api::GetDisconnection{})};
}

app::Effects on(Model& model, app::Visitor&, ProofInput input) {
    const bool is_other_way = input.way && *input.way != model.proof.way;
    take(model.proof, std::move(input));
    // A password written for the one is not to be sent to the other.
    if (is_other_way) return {forget_password(model.proof.credential, keys)};
    return {};
}

app::Effects on(Model& model, app::Visitor&, Submitted) {
    if (model.is_sending) return {};
    if (!is_complete(model.proof)) return refuse(model.proof.credential, keys);
    model.is_sending = true;
    model.action_failure.reset();
    api::Disconnect call;
    call.way = model.proof.way;
    if (call.way == api::LoginWay::erp) call.username = model.proof.credential.trimmed_username();
    return {app::send(call, password_member(keys))};
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::GetDisconnection> answer) {
    if (!answer.ok()) {
        model.failure = std::move(answer.failure);
        return {};
    }
    model.consequences = std::move(answer.reply);
    model.proof = proof_of(visitor, model.consequences->has_busy_password);
    return {};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::Disconnect> answer) {
    model.is_sending = false;
    app::Effects effects{forget_password(model.proof.credential, keys)};
    if (!answer.ok()) {
        model.action_failure = std::move(answer.failure);
        effects.push_back(app::Focus{keys.password});
        return effects;
    }
    // The settings say what there is to say now.
    effects.push_back(app::Navigate{app::path_of(app::Page::settings)});
    return effects;
}

}  // namespace

app::Effects enter(Model& model, app::Visitor&, const app::Route&) {
    model = {};
    return {forget_password(model.proof.credential, keys), app::send(api::GetDisconnection{})};
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::disconnect
