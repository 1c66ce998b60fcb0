// The sessions of our own pages: from a visitor in the onboarding to a signed-in user.
#pragma once

#include <optional>

#include "proxy/doors/random.hpp"
#include "proxy/store/table.hpp"
#include "shared/api/session.hpp"
#include "shared/ids.hpp"

namespace busy24::store {

// Security rule: idle 30 minutes (but for an onboarding, which has no rights yet), absolute 12
// hours.
inline constexpr std::int64_t session_idle_ms = 30 * minute_ms;
inline constexpr std::int64_t session_absolute_ms = 12 * hour_ms;

struct UserSession {
    static constexpr std::string_view table = "user_session";
    std::string token_hash;  // SHA-256 of the cookie's token; the token itself is never stored
    api::SessionState state = api::SessionState::onboarding;
    WorkspaceId workspace_id;  // empty unless signed in
    UserId user_id;            // empty unless signed in
    std::string username;      // the account that logged in, while choosing a workspace
    Instant created_at;
    Instant seen_at;
    static constexpr auto fields() {
        return std::tuple{field("token_hash", &UserSession::token_hash),
                          field("state", &UserSession::state),
                          field("workspace_id", &UserSession::workspace_id),
                          field("user_id", &UserSession::user_id),
                          field("username", &UserSession::username),
                          field("created_at", &UserSession::created_at),
                          field("seen_at", &UserSession::seen_at)};
    }
    bool operator==(const UserSession&) const = default;
};

// A session as every request needs it, in one reading: with whose it is, and in which workspace.
// Both are missing unless somebody is signed in.
struct OwnedSession {
    UserSession session;
    struct Owner {
        std::string name;
        std::string email;
        api::Role role = api::Role::employee;
        bool is_active = false;
        std::string workspace_name;
    };
    std::optional<Owner> owner;
};

// A session and the token that only its cookie knows.
struct NewSession {
    UserSession session;
    Secret token;
};

// Thread-safe, as its database is.
class UserSessions {
public:
    UserSessions(Database& database, Random& random) : database_(database), random_(random) {}
    // The row's token_hash and times are filled in here.
    Result<NewSession> create(UserSession session, Instant now);
    // Marks it as seen (at most once a minute, to spare the disk). nullopt when there is no such
    // session or its time is over.
    Result<std::optional<OwnedSession>> find(std::string_view token, Instant now);
    // The same of a session that is at hand.
    Result<OwnedSession> with_owner(const UserSession& session);
    // Gives the session a new token and new rights; the old token is dead at once, and its
    // onboarding draft follows. Security rule: new at each change of rights.
    Result<NewSession> rotate(const UserSession& old, UserSession changed, Instant now);
    Result<> remove(const std::string& token_hash);
    // All of the user's, but for one.
    Result<> remove_all(const UserId& user, const std::string& but_hash = {});
    // The user's sessions that are not over, oldest first.
    Result<std::vector<UserSession>> of(const UserId& user, Instant now);
    Result<> remove_expired(Instant now);

private:
    Result<std::optional<OwnedSession>> owned(const std::string& token_hash);
    Database& database_;
    Random& random_;
};

}  // namespace busy24::store
