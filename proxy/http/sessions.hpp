// From the cookie's token to who calls, and from one set of rights to another.
#pragma once

#include "proxy/doors/clock.hpp"
#include "proxy/http/caller.hpp"
#include "proxy/store/user_sessions.hpp"

namespace busy24::http {

// What becomes of the onboarding draft that hangs on the session.
enum class Draft { follows, is_left_behind };

// Thread-safe.
class Sessions {
public:
    Sessions(store::UserSessions& sessions, Clock& clock) : sessions_(sessions), clock_(clock) {}

    // nullopt when there is no such session, it is over, or its user is no longer active.
    Result<std::optional<Session>> find(std::string_view token);

    // Gives the caller a session with the rights of `wanted` and a new token; the old one is dead
    // at once. The time fields and the hash of `wanted` are filled in here.
    Result<> open(Caller& caller, const store::UserSession& wanted, Draft draft);

    // Ends the caller's session, if there is one.
    Result<> end(Caller& caller);

private:
    store::UserSessions& sessions_;
    Clock& clock_;
};

}  // namespace busy24::http
