// Who makes a call: the session behind the cookie, and what the call does to it.
#pragma once

#include <optional>
#include <string>

#include "shared/api/session.hpp"
#include "shared/ids.hpp"
#include "shared/secret.hpp"

namespace busy24::http {

// What a session is good for. Each kind is a different set of rights, so going from one to another
// always makes a new session.
enum class SessionKind { onboarding, choosing_workspace, signed_in };
constexpr auto words(SessionKind) {
    return std::array{word(SessionKind::onboarding, "onboarding"),
                      word(SessionKind::choosing_workspace, "choosing_workspace"),
                      word(SessionKind::signed_in, "signed_in")};
}

struct Session {
    std::string hash;  // of the token, which only the browser knows
    SessionKind kind = SessionKind::onboarding;
    UserId user;  // the rest only when signed in
    WorkspaceId workspace;
    api::Role role = api::Role::employee;
    std::string user_name = {};
    bool operator==(const Session&) const = default;
};

struct Caller {
    std::string request_id;
    std::string address;             // for counting attempts
    std::optional<Session> session;  // none: no cookie, or one whose session has ended
    // What becomes of the cookie with the answer.
    std::optional<Secret> new_token = std::nullopt;
    bool has_ended = false;

    // The kind of session that a handler works on. Errors: unauthenticated.
    Result<Session> session_of(SessionKind kind) const;
};

// Security rule: rights are checked on every route from one table. Errors: unauthenticated without
// a session of the kind, forbidden for one that may not.
Result<> check_access(api::Access access, const Caller& caller);

}  // namespace busy24::http
