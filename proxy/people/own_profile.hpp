// What people see and change of themselves.
#pragma once

#include "proxy/doors/clock.hpp"
#include "proxy/http/caller.hpp"
#include "proxy/store/audit.hpp"
#include "proxy/store/devices.hpp"
#include "proxy/store/login_attempts.hpp"
#include "proxy/store/passwords.hpp"
#include "proxy/store/user_sessions.hpp"
#include "proxy/store/users.hpp"
#include "shared/api/profile.hpp"

namespace busy24::people {

// Lent for the program's life; all of them are thread-safe.
struct ProfileParts {
    store::Database& database;
    store::Users& users;
    store::UserSessions& user_sessions;
    store::Passwords& passwords;
    store::LoginAttempts& attempts;
    store::Devices& devices;
    store::Audit& audit;
    Clock& clock;
};

// Thread-safe. Each call is about the caller's own user.
class OwnProfile {
public:
    explicit OwnProfile(ProfileParts parts) : parts_(parts) {}

    Result<api::Profile> get(const http::Caller& caller);
    Result<api::Profile> save(http::Caller& caller, const api::SaveProfile& call);
    Result<api::Profile> change_password(http::Caller& caller, const api::ChangePassword& call);
    Result<api::Profile> end_sessions(const http::Caller& caller, const api::EndSessions& call);

private:
    Result<> check_old_password(const http::Caller& caller, const store::User& user,
                                const Secret& password);
    ProfileParts parts_;
};

}  // namespace busy24::people
