// Page 3: tries the API user's rights, and keeps it when it works.
#include "proxy/onboarding/onboarding.hpp"

namespace busy24::onboarding {

using api::ApiUserMode;

Result<> Onboarding::probe(Work& work, const erp::Credential& credential, LoginCheck login) {
    auto probed = TRY(probe_rights(parts_.erp, credential, *work.draft.tenant_id, login));
    work.draft.api_user.checks = probed.checks;
    work.draft.api_user.is_working = probed.is_working();
    if (login == LoginCheck::anew) work.draft.api_user_reaches = reaches_of(probed.identities);
    // The administrator must be somebody there, or could never log in again: what page 4 offers is
    // what both logins reach.
    std::erase_if(work.draft.api_user_reaches, [&](const Reach& reach) {
        return !reach_of(work.draft.reaches, reach.tenant_id);
    });
    return {};
}

Result<store::Connection> Onboarding::draft_connection(Work& work) {
    if (!work.draft.connection_id.empty())
        return parts_.connections.get({work.draft.connection_id});
    const auto now = parts_.clock.now();
    const auto* reach = reach_of(work.draft.reaches, *work.draft.tenant_id);
    if (!reach) return Error{ErrorCode::internal, "the chosen client is not reached"};
    const store::Workspace workspace{.id = {make_id(parts_.random, now)},
                                     .name = reach->tenant_name,
                                     .tenant_id = reach->tenant_id,
                                     .is_connected = false,
                                     .created_at = now};
    store::Connection connection;
    connection.id = {make_id(parts_.random, now)};
    connection.workspace_id = workspace.id;
    connection.tenant_id = workspace.tenant_id;
    connection.tenant_name = workspace.name;
    connection.created_at = now;
    auto transaction = TRY(store::Transaction::begin(parts_.database));
    TRY(parts_.workspaces.save(workspace));
    TRY(parts_.connections.save(connection));
    TRY(transaction.commit());
    work.draft.connection_id = connection.id.text;
    return connection;
}

Result<> Onboarding::keep_api_user(Work& work, const erp::Credential& credential) {
    auto connection = TRY(draft_connection(work));
    const auto& draft = work.draft;
    const auto* reach = reach_of(draft.api_user_reaches, *draft.tenant_id);
    connection.identity_id = reach ? reach->identity_id : "";
    connection.api_user_mode = draft.api_user.mode;
    connection.api_user_name = credential.username;
    connection.has_projects = draft.options.projects;
    connection.has_work_types = draft.options.work_types;
    connection.has_customers = draft.options.customers;
    connection.has_sso = draft.options.sso;
    if (draft.api_user.mode == ApiUserMode::own) {
        TRY(parts_.credentials.save(connection.id.text, connection.workspace_id.text,
                                    {.username = credential.username,
                                     .password = credential.password.clone(),
                                     .identity_id = connection.identity_id},
                                    parts_.clock.now()));
        parts_.logins.lend(work.session_hash, {});
    } else {
        TRY(parts_.credentials.remove(connection.id.text));
        parts_.logins.lend(work.session_hash, connection.id);
    }
    return parts_.connections.save(connection);
}

Result<api::Onboarding> Onboarding::set_api_user(const http::Caller& caller, api::SetApiUser call) {
    auto work = TRY(begin(caller));
    if (!work.draft.tenant_id)
        return Error{ErrorCode::conflict, "no client chosen", std::nullopt, "out_of_order"};
    if (call.mode == ApiUserMode::undecided)
        return Error{ErrorCode::invalid, "undecided is no choice", std::nullopt, "incomplete"};
    const bool is_own = call.mode == ApiUserMode::own;
    const auto credential =
        TRY(is_own ? credential_from(call.username, std::move(call.password)) : login_of(work));
    std::optional<store::Reservation> reservation;
    if (is_own)
        // By the account of page 1 and not by the session: a new one is made in a moment.
        reservation = TRY(parts_.attempts.reserve(
            http::attempt_of("login " + work.draft.username, caller), parts_.clock.now()));
    else
        work.draft.api_user_reaches = work.draft.reaches;
    if (reservation && !reservation->may_try)
        return Error{ErrorCode::unauthenticated, "counted out", std::nullopt, "wrong_login"};

    work.draft.api_user = {.mode = call.mode, .username = credential.username};
    const auto probed = probe(work, credential, is_own ? LoginCheck::anew : LoginCheck::known);
    const auto& checks = work.draft.api_user.checks;
    const bool was_refused = probed.ok() && checks.front().state == api::RightState::denied;
    if (reservation && !was_refused) TRY(parts_.attempts.release(*reservation));
    TRY(probed);
    if (work.draft.api_user.is_working) TRY(keep_api_user(work, credential));
    TRY(save(work));
    return answer(work);
}

}  // namespace busy24::onboarding
