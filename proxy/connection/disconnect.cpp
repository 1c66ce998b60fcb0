// «Koble fra»: the workspace lives on by itself. Links and history stay, for the next time.
#include <algorithm>

#include "proxy/connection/connection_control.hpp"
#include "proxy/http/audited.hpp"
#include "proxy/onboarding/onboarding.hpp"
#include "proxy/onboarding/places.hpp"
#include "proxy/store/outbox.hpp"
#include "proxy/store/runs.hpp"

namespace busy24::connection {

namespace {

using store::ConnectionState;

// Not `unauthenticated`: the session is good, and the page must not be left for it.
Error wrong_password(std::string reason) {
    return {ErrorCode::invalid, "not the asker's password", std::nullopt, std::move(reason)};
}

// Whoever is signed in has tries of their own, as on a known device: strangers who guess at the
// log-in page cannot use them up.
store::Attempt attempt_of(const store::User& user, const std::string& account,
                          const http::Caller& caller) {
    return {.account = account,
            .address = caller.address,
            .workspaces = {user.workspace_id.text},
            .device = "user " + user.id.text};
}

bool is_without_verdict(const Error& error) {
    return error.code == ErrorCode::unavailable || error.code == ErrorCode::throttled;
}

}  // namespace

Result<api::GetDisconnection::Reply> ConnectionControl::disconnection(const http::Caller& caller) {
    const auto connection = TRY(connection_of(caller));
    api::GetDisconnection::Reply reply{
        .is_connected = connection.state == ConnectionState::connected,
        .tenant_name = connection.tenant_name,
        .account = connection.api_user_name,
        .queued = TRY(store::Outbox(parts_.database, connection.id).count_queued()),
        .has_sso = connection.has_sso,
        .has_busy_password = TRY(parts_.passwords.has_one(caller.session->user))};
    const auto newest = TRY(store::Runs(parts_.database).newest_of(connection.id));
    reply.is_under_way = newest && newest->is_started && !newest->has_ended();
    if (!connection.has_sso) return reply;
    for (const auto& user : TRY(only_by_single_sign_on(connection)))
        reply.locked_out.push_back(user.name.empty() ? user.email : user.name);
    return reply;
}

Result<> ConnectionControl::check_busy_password(const store::User& user, const http::Caller& caller,
                                                const Secret& password) {
    const auto reservation =
        TRY(parts_.attempts.reserve(attempt_of(user, user.email, caller), parts_.clock.now()));
    const auto key = TRY(parts_.passwords.key_of(user.email, password));
    const bool is_right = TRY(parts_.passwords.is_right(user, key));
    if (!reservation.may_try || !is_right) return wrong_password("wrong_password");
    return parts_.attempts.release(reservation);
}

// Whoever has lost the client is known by the address, or could never disconnect from it.
Result<> ConnectionControl::check_erp_login(const store::User& user,
                                            const store::Connection& connection,
                                            const http::Caller& caller,
                                            const erp::Credential& credential) {
    const auto reservation = TRY(
        parts_.attempts.reserve(attempt_of(user, credential.username, caller), parts_.clock.now()));
    if (!reservation.may_try) return wrong_password("wrong_login");
    const auto signed_in = parts_.erp.sign_in(credential);
    if (!signed_in.ok() && is_without_verdict(signed_in.error())) {
        TRY(parts_.attempts.release(reservation));
        return signed_in.error();
    }
    if (!signed_in.ok()) return wrong_password("wrong_login");
    if (credential.username != connection.api_user_name) parts_.erp.forget(credential.username);
    const auto reaches = onboarding::reaches_of(signed_in.value().identities);
    const auto* reach = onboarding::reach_of(reaches, connection.tenant_id);
    const bool is_asker =
        reach ? onboarding::user_who_is({user}, *reach, credential.username).has_value()
              : user.email == credential.username;
    // Counted still: a right password of somebody else's must not look otherwise than a wrong one.
    if (!is_asker) return wrong_password("wrong_login");
    return parts_.attempts.release(reservation);
}

Result<> ConnectionControl::check_asker(const http::Caller& caller,
                                        const store::Connection& connection, Proof proof) {
    const auto user = TRY(parts_.users.get(caller.session->user));
    if (proof.way == api::LoginWay::busy) return check_busy_password(user, caller, proof.password);
    auto credential = TRY(onboarding::credential_from(
        proof.username.empty() ? user.email : proof.username, std::move(proof.password)));
    credential.session_life = erp::SessionLife::process;
    return check_erp_login(user, connection, caller, credential);
}

// One transaction, and nothing after it that the next process would miss.
Result<api::Nothing> ConnectionControl::disconnect(const http::Caller& caller,
                                                   api::Disconnect call) {
    const Error done{ErrorCode::conflict, "disconnected already", std::nullopt, "disconnected"};
    const auto asked_about = TRY(connection_of(caller));
    if (asked_about.state != ConnectionState::connected) return done;
    TRY(check_asker(caller, asked_about,
                    {call.way, std::move(call.username), std::move(call.password)}));
    const auto now = parts_.clock.now();

    auto transaction = TRY(store::Transaction::begin(parts_.database));
    // As it is by now, which may be with another account.
    const auto before = TRY(parts_.connections.get(asked_about.id));
    if (before.state != ConnectionState::connected) return done;
    auto connection = before;
    connection.state = ConnectionState::disconnected;
    connection.disconnected_at = now;
    connection.api_user_mode = api::ApiUserMode::undecided;
    connection.api_user_name.clear();
    connection.identity_id.clear();
    TRY(parts_.connections.save(connection));
    TRY(parts_.credentials.remove(connection.id.text));
    TRY(erase_session(before));
    TRY(store::Runs(parts_.database).end_all_of(connection.id, now));
    TRY(store::Outbox(parts_.database, connection.id).drop_queued());
    TRY(store::ConnectionHealths(parts_.database).remove(connection.id));
    auto entry = http::audited(caller, now, api::AuditAction::disconnected);
    entry.subject_name = connection.tenant_name;
    entry.before_value = before.api_user_name;
    TRY(parts_.audit.append(std::move(entry)));
    TRY(transaction.commit());
    forget_sessions(before, {});
    return api::Nothing{};
}

}  // namespace busy24::connection
