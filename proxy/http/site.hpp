// Everything that our server answers, as one function from request to answer: health, the API, the
// static files, and the rules that stand before them.
#pragma once

#include <functional>

#include "proxy/doors/clock.hpp"
#include "proxy/doors/random.hpp"
#include "proxy/http/origin.hpp"
#include "proxy/http/router.hpp"
#include "proxy/http/static_files.hpp"
#include "proxy/log.hpp"

namespace busy24::http {

// Finds the session of a token; nullopt when there is none, or it has ended.
using SessionFinder = std::function<Result<std::optional<Session>>(std::string_view token)>;

struct SiteParts {
    PublicUrl public_url;
    const Router& router;
    const StaticFiles& files;
    SessionFinder find_session;
    std::string openapi;  // the document's text
    Clock& clock;
    Random& random;
    Log& log;
};

// Thread-safe.
class Site {
public:
    explicit Site(SiteParts parts);

    // Never fails: whatever is wrong with a request has its answer.
    Answer answer(const Request& request);

    // How many bytes the body of this request may have; 0 when no call takes one.
    std::size_t body_bytes_max(const Request& request) const;

    // The constant answer when the server itself must refuse (too long, malformed, a stray
    // exception). Logged here.
    Answer refusal(const Request& request, int status);

    // The headers of every answer, whoever makes it.
    std::vector<std::pair<std::string, std::string>> standing_headers() const;

private:
    Answer route(const Request& request, const std::string& request_id);
    Stream logged(Stream stream, LogEvent event);
    Answer answer_api(const Request& request, const std::string& request_id);
    Result<std::string> call(const Request& request, Caller& caller) const;
    int status_of_refusal(const Request& request, const Error& error) const;
    Result<> check_request(const Request& request, const api::Endpoint& endpoint) const;
    std::string make_request_id();
    SiteParts parts_;
};

}  // namespace busy24::http
