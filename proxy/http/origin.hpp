// Where a request may come from: our own host name, and our own pages for everything that changes
// state.
#pragma once

#include <string>
#include <string_view>

#include "proxy/http/message.hpp"
#include "shared/result.hpp"

namespace busy24::http {

// The public address of the program, taken apart once. Compared with, never trusted from a request.
struct PublicUrl {
    std::string origin;     // "https://busy.example.no:8443", as browsers write it
    std::string authority;  // "busy.example.no:8443": what the Host header must be
    bool is_https = false;

    // Accepts https://host[:port], and http:// for loopback names only; no path, no user part,
    // lower case host. Errors: invalid, saying what is wrong.
    static Result<PublicUrl> parse(std::string_view url);
    bool operator==(const PublicUrl&) const = default;
};

// Security rule: Host must be the configured one, or a rebinding page could talk to us.
bool is_our_host(const RequestHeaders& headers, const PublicUrl& url);

// Security rule: state changes only with Sec-Fetch-Site: same-origin, or, where a browser does not
// send it, with exactly our Origin. Both absent is refused.
bool is_same_origin(const RequestHeaders& headers, const PublicUrl& url);

// Security rule: exactly JSON, so that no form of another site can be a call.
bool is_json(const RequestHeaders& headers);

}  // namespace busy24::http
