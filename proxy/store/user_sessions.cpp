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
// The columns of owned().
struct SessionRow {
    std::string token_hash;
    api::SessionState state = api::SessionState::onboarding;
    WorkspaceId workspace_id;
    UserId user_id;
    std::string username;
    Instant created_at;
    Instant seen_at;
    std::optional<std::string> name;
    std::optional<std::string> email;
    std::optional<api::Role> role;
    std::optional<bool> is_active;
    std::optional<std::string> workspace_name;
    static constexpr auto fields() {
        return std::tuple{field("token_hash", &SessionRow::token_hash),
                          field("state", &SessionRow::state),
                          field("workspace_id", &SessionRow::workspace_id),
                          field("user_id", &SessionRow::user_id),
                          field("username", &SessionRow::username),
                          field("created_at", &SessionRow::created_at),
                          field("seen_at", &SessionRow::seen_at),
                          field("name", &SessionRow::name),
                          field("email", &SessionRow::email),
                          field("role", &SessionRow::role),
                          field("is_active", &SessionRow::is_active),
                          field("workspace_name", &SessionRow::workspace_name)};
    }
};

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

Result<std::optional<OwnedSession>> UserSessions::find(std::string_view token, Instant now) {
    const auto hash = security::sha256(token);
    auto found = TRY(owned(hash));
    if (!found || is_over(found->session, now)) return std::optional<OwnedSession>();
    auto& session = found->session;
    if (now - session.seen_at >= seen_resolution_ms) {
        session.seen_at = now;
        const std::array values{to_value(now), to_value(hash)};
        TRY(database_.query("UPDATE user_session SET seen_at = $1 WHERE token_hash = $2", values));
    }
    return found;
}

Result<OwnedSession> UserSessions::with_owner(const UserSession& session) {
    auto found = TRY(owned(session.token_hash));
    return found ? std::move(*found) : OwnedSession{session, std::nullopt};
}

Result<std::optional<OwnedSession>> UserSessions::owned(const std::string& token_hash) {
    const std::array values{to_value(token_hash)};
    const auto rows = TRY(database_.query(
        "SELECT s.token_hash, s.state, s.workspace_id, s.user_id, s.username, s.created_at, "
        "s.seen_at, u.name, u.email, u.role, u.is_active, w.name FROM user_session s "
        "LEFT JOIN app_user u ON u.id = s.user_id LEFT JOIN workspace w ON w.id = s.workspace_id "
        "WHERE s.token_hash = $1",
        values));
    if (rows.empty()) return std::optional<OwnedSession>();
    auto row = TRY(from_row<SessionRow>(rows.front()));
    OwnedSession found{{.token_hash = std::move(row.token_hash),
                        .state = row.state,
                        .workspace_id = std::move(row.workspace_id),
                        .user_id = std::move(row.user_id),
                        .username = std::move(row.username),
                        .created_at = row.created_at,
                        .seen_at = row.seen_at},
                       std::nullopt};
    if (row.name && row.email && row.role)
        found.owner =
            OwnedSession::Owner{.name = std::move(*row.name),
                                .email = std::move(*row.email),
                                .role = *row.role,
                                .is_active = row.is_active.value_or(false),
                                .workspace_name = row.workspace_name.value_or(std::string())};
    return std::optional(std::move(found));
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

Result<> UserSessions::remove_all(const UserId& user, const std::string& but_hash) {
    const std::array values{to_value(user), to_value(but_hash)};
    TRY(database_.query("DELETE FROM user_session WHERE user_id = $1 AND token_hash <> $2",
                        values));
    return {};
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
