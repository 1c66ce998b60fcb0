// «Koble til konto»: the draft becomes a workspace, its first person an administrator.
#include <algorithm>

#include "proxy/onboarding/onboarding.hpp"
#include "proxy/store/audit_values.hpp"

namespace busy24::onboarding {

namespace {

using api::ApiUserMode;

Error workspace_exists() {
    return {ErrorCode::conflict, "the client has a workspace", std::nullopt, "workspace_exists"};
}

// What the audit log tells of a connection. The login itself is named, its password never.
struct Connected {
    ApiUserMode api_user = ApiUserMode::undecided;
    bool projects = true;
    bool work_types = true;
    bool customers = true;
    bool sso = false;
    static constexpr auto fields() {
        return std::tuple{field("api_user", &Connected::api_user),
                          field("projects", &Connected::projects),
                          field("work_types", &Connected::work_types),
                          field("customers", &Connected::customers), field("sso", &Connected::sso)};
    }
};

// The plan is what the administrator said yes to, so there must be one, with no question open.
Result<> check_plan(const api::Preview& preview) {
    if (preview.state != api::PreviewState::ready)
        return Error{ErrorCode::conflict, "no plan yet", std::nullopt, "preview_not_ready"};
    const bool is_open = std::any_of(
        preview.questions.begin(), preview.questions.end(),
        [](const auto& question) { return question.decision == api::Decision::undecided; });
    if (is_open)
        return Error{ErrorCode::invalid, "questions are open", std::nullopt, "undecided_matches"};
    return {};
}

}  // namespace

Result<UserId> Onboarding::keep_administrator(const Work& work, const store::Connection& connection,
                                              Language language) {
    const auto* reach = reach_of(work.draft.reaches, connection.tenant_id);
    if (!reach) return Error{ErrorCode::internal, "the chosen client is not reached"};
    const auto now = parts_.clock.now();
    store::User administrator{
        .workspace_id = connection.workspace_id,
        .email = work.draft.username,
        .name = reach->user_name.empty() ? work.draft.username : reach->user_name,
        .contact_id = reach->contact_id,
        .role = api::Role::administrator,
        .is_active = true,
        .created_at = now,
        .last_login_at = now,
        .erp_username = work.draft.username,
        .language = language,
        .matched_by = reach->contact_id ? api::MatchedBy::login : api::MatchedBy::nothing};
    const auto kept = TRY(parts_.users.of(connection.workspace_id));
    administrator.id = kept.empty() ? UserId{make_id(parts_.random, now)} : kept.front().id;
    TRY(parts_.users.save(administrator));
    return administrator.id;
}

Result<> Onboarding::note_connected(const UserId& user, const store::Connection& connection) {
    const auto administrator = TRY(parts_.users.get(user));
    return parts_.audit.append(
        {.workspace_id = connection.workspace_id,
         .noted_at = *connection.connected_at,
         .actor_id = user.text,
         .actor_name = administrator.name,
         .action = api::AuditAction::connected,
         .subject_id = connection.id.text,
         .subject_name = connection.tenant_name,
         .after_value = store::audit_text(
             Connected{connection.api_user_mode, connection.has_projects, connection.has_work_types,
                       connection.has_customers, connection.has_sso})});
}

// One transaction: a workspace without its administrator, or connected without being a workspace,
// must not be there after any crash.
Result<UserId> Onboarding::found_workspace(const Work& work, store::Connection connection,
                                           Language language) {
    connection.state = store::ConnectionState::connected;
    connection.connected_at = parts_.clock.now();

    auto transaction = TRY(store::Transaction::begin(parts_.database));
    if (TRY(parts_.workspaces.connected_to(connection.tenant_id))) return workspace_exists();
    auto workspace = TRY(parts_.workspaces.get(connection.workspace_id));
    workspace.is_connected = true;
    workspace.name = connection.tenant_name;
    TRY(parts_.workspaces.save(workspace));
    auto administrator = TRY(keep_administrator(work, connection, language));
    TRY(parts_.connections.save(connection));
    TRY(note_connected(administrator, connection));
    TRY(transaction.commit());
    return administrator;
}

Result<api::Connect::Reply> Onboarding::connect(http::Caller& caller, const api::Connect& call) {
    auto work = TRY(begin(caller));
    const auto login = TRY(login_of(work));
    const auto connection = TRY(ready_connection(work));
    const auto mode = connection.api_user_mode;
    if (TRY(parts_.workspaces.connected_to(connection.tenant_id))) return workspace_exists();
    const auto plan = TRY(parts_.mirror.preview(connection.id));
    TRY(check_plan(plan));
    // Sealed before the transaction, since making a workspace's data key writes by itself.
    if (mode == ApiUserMode::same_login)
        TRY(parts_.credentials.save(connection.id.text, connection.workspace_id.text,
                                    {.username = login.username,
                                     .password = login.password.clone(),
                                     .identity_id = connection.identity_id},
                                    parts_.clock.now()));
    const auto administrator = TRY(found_workspace(work, connection, call.language));

    work.draft.is_connected = true;
    TRY(save(work));
    TRY(parts_.sessions.open(caller,
                             {.state = api::SessionState::signed_in,
                              .workspace_id = connection.workspace_id,
                              .user_id = administrator},
                             http::Draft::follows));
    if (mode == ApiUserMode::later) {
        parts_.logins.move(work.session_hash, caller.session->hash);
        parts_.logins.keep_for_session(caller.session->hash);
    } else {
        parts_.logins.drop(work.session_hash);
        if (login.username != connection.api_user_name) parts_.erp.forget(login.username);
    }
    const auto run = TRY(parts_.mirror.start_first_run(connection.id, caller.session->user_name));
    return api::Connect::Reply{run.text};
}

}  // namespace busy24::onboarding
