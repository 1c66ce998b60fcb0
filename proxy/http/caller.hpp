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

// How much of what a call is about its caller may see and change.
enum class Reach { none, own, all };

// Who somebody is to a call, from the least to the most.
enum class Standing {
    anonymous,
    onboarding,
    choosing_workspace,
    employee,     // without a part in the project that the call names, or it names none
    participant,  // in that project
    manager,      // of that project
    administrator,
};
constexpr auto words(Standing) {
    using enum Standing;
    return std::array{word(anonymous, "anonymous"),
                      word(onboarding, "onboarding"),
                      word(choosing_workspace, "choosing_workspace"),
                      word(employee, "employee"),
                      word(participant, "participant"),
                      word(manager, "manager"),
                      word(administrator, "administrator")};
}

// The one table of rights, which the router reads: what an endpoint's access means for somebody.
// An error instead of none: unauthenticated for whom logging in may help, else forbidden.
Result<Reach> reach_of(api::Access access, Standing standing);

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
    Reach reach = Reach::none;  // filled in by the router

    // The session that a handler works on, in a certain state. Errors: unauthenticated.
    Result<Session> session_in(api::SessionState state) const;
};

// By the session alone: nobody is more than an employee or an administrator before a call has named
// a project.
Standing standing_of(const Caller& caller);

}  // namespace busy24::http
