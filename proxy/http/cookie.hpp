// The session cookie: reading it out of a Cookie header, and writing and ending it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace busy24::http {

// The prefix makes browsers refuse a cookie that another host or a plain connection tries to plant.
inline constexpr std::string_view session_cookie = "__Host-busy24";

// The token of the session cookie. nullopt when it is missing, stands twice, or is not 43
// characters of base64url: nothing else has ever been given out. The view is into `header`.
std::optional<std::string_view> session_token(std::string_view header);

// The values of a Set-Cookie header. The cookie ends with the browser; the server ends it earlier.
std::string set_session_cookie(std::string_view token);
std::string end_session_cookie();

}  // namespace busy24::http
