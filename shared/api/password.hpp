// Calls about a Busy password that somebody has forgotten.
#pragma once

#include <string>

#include "shared/api/session.hpp"
#include "shared/language.hpp"

namespace busy24::api {

// A letter with a link goes to the address if it has a Busy password; what is answered does not
// tell. Failures: conflict "no_mail" when no letters are sent from here; throttled.
struct RequestPasswordReset {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/password/forgotten", Access::anyone};
    using Reply = Nothing;
    std::string email;
    Language language = Language::nb;  // of the page, and so of the letter
    static constexpr auto fields() {
        return std::tuple{field("email", &RequestPasswordReset::email),
                          field("language", &RequestPasswordReset::language)};
    }
};

enum class ResetState { open, expired, used };
constexpr auto words(ResetState) {
    return std::array{word(ResetState::open, "open"), word(ResetState::expired, "expired"),
                      word(ResetState::used, "used")};
}

// A POST, so that the token is in no address that a log may keep. Failures: not_found "no_reset".
struct ReadPasswordReset {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/password/read", Access::anyone};
    struct Reply {
        ResetState state = ResetState::open;
        std::string email;
        static constexpr auto fields() {
            return std::tuple{field("state", &Reply::state), field("email", &Reply::email)};
        }
        bool operator==(const Reply&) const = default;
    };
    std::string token;
    static constexpr auto fields() { return std::tuple{field("token", &ReadPasswordReset::token)}; }
};

// Ends all sessions of the user and logs in. Failures: not_found "no_reset"; conflict "reset_over";
// invalid "password_too_short" (below 15 characters) or "password_too_long" (over 1,024 bytes).
struct SetNewPassword {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/password/reset", Access::anyone};
    using Reply = Session;
    std::string token;
    Secret password;
    static constexpr auto fields() {
        return std::tuple{field("token", &SetNewPassword::token),
                          field("password", &SetNewPassword::password)};
    }
};

}  // namespace busy24::api
