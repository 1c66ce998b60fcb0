// Puts another API user in the place of the one that is there, once it has shown what it may do.
#include "proxy/connection/connection_control.hpp"
#include "proxy/http/attempts.hpp"
#include "proxy/http/audited.hpp"
#include "proxy/onboarding/draft.hpp"
#include "proxy/onboarding/onboarding.hpp"
#include "proxy/store/audit_values.hpp"
#include "proxy/store/mirror_states.hpp"
#include "proxy/store/runs.hpp"

namespace busy24::connection {

namespace {

using api::ApiUserMode;
using store::ConnectionState;

// For the audit log: never more than the name of an account.
struct AccountInUse {
    ApiUserMode api_user = ApiUserMode::undecided;
    std::string account;
    static constexpr auto fields() {
        return std::tuple{field("api_user", &AccountInUse::api_user),
                          field("account", &AccountInUse::account)};
    }
};

std::string account_of(const store::Connection& connection) {
    if (connection.state != ConnectionState::connected) return {};
    return store::audit_text(AccountInUse{connection.api_user_mode, connection.api_user_name});
}

bool was_refused(const Result<onboarding::RightsProbe>& probed) {
    return probed.ok() && probed.value().checks.front().state == api::RightState::denied;
}

}  // namespace

Result<store::Connection> ConnectionControl::connection_of(const http::Caller& caller) {
    const auto session = TRY(caller.session_in(api::SessionState::signed_in));
    return parts_.connections.of(session.workspace);
}

Result<store::Reservation> ConnectionControl::count_try(const http::Caller& caller) {
    return parts_.attempts.reserve(http::attempt_of("user " + caller.session->user.text, caller),
                                   parts_.clock.now());
}

Result<api::ChangeAccount::Reply> ConnectionControl::change_account(const http::Caller& caller,
                                                                    api::ChangeAccount call) {
    const auto connection = TRY(connection_of(caller));
    const auto credential =
        TRY(onboarding::credential_from(call.username, std::move(call.password)));
    // Security rule: it counts as a log-in, or this would be where to guess passwords.
    const auto reservation = TRY(count_try(caller));
    const auto probed = onboarding::probe_rights(parts_.erp, credential, connection.tenant_id,
                                                 onboarding::LoginCheck::anew);
    if (!was_refused(probed)) TRY(parts_.attempts.release(reservation));
    TRY(probed);
    api::ChangeAccount::Reply reply{.checks = probed.value().checks,
                                    .is_in_use = probed.value().is_working()};
    if (!reply.is_in_use) return reply;
    TRY(take_into_use(caller, connection, credential, probed.value()));
    TRY(start_mirror(connection, caller.session->user_name));
    return reply;
}

// One transaction: after any crash it is the old account in everything, or the new one.
Result<> ConnectionControl::take_into_use(const http::Caller& caller,
                                          const store::Connection& tried_for,
                                          const erp::Credential& credential,
                                          const onboarding::RightsProbe& probed) {
    const auto now = parts_.clock.now();
    const auto reaches = onboarding::reaches_of(probed.identities);
    const auto* reach = onboarding::reach_of(reaches, tried_for.tenant_id);
    const auto identity_id = reach ? reach->identity_id : std::string();
    // Sealed before the transaction, since making a workspace's data key writes by itself.
    const auto sealed = TRY(parts_.credentials.seal(tried_for.id.text, tried_for.workspace_id.text,
                                                    {.username = credential.username,
                                                     .password = credential.password.clone(),
                                                     .identity_id = identity_id},
                                                    now));

    auto transaction = TRY(store::Transaction::begin(parts_.database));
    // As it is by now: somebody may have turned a switch while the account was tried.
    const auto before = TRY(parts_.connections.get(tried_for.id));
    auto connection = before;
    connection.identity_id = identity_id;
    connection.api_user_mode = ApiUserMode::own;
    connection.api_user_name = credential.username;
    connection.last_contact_at = now;
    const bool connects = before.state != ConnectionState::connected;
    if (connects) connection.connected_at = now;
    connection.disconnected_at.reset();
    connection.state = ConnectionState::connected;
    TRY(parts_.credentials.save(sealed));
    TRY(parts_.connections.save(connection));
    TRY(parts_.health.take_checks(connection, probed.checks));
    // A run under way is taken up again with the new account from where it was.
    TRY(store::Runs(parts_.database).release_of(connection.id));
    if (before.api_user_name != connection.api_user_name) TRY(erase_session(before));
    auto entry = http::audited(
        caller, now, connects ? api::AuditAction::connected : api::AuditAction::account_changed);
    entry.subject_name = connection.tenant_name;
    entry.before_value = account_of(before);
    entry.after_value = account_of(connection);
    TRY(parts_.audit.append(std::move(entry)));
    TRY(transaction.commit());
    forget_sessions(before, connection.api_user_name);
    return {};
}

Result<> ConnectionControl::erase_session(const store::Connection& connection) {
    if (connection.api_user_name.empty() || connection.identity_id.empty()) return {};
    return parts_.erp_sessions.erase(
        {parts_.application_id, connection.api_user_name, connection.identity_id});
}

void ConnectionControl::forget_sessions(const store::Connection& connection,
                                        const std::string& in_use) {
    auto accounts = parts_.logins.take_back(connection.id);
    accounts.push_back(connection.api_user_name);
    for (const auto& account : accounts)
        if (account != in_use) parts_.erp.forget(account, TenantId{connection.tenant_id});
}

Result<> ConnectionControl::start_mirror(const store::Connection& connection,
                                         const std::string& started_by) {
    const auto state = TRY(store::MirrorStates(parts_.database).get(connection.id));
    if (state.paused_until > parts_.clock.now()) return {};
    const bool is_back = connection.state != ConnectionState::connected;
    const auto started =
        state.read_at.ms == 0
            ? parts_.mirror.start_first_run(connection.id, started_by)
            : parts_.mirror.sync(connection.id, started_by,
                                 is_back ? store::Scope::full : store::Scope::changes);
    // One under way goes on, and open questions wait for their answers.
    const bool is_waiting = !started.ok() && (started.error().code == ErrorCode::conflict ||
                                              started.error().reason == "undecided_matches");
    if (!started.ok() && !is_waiting) return started.error();
    parts_.mirror.busy_changed();
    return {};
}

}  // namespace busy24::connection
