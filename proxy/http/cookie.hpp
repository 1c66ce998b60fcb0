// Our cookies: reading them out of a Cookie header, and writing and ending them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace busy24::http {

// The prefix makes browsers refuse a cookie that another host or a plain connection tries to plant.
inline constexpr std::string_view session_cookie = "__Host-busy24";
// A browser that somebody has logged in from.
inline constexpr std::string_view device_cookie = "__Host-busy24-device";

// The token of one of our cookies. nullopt when it is missing, stands twice, or is not 43
// characters of base64url: nothing else has ever been given out. The view is into `header`.
std::optional<std::string_view> token_in(std::string_view header, std::string_view cookie);

inline std::optional<std::string_view> session_token(std::string_view header) {
    return token_in(header, session_cookie);
}

// The values of a Set-Cookie header. The session's ends with the browser; the server ends it
// earlier. The device's stays for half a year after the last log-in.
std::string set_session_cookie(std::string_view token);
std::string end_session_cookie();
std::string set_device_cookie(std::string_view token);

}  // namespace busy24::http
