// What becomes of one SOAP call: sent, answered, refused, lost, tried again.
#include "proxy/erp/exchange.hpp"

#include <algorithm>

#include "proxy/erp/faults.hpp"

namespace busy24::erp {

namespace {

// Quirk 24, quirk 25. A person does not wait as long as a job does.
constexpr std::int64_t brief_timeout_ms = 60'000;
constexpr std::int64_t brief_timeout_for_people_ms = 30'000;
constexpr std::int64_t list_timeout_ms = 180'000;
// A whole list may drip in slowly, but not for ever.
constexpr std::int64_t total_timeout_ms = 15 * minute_ms;
// 100,000 projects are about 150 MB of XML.
constexpr std::uint64_t answer_bytes_max = 1ull << 30;
// Of what is no XML: enough to reach the status line's meaning, not more.
constexpr std::uint64_t refused_bytes_max = 256 * 1024;

constexpr int tries_max = 3;
constexpr int tries_for_people_max = 2;
constexpr std::int64_t pause_first_ms = 500;
constexpr std::string_view login_throttle = "login_throttle";
constexpr std::int64_t login_throttle_ms = minute_ms;

// A log-in holds a password; what is freed would keep it.
void wipe(std::string& text) {
    volatile char* bytes = text.data();
    for (std::size_t i = 0; i < text.size(); ++i) bytes[i] = '\0';
    text.clear();
}

bool is_in(Service service, std::initializer_list<Service> services) {
    return std::find(services.begin(), services.end(), service) != services.end();
}

// Contract 1, endpoint list.
std::string_view path_of(Service service) {
    switch (service) {
        case Service::authenticate:
            return "/authenticate/v001/authenticate.asmx";
        case Service::client:
            return "/Client/V001/ClientService.asmx";
        case Service::company:
            return "/CRM/Company/V001/CompanyService.asmx";
        case Service::person:
            return "/CRM/Contact/PersonService.asmx";
        case Service::project:
            return "/Project/V001/ProjectService.asmx";
        case Service::time:
            return "/timesheet/v001/timeservice.asmx";
    }
    return {};
}

std::optional<std::int64_t> number_in(const std::optional<std::string>& text) {
    std::int64_t value = 0;
    if (!text || !read_wire(*text, value)) return std::nullopt;
    return value;
}

std::int64_t silence_ms(const Request& request) {
    if (request.wire.duration == Duration::list) return list_timeout_ms;
    return request.patience == Patience::interactive ? brief_timeout_for_people_ms
                                                     : brief_timeout_ms;
}

// The answer is lost: a write may have happened, anything else has done no harm.
Error lost(const Request& request, std::string detail, std::string reason = "erp_down") {
    const bool may_have_happened =
        request.effect == Effect::write || request.effect == Effect::overwrite;
    return Error{.code = may_have_happened ? ErrorCode::ambiguous : ErrorCode::unavailable,
                 .detail = std::move(detail),
                 .reason = std::move(reason)};
}

bool may_repeat(const Request& request, const Destination& destination, const Error& error) {
    if (destination.has_left()) return false;
    if (error.reason == login_throttle) return false;
    if (request.effect == Effect::overwrite) return false;
    // A throttled call was not looked at, so that even a write can be sent again.
    return error.code == ErrorCode::throttled ||
           (error.code == ErrorCode::unavailable && request.effect != Effect::write);
}

}  // namespace

Result<> Exchange::send(const Request& request, const Destination& destination) {
    const bool is_person = request.patience == Patience::interactive;
    const int tries = is_person ? tries_for_people_max : tries_max;
    for (int i = 1;; ++i) {
        auto result = send_once(request, destination).context(request.wire.name);
        if (result.ok()) return result;
        Error error = std::move(result).error();
        if (destination.has_left() && error.code == ErrorCode::unavailable)
            error.reason = "incomplete";
        if (error.code == ErrorCode::unavailable && !is_person) answered_at_ms_ = 0;
        if (i >= tries || !may_repeat(request, destination, error)) return error;
        // The throttle itself waits for the end of a refusal, or says that it takes too long.
        if (error.code == ErrorCode::throttled) continue;
        const auto longest = static_cast<std::uint64_t>(pause_first_ms) << i;
        if (!throttle_.pause(static_cast<std::int64_t>(random_up_to(random_, longest))))
            return error;
    }
}

Result<> Exchange::send_once(const Request& request, const Destination& destination) {
    const auto turn = TRY(throttle_.take(request.patience));
    if (request.guard && request.effect != Effect::read) TRY((*request.guard)());
    destination.clear();
    SoapReader reader(request.wire.name, destination.target);
    std::uint64_t refused = 0;
    auto http = http_request(request);
    const auto answer = transport_.send(http, [&](std::string_view piece) {
        if (reader.feed(piece)) return true;
        // It is not what it should be; the status will say more, if it comes soon.
        refused += piece.size();
        return !destination.has_left() && refused < refused_bytes_max;
    });
    wipe(http.body);
    return meaning_of(request, answer, reader);
}

HttpRequest Exchange::http_request(const Request& request) const {
    using enum Service;
    const bool is_api_host = is_in(request.wire.service, {authenticate, client, company});
    HttpRequest http;
    http.url = is_api_host ? hosts_.api : hosts_.webservices;
    http.url += path_of(request.wire.service);
    const auto action = std::string(soap_namespace) + '/' + std::string(request.wire.name);
    http.headers = {{"Content-Type", "text/xml; charset=utf-8"},
                    {"SOAPAction", '"' + action + '"'}};
    // By hand for both hosts, and never from Set-Cookie: the ERP may offer another id of the same
    // name (contract 2, quirk 6).
    if (request.session_id)
        http.headers.emplace_back("Cookie",
                                  "ASP.NET_SessionId=" + std::string(request.session_id->reveal()));
    http.body = request.envelope.reveal();
    http.read_timeout_ms = silence_ms(request);
    http.total_timeout_ms = total_timeout_ms;
    http.answer_bytes_max = answer_bytes_max;
    return http;
}

Result<> Exchange::meaning_of(const Request& request, const Result<HttpAnswer>& answer,
                              SoapReader& reader) {
    if (!answer.ok()) {
        const Error& error = answer.error();
        if (error.code == ErrorCode::unavailable)
            return Error{
                .code = ErrorCode::unavailable, .detail = error.detail, .reason = "erp_down"};
        const auto refusal = reader.finish();
        if (error.code == ErrorCode::internal && !refusal.ok())
            return lost(request, refusal.error().detail, "bad_answer");
        if (error.code == ErrorCode::ambiguous) return lost(request, error.detail);
        return error;
    }
    note_limits(answer.value());
    const int status = answer.value().status;
    if (status == 429) return refused_for_now(request, answer.value());
    throttle_.answered();
    const auto finished = reader.finish();
    // The status is not to be relied on; a fault is one with any (contract 1.4).
    if (finished.ok() && reader.fault()) {
        Error error = error_of(*reader.fault(), clock_.now());
        if (error.reason == "quarantine") throttle_.quarantine({*error.retry_at_ms});
        if (error.code == ErrorCode::unavailable) return lost(request, error.detail, error.reason);
        return error;
    }
    if (status == 200 && finished.ok()) {
        answered_at_ms_ = clock_.now().ms;
        return {};
    }
    if (status == 200) return lost(request, finished.error().detail, "bad_answer");
    if (status >= 500) return lost(request, "HTTP " + std::to_string(status));
    // Redirected, not found, forbidden: not the service that was asked for.
    return Error{.code = ErrorCode::internal,
                 .detail = "HTTP " + std::to_string(status),
                 .reason = "bad_answer"};
}

Error Exchange::refused_for_now(const Request& request, const HttpAnswer& answer) {
    const auto seconds = number_in(answer.header("Retry-After"));
    const auto wait_ms =
        seconds ? std::optional(std::clamp<std::int64_t>(*seconds, 0, 86'400) * second_ms)
                : std::nullopt;
    Error error{.code = ErrorCode::throttled, .detail = "HTTP 429"};
    // Repeated logins are throttled by account (quirk 3): it must not stop the calls of others.
    if (!request.session_id) {
        error.retry_at_ms =
            (clock_.now() +
             std::clamp<std::int64_t>(wait_ms.value_or(login_throttle_ms), second_ms, hour_ms))
                .ms;
        error.reason = login_throttle;
        return error;
    }
    error.retry_at_ms = throttle_.slow_down(wait_ms).ms;
    error.reason = "too_many_requests";
    return error;
}

void Exchange::note_limits(const HttpAnswer& answer) {
    const auto calls = number_in(answer.header("APILimitRemaining"));
    const auto reset_text = answer.header("APILimitReset");
    Instant reset;
    if (calls && reset_text && read_wire(*reset_text, reset)) throttle_.remaining(*calls, reset);
}

}  // namespace busy24::erp
