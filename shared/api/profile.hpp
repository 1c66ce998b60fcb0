// Calls about oneself: name, language, password and where one is logged in.
#pragma once

#include <string>
#include <vector>

#include "shared/api/session.hpp"
#include "shared/language.hpp"

namespace busy24::api {

// A browser in which the person is logged in.
struct OwnSession {
    std::string id;
    std::int64_t began_at_ms = 0;
    std::int64_t seen_at_ms = 0;
    bool is_this = false;  // the one that asks
    static constexpr auto fields() {
        return std::tuple{
            field("id", &OwnSession::id), field("beganAtMs", &OwnSession::began_at_ms),
            field("seenAtMs", &OwnSession::seen_at_ms), field("isThis", &OwnSession::is_this)};
    }
    bool operator==(const OwnSession&) const = default;
};

struct Profile {
    std::string name;
    std::string email;
    Language language = Language::nb;  // of the letters that one gets
    bool has_password = false;         // a Busy password
    std::vector<OwnSession> sessions;  // this one first, then the newest
    static constexpr auto fields() {
        return std::tuple{field("name", &Profile::name), field("email", &Profile::email),
                          field("language", &Profile::language),
                          field("hasPassword", &Profile::has_password),
                          field("sessions", &Profile::sessions)};
    }
    bool operator==(const Profile&) const = default;
};

struct GetProfile {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/profile", Access::signed_in};
    using Reply = Profile;
    static constexpr auto fields() { return std::tuple{}; }
};

// Failures: invalid "name_missing".
struct SaveProfile {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/profile", Access::signed_in};
    using Reply = Profile;
    std::string name;
    Language language = Language::nb;
    static constexpr auto fields() {
        return std::tuple{field("name", &SaveProfile::name),
                          field("language", &SaveProfile::language)};
    }
};

// Ends all other sessions. Failures: forbidden "wrong_password" for the old one; invalid
// "password_too_short" or "password_too_long"; conflict "no_password" for somebody without a Busy
// password; throttled.
struct ChangePassword {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/profile/password", Access::signed_in};
    using Reply = Profile;
    Secret old_password;
    Secret new_password;
    static constexpr auto fields() {
        return std::tuple{field("oldPassword", &ChangePassword::old_password),
                          field("newPassword", &ChangePassword::new_password)};
    }
};

// Ends one of one's own sessions, or all but this one when `id` is empty. Failures: not_found.
struct EndSessions {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/profile/end-sessions",
                                       Access::signed_in};
    using Reply = Profile;
    std::string id;
    static constexpr auto fields() { return std::tuple{field("id", &EndSessions::id)}; }
};

}  // namespace busy24::api
