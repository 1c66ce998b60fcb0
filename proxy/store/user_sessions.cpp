// Rows of the table `user_session`.
#include "proxy/store/user_sessions.hpp"

#include "proxy/security/digest.hpp"

namespace busy24::store {

namespace {

constexpr std::int64_t seen_resolution_ms = minute_ms;
constexpr std::size_t token_bytes = 32;

// An onboarding holds no rights but to its own draft, and making an API user in the ERP may take
// somebody an hour: only the absolute limit ends it. Its login goes after half an hour all the
// same.
bool is_over(const UserSession& session, Instant now) {
    const bool has_idle_limit = session.state != api::SessionState::onboarding;
    return (has_idle_limit && now - session.seen_at > session_idle_ms) ||
           now - session.created_at > session_absolute_ms;
}

}  // namespace

Result<NewSession> UserSessions::create(UserSession session, Instant now) {
    Secret token(random_token(random_, token_bytes));
    session.token_hash = security::sha256(token.reveal());
    session.created_at = session.seen_at = now;
    TRY(insert(database_, session));
    return NewSession{std::move(session), std::move(token)};
}

Result<std::optional<UserSession>> UserSessions::find(std::string_view token, Instant now) {
    const auto hash = security::sha256(token);
    auto rows = TRY(select_all<UserSession>(database_, {equals("token_hash", hash)}));
    if (rows.empty() || is_over(rows.front(), now)) return std::optional<UserSession>();
    auto& session = rows.front();
    if (now - session.seen_at >= seen_resolution_ms) {
        session.seen_at = now;
        const std::array values{to_value(now), to_value(hash)};
        TRY(database_.query("UPDATE user_session SET seen_at = $1 WHERE token_hash = $2", values));
    }
    return std::optional(std::move(session));
}

Result<NewSession> UserSessions::rotate(const UserSession& old, UserSession changed, Instant now) {
    Secret token(random_token(random_, token_bytes));
    changed.token_hash = security::sha256(token.reveal());
    // The absolute limit starts anew with the new rights; it was a real login that gave them.
    changed.created_at = changed.seen_at = now;
    TRY(update(database_, changed, {equals("token_hash", old.token_hash)}));
    return NewSession{std::move(changed), std::move(token)};
}

Result<> UserSessions::remove(const std::string& token_hash) {
    return store::remove<UserSession>(database_, {equals("token_hash", token_hash)});
}

Result<std::vector<UserSession>> UserSessions::of(const UserId& user, Instant now) {
    auto sessions =
        TRY(select_all<UserSession>(database_, {equals("user_id", user)}, "ORDER BY created_at"));
    std::erase_if(sessions, [&](const UserSession& session) { return is_over(session, now); });
    return sessions;
}

Result<> UserSessions::remove_expired(Instant now) {
    const std::array values{to_value(now + -session_idle_ms), to_value(now + -session_absolute_ms)};
    TRY(
        database_.query("DELETE FROM user_session WHERE (seen_at < $1 AND state <> 'onboarding') "
                        "OR created_at < $2",
                        values));
    return {};
}

}  // namespace busy24::store
