// A whole Site over a small web root and a router of the test's own, called in process.
#pragma once

#include <map>
#include <string>

#include "proxy/http/openapi.hpp"
#include "proxy/http/site.hpp"
#include "tests/http/web_root.hpp"

namespace busy24::tests {

struct SiteHarness {
    SystemClock clock;
    SystemRandom random;
    std::string log_text;
    Log log{clock, [this](std::string_view line) { log_text += line; }};
    WebRoot web_root;
    http::Router router;
    http::StaticFiles files = http::StaticFiles::load(web_root.folder).value();
    std::map<std::string, http::Session, std::less<>> sessions;  // by token
    http::Site site{{.public_url = http::PublicUrl::parse("https://busy.example.no").value(),
                     .router = router,
                     .files = files,
                     .find_session = [this](std::string_view token) { return find(token); },
                     .openapi = http::openapi_document(),
                     .clock = clock,
                     .random = random,
                     .log = log}};

    Result<std::optional<http::Session>> find(std::string_view token) const {
        const auto found = sessions.find(token);
        if (found == sessions.end()) return std::optional<http::Session>();
        return std::optional(found->second);
    }

    // A request as a browser on our own page sends it.
    static http::Request request(std::string method, std::string path, std::string body = {}) {
        http::Request out;
        const auto mark = path.find('?');
        out.method = std::move(method);
        out.path = path.substr(0, mark);
        if (mark != std::string::npos) out.query = path.substr(mark + 1);
        out.body = std::move(body);
        out.address = "192.0.2.7";
        out.headers.host = "busy.example.no";
        out.headers.fetch_site = "same-origin";
        if (out.method != "GET") out.headers.content_type = "application/json";
        return out;
    }
};

inline std::string header_of(const http::Answer& answer, std::string_view name) {
    for (const auto& [known, value] : answer.headers)
        if (known == name) return value;
    return {};
}

inline std::string body_of(const http::Answer& answer) { return answer.body ? *answer.body : ""; }

}  // namespace busy24::tests
