// Checks Host, Origin, Sec-Fetch-Site and Content-Type by plain comparison.
#include "proxy/http/origin.hpp"

#include <algorithm>

#include "proxy/doors/loopback.hpp"
#include "shared/ascii.hpp"

namespace busy24::http {

namespace {

bool is_host_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

bool is_port(std::string_view text) {
    const bool digits =
        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits && !text.empty() && text.size() <= 5 && text.front() != '0';
}

bool is_host(std::string_view host) {
    if (host == "[::1]") return true;
    return !host.empty() && std::all_of(host.begin(), host.end(), is_host_character);
}

}  // namespace

Result<PublicUrl> PublicUrl::parse(std::string_view url) {
    const auto wrong = [](std::string_view why) {
        return Error{ErrorCode::invalid, std::string(why)};
    };
    constexpr std::string_view https = "https://";
    constexpr std::string_view http = "http://";
    const bool is_https = url.substr(0, https.size()) == https;
    if (!is_https && url.substr(0, http.size()) != http)
        return wrong("it must begin with https:// (or http:// on this machine)");
    auto authority = url.substr(is_https ? https.size() : http.size());
    if (!authority.empty() && authority.back() == '/') authority.remove_suffix(1);
    const auto bracket = authority.find(']');
    const auto colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
    const auto host = authority.substr(0, colon);
    if (!is_host(host)) return wrong("the host must be a plain lower-case name, without a path");
    if (colon != std::string_view::npos && !is_port(authority.substr(colon + 1)))
        return wrong("the port must be a number from 1 to 65535");
    if (!is_https && !is_loopback_host(host)) return wrong("http:// is for this machine only");
    // Browsers leave the standard port out of Host and Origin.
    if (authority.substr(host.size()) == (is_https ? ":443" : ":80")) authority = host;
    PublicUrl out;
    out.origin = std::string(is_https ? https : http) + std::string(authority);
    out.authority = std::string(authority);
    out.is_https = is_https;
    return out;
}

bool is_our_host(const RequestHeaders& headers, const PublicUrl& url) {
    return in_lower_case(headers.host) == url.authority;
}

bool is_same_origin(const RequestHeaders& headers, const PublicUrl& url) {
    if (!headers.fetch_site.empty()) return headers.fetch_site == "same-origin";
    return !headers.origin.empty() && headers.origin == url.origin;
}

bool is_json(const RequestHeaders& headers) {
    const auto type = in_lower_case(headers.content_type);
    return type == "application/json" || type == "application/json; charset=utf-8" ||
           type == "application/json;charset=utf-8";
}

}  // namespace busy24::http
