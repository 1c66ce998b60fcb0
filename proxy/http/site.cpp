// Applies the standing rules in order: host, route, origin, type, session, right; then calls.
#include "proxy/http/site.hpp"

#include <algorithm>

#include "proxy/http/cookie.hpp"
#include "shared/time.hpp"

namespace busy24::http {

namespace {

constexpr std::string_view api_prefix = "/api/";
constexpr std::string_view openapi_path = "/api/v1/openapi.json";

// No inline script or style, nothing from another origin, no frame, and no text that can become
// script without a policy. 'wasm-unsafe-eval' lets WebAssembly compile, and only that.
constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
    "img-src 'self'; style-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "trusted-types 'none'";

Answer plain_answer(int status, std::string text) {
    Answer answer;
    answer.status = status;
    set_header(answer, "Content-Type", "text/plain; charset=utf-8");
    set_header(answer, "Cache-Control", "no-store");
    answer.body = std::make_shared<const std::string>(std::move(text));
    return answer;
}

bool changes_state(std::string_view method) { return method != "GET" && method != "HEAD"; }

// The code that goes with a status that no code of ours stands for, such as 413 or 415.
ErrorCode code_of_status(int status) {
    if (status == 404 || status == 405) return ErrorCode::not_found;
    return status >= 500 ? ErrorCode::internal : ErrorCode::invalid;
}

bool is_table(std::string_view path) {
    return path.size() > 4 && path.substr(path.size() - 4) == ".csv";
}

}  // namespace

Site::Site(SiteParts parts) : parts_(std::move(parts)) {}

std::string Site::make_request_id() { return make_id(parts_.random, parts_.clock.now()); }

std::vector<std::pair<std::string, std::string>> Site::standing_headers() const {
    std::vector<std::pair<std::string, std::string>> headers{
        {"Content-Security-Policy", std::string(content_security_policy)},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
    };
    // Two years. Over plain http it means nothing, and localhost must stay reachable without TLS.
    if (parts_.public_url.is_https)
        headers.emplace_back("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    return headers;
}

std::size_t Site::body_bytes_max(const Request& request) const {
    const auto* endpoint = parts_.router.find(request.method, request.path);
    return endpoint && endpoint->method != api::Method::get ? endpoint->body_bytes_max : 0;
}

Answer Site::refusal(const Request& request, int status) {
    const Error error{code_of_status(status), "refused by the server", std::nullopt, {}};
    const auto request_id = make_request_id();
    parts_.log.write({.level = status >= 500 ? LogLevel::error : LogLevel::warning,
                      .event = "refused",
                      .request_id = request_id,
                      .method = request.method,
                      .path = request.path,
                      .status = status});
    auto answer = failure_answer(error, request_id, status);
    answer.connection = Connection::close;
    return answer;
}

Answer Site::answer(const Request& request) { return route(request, make_request_id()); }

Answer Site::route(const Request& request, const std::string& request_id) {
    const bool is_read = !changes_state(request.method);
    // Health is asked by machines that know no host name.
    if (request.path == "/healthz" && is_read) return plain_answer(200, "ok\n");
    if (!is_our_host(request.headers, parts_.public_url))
        return failure_answer({ErrorCode::invalid, "", std::nullopt, "wrong_host"}, request_id,
                              421);
    if (request.path.rfind(api_prefix, 0) == 0) return answer_api(request, request_id);
    if (is_read) return parts_.files.answer(request);
    auto answer = failure_answer({ErrorCode::not_found, ""}, request_id, 405);
    set_header(answer, "Allow", "GET, HEAD");
    return answer;
}

Result<> Site::check_request(const Request& request, const api::Endpoint& endpoint) const {
    const auto& headers = request.headers;
    if (changes_state(request.method)) {
        if (!is_same_origin(headers, parts_.public_url))
            return Error{ErrorCode::forbidden, "not from our own page", std::nullopt, "cross_site"};
        if (request.body.size() > endpoint.body_bytes_max)
            return Error{ErrorCode::invalid, "body too long", std::nullopt, "too_long"};
        if (!is_json(headers) || !headers.content_encoding.empty())
            return Error{ErrorCode::invalid, "not plain JSON", std::nullopt, "not_json"};
        return {};
    }
    // Typed into the address bar is fine; asked for by another site is not.
    const auto& site = headers.fetch_site;
    if (!site.empty() && site != "same-origin" && site != "none")
        return Error{ErrorCode::forbidden, "not from our own page", std::nullopt, "cross_site"};
    return {};
}

Result<std::string> Site::call(const Request& request, Caller& caller) const {
    const auto* endpoint = parts_.router.find(request.method, request.path);
    if (!endpoint) return Error{ErrorCode::not_found, "no such call"};
    TRY(check_request(request, *endpoint));
    if (const auto token = session_token(request.headers.cookie))
        caller.session = TRY(parts_.find_session(*token));
    if (const auto token = token_in(request.headers.cookie, device_cookie))
        caller.device = Secret(*token);
    return parts_.router.call(caller, request);
}

// It fails after the answer has begun, so that the log is the only place to say so.
Stream Site::logged(Stream stream, LogEvent event) {
    return [this, stream = std::move(stream), event = std::move(event)](const auto& write) mutable {
        auto written = stream(write);
        if (written.ok()) return written;
        auto failed = event;
        failed.level = LogLevel::warning;
        failed.event = "stream_failed";
        failed.code = word_of(written.error().code);
        failed.detail = written.error().detail;
        parts_.log.write(failed);
        return written;
    };
}

Answer Site::answer_api(const Request& request, const std::string& request_id) {
    if (request.path == openapi_path && request.method == "GET") return json_answer(parts_.openapi);
    const auto started = parts_.clock.now();
    Caller caller{.request_id = request_id, .address = request.address};
    auto reply = call(request, caller);
    LogEvent event{.event = "request",
                   .request_id = request_id,
                   .method = request.method,
                   .path = request.path};
    if (caller.session) {
        event.workspace = caller.session->workspace.text;
        event.actor = caller.session->user.text;
    }
    const bool is_done = reply.ok();
    Answer answer;
    if (is_done && caller.stream) {
        answer = stream_answer(logged(std::move(caller.stream), event));
    } else if (is_done) {
        answer = json_answer(std::move(reply).value());
    } else {
        const auto& error = reply.error();
        answer = failure_answer(error, request_id, status_of_refusal(request, error));
        event.level = answer.status >= 500 ? LogLevel::error : LogLevel::info;
        event.code = word_of(error.code);
        event.reason = error.reason;
        event.detail = error.detail;
    }
    if (is_done && is_table(request.path)) make_table(answer);
    if (caller.new_token)
        set_header(answer, "Set-Cookie", set_session_cookie(caller.new_token->reveal()));
    else if (caller.has_ended)
        set_header(answer, "Set-Cookie", end_session_cookie());
    if (caller.new_device)
        answer.headers.emplace_back("Set-Cookie", set_device_cookie(caller.new_device->reveal()));
    event.status = answer.status;
    event.duration_ms = parts_.clock.now() - started;
    parts_.log.write(event);
    return answer;
}

// A few refusals have a status of HTTP's own that says more than the one of their code; 0 for the
// others.
int Site::status_of_refusal(const Request& request, const Error& error) const {
    if (error.reason == "too_long") return 413;
    if (error.reason == "not_json") return 415;
    const bool is_known = parts_.router.has_path(request.path);
    const bool is_other_method = !parts_.router.find(request.method, request.path);
    return is_known && is_other_method ? 405 : 0;
}

}  // namespace busy24::http
