// Parses the Cookie header by hand: one pass, no copies, no surprises.
#include "proxy/http/cookie.hpp"

#include <algorithm>

namespace busy24::http {

namespace {

constexpr std::size_t token_length = 43;  // 32 random bytes in base64url
// Beyond this a header is not from a browser that only holds our two cookies.
constexpr std::size_t header_bytes_max = 4096;

bool is_token_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
}

bool is_token(std::string_view text) {
    return text.size() == token_length && std::all_of(text.begin(), text.end(), is_token_character);
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// Secure works on http://localhost too: browsers count loopback as a safe place.
constexpr std::string_view attributes = "; Path=/; Secure; HttpOnly; SameSite=Strict";

}  // namespace

std::optional<std::string_view> token_in(std::string_view header, std::string_view cookie) {
    if (header.size() > header_bytes_max) return std::nullopt;
    std::optional<std::string_view> found;
    while (!header.empty()) {
        const auto end = header.find(';');
        const auto pair = trimmed(header.substr(0, end));
        header = end == std::string_view::npos ? std::string_view() : header.substr(end + 1);
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos || pair.substr(0, equals) != cookie) continue;
        // Two of them means that somebody planted one; which is ours cannot be told.
        if (found) return std::nullopt;
        found = pair.substr(equals + 1);
    }
    if (!found || !is_token(*found)) return std::nullopt;
    return found;
}

std::string set_session_cookie(std::string_view token) {
    return std::string(session_cookie) + "=" + std::string(token) + std::string(attributes);
}

std::string end_session_cookie() { return set_session_cookie("") + "; Max-Age=0"; }

std::string set_device_cookie(std::string_view token) {
    // 180 days: see store::device_lifetime_ms.
    return std::string(device_cookie) + "=" + std::string(token) + std::string(attributes) +
           "; Max-Age=15552000";
}

}  // namespace busy24::http
