// Who makes a call: the session behind the cookie, and what the call does to it.
#pragma once

#include <optional>
#include <string>

#include "proxy/http/message.hpp"
#include "shared/api/session.hpp"
#include "shared/ids.hpp"
#include "shared/secret.hpp"

namespace busy24::http {

struct Session {
    std::string hash;  // of the token, which only the browser knows
    // A different set of rights each, so going from one to another always makes a new token.
    api::SessionState state = api::SessionState::onboarding;
    UserId user;  // the rest only when signed in
    WorkspaceId workspace;
    api::Role role = api::Role::employee;
    std::string username = {};  // the account that logged in, while choosing a workspace
    std::string user_name = {};
    std::string user_email = {};
    std::string workspace_name = {};
    bool operator==(const Session&) const = default;
};

struct Caller {
    std::string request_id;
    std::string address;             // for counting attempts
    std::optional<Session> session;  // none: no cookie, or one whose session has ended
    // Of the browser that somebody has logged in from; none for a stranger's.
    std::optional<Secret> device = std::nullopt;
    // What becomes of the cookies with the answer.
    std::optional<Secret> new_token = std::nullopt;
    std::optional<Secret> new_device = std::nullopt;
    bool has_ended = false;
    // Set: what is answered in the place of the reply.
    Stream stream = {};

    // The session that a handler works on, in a certain state. Errors: unauthenticated.
    Result<Session> session_in(api::SessionState state) const;
};

// Security rule: rights are checked on every route from one table. Errors: unauthenticated without
// a session of the kind, forbidden for one that may not.
Result<> check_access(api::Access access, const Caller& caller);

}  // namespace busy24::http
