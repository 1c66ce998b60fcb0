// Page 4: the switches, the client that may be changed, and the preview of the plan.
#include "proxy/onboarding/onboarding.hpp"

namespace busy24::onboarding {

Result<erp::Credential> Onboarding::api_user_credential(const Work& work) {
    if (work.draft.api_user.mode != api::ApiUserMode::own) return login_of(work);
    const auto connection = TRY(parts_.connections.get({work.draft.connection_id}));
    auto stored = TRY(parts_.credentials.load(connection.id.text, connection.workspace_id.text));
    if (!stored) return Error{ErrorCode::internal, "the API user's login is not stored"};
    erp::Credential credential;
    credential.username = std::move(stored->username);
    credential.password = std::move(stored->password);
    return credential;
}

Result<api::Onboarding> Onboarding::save_options(const http::Caller& caller,
                                                 const api::SaveOptions& call) {
    auto work = TRY(begin(caller));
    auto& draft = work.draft;
    if (!draft.api_user.is_working)
        return Error{ErrorCode::conflict, "no API user yet", std::nullopt, "out_of_order"};
    const auto* reach = reach_of(draft.api_user_reaches, call.options.tenant_id);
    const auto* own_reach = reach_of(draft.reaches, call.options.tenant_id);
    if (!reach || !own_reach) return Error{ErrorCode::not_found, "not reached by both logins"};
    const auto credential = TRY(api_user_credential(work));
    if (call.options.tenant_id != draft.tenant_id) {
        if (TRY(existing_workspace(draft, *own_reach)))
            return Error{ErrorCode::conflict, "that client has a workspace", std::nullopt,
                         "workspace_exists"};
        const auto api_user = draft.api_user;
        const auto reaches = draft.api_user_reaches;
        TRY(change_tenant(work, call.options.tenant_id));
        draft.api_user = api_user;
        draft.api_user_reaches = reaches;
        TRY(probe(work, credential, LoginCheck::known));
    }
    draft.options = call.options;
    if (draft.api_user.is_working) TRY(keep_api_user(work, credential));
    TRY(save(work));
    return answer(work);
}

Result<store::Connection> Onboarding::ready_connection(const Work& work) {
    if (work.draft.api_user.is_working && !work.draft.connection_id.empty())
        return parts_.connections.get({work.draft.connection_id});
    return Error{ErrorCode::conflict, "no API user yet", std::nullopt, "out_of_order"};
}

Result<api::Preview> Onboarding::start_preview(const http::Caller& caller) {
    const auto work = TRY(begin(caller));
    const auto connection = TRY(ready_connection(work));
    // Somebody is at work here: half an hour more for the login that the reading may need.
    if (connection.api_user_mode != api::ApiUserMode::own) TRY(login_of(work));
    TRY(keep_administrator(work, connection, Language::nb));
    TRY(parts_.mirror.prepare(connection.id));
    return parts_.mirror.preview(connection.id);
}

Result<api::Preview> Onboarding::get_preview(const http::Caller& caller) {
    const auto session = TRY(caller.session_in(api::SessionState::onboarding));
    const auto draft = TRY(load(session.hash));
    if (draft.connection_id.empty()) return api::Preview{};
    return parts_.mirror.preview({draft.connection_id});
}

Result<api::Preview> Onboarding::decide(const http::Caller& caller, const api::Decide& call) {
    const auto work = TRY(begin(caller));
    const auto connection = TRY(ready_connection(work));
    TRY(parts_.mirror.decide(connection.id, call.question_id, call.decision));
    return parts_.mirror.preview(connection.id);
}

}  // namespace busy24::onboarding
