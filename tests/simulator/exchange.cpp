// Limits first, then the session, the rights, the operation; the faults come in between.
#include "tests/simulator/exchange.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <thread>

#include "tests/simulator/calendar.hpp"
#include "tests/simulator/soap.hpp"

namespace busy24::simulator {

namespace {

constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::size_t items_per_piece = 200;

const Fault* find(const std::vector<Fault>& faults, std::string_view name) {
    for (const auto& fault : faults)
        if (fault.name == name) return &fault;
    return nullptr;
}

std::string cookie_session(const httplib::Request& request) {
    const auto cookies = request.get_header_value("Cookie");
    constexpr std::string_view name = "ASP.NET_SessionId=";
    const auto at = cookies.find(name);
    if (at == std::string::npos) return {};
    const auto begin = at + name.size();
    return cookies.substr(begin, cookies.find(';', begin) - begin);
}

std::string quarantine_text(const World& world) {
    return "System.Web.Services.Protocols.SoapException: Server was unable to process request. "
           "---> System.Exception: Limit exceeded by 1. Request is blocked. Quarantine ends at " +
           write_date((world.now_ms() / hour_ms + 1) * hour_ms);
}

void answer_fault(httplib::Response& response, SoapVersion version, std::string_view text) {
    response.status = 500;
    response.set_content(fault_envelope(version, text), std::string(content_type_of(version)));
}

void answer_too_many(httplib::Response& response, const char* retry_after) {
    response.status = 429;
    response.set_header("Retry-After", retry_after);
    response.set_content("Too Many Requests", "text/plain");
}

// Headers and no body: the connection breaks off.
void break_off(httplib::Response& response) {
    response.set_content_provider(
        1000, "text/xml; charset=utf-8",
        [](std::size_t, std::size_t, httplib::DataSink&) { return false; });
}

// Counts the request. False when a burst or the hour's limit refuses it (contract 1.3).
bool is_within_limits(World& world, SoapVersion version, httplib::Response& response) {
    const auto now = world.now_ms();
    auto& recent = world.recent_calls;
    while (!recent.empty() && now - recent.front() >= 1000) recent.pop_front();
    recent.push_back(now);
    if (static_cast<std::int64_t>(recent.size()) > world.limits.requests_per_second) {
        answer_too_many(response, "1");
        return false;
    }
    if (world.hour != now / hour_ms) {
        world.hour = now / hour_ms;
        world.calls_in_hour = 0;
    }
    const auto left = world.limits.requests_per_hour - ++world.calls_in_hour;
    response.set_header("APILimitRemaining", std::to_string(std::max<std::int64_t>(0, left)));
    response.set_header("APILimitReset", write_date((world.hour + 1) * hour_ms));
    if (left >= 0) return true;
    answer_fault(response, version, quarantine_text(world));
    return false;
}

// Repeated authentication with the same credentials is throttled (quirk 3).
bool may_log_in(World& world, const Element& in) {
    const auto* credential = in.child("credential");
    auto& recent = world.recent_logins[credential ? credential->text_of("Username") : ""];
    const auto now = world.now_ms();
    while (!recent.empty() && now - recent.front() >= 60'000) recent.pop_front();
    recent.push_back(now);
    return static_cast<std::int64_t>(recent.size()) <= world.limits.logins_per_minute;
}

bool needs_session(std::string_view operation) {
    return operation != "Login" && operation != "HasSession" &&
           !operation.starts_with("GetIdentitiesWithCredential") &&
           operation != "AuthenticateByToken";
}

bool contains(const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

const Handlers& handlers_of(const std::string& service) {
    static const std::map<std::string, Handlers> all{
        {"authenticate", authenticate_handlers()}, {"client", client_handlers()},
        {"company", company_handlers()},           {"person", person_handlers()},
        {"project", project_handlers()},           {"time", time_handlers()}};
    return all.at(service);
}

Result<Value> run(Call& call) {
    const auto& handlers = handlers_of(call.service.facts_id);
    const auto handler = handlers.find(call.operation.name);
    if (handler == handlers.end())
        return fault("System.NotImplementedException: " + call.operation.name);
    TRY(validate(call.service, call.operation, call.in));
    if (!needs_session(call.operation.name)) return handler->second(call);
    if (!call.session) return fault("System.Exception: Session is not authenticated");
    const auto& identity = call.identity();
    if (identity.is_blocked && call.service.facts_id != "authenticate")
        return fault("System.Exception: Client is not authenticated on this identity");
    if (contains(identity.refused_services, call.service.facts_id))
        return fault(
            "System.Web.Services.Protocols.SoapException: Server was unable to process request. "
            "---> System.UnauthorizedAccessException: Access is denied.");
    auto result = handler->second(call);
    const auto is_list = result && result.value().kind == Value::Kind::list;
    if (is_list && contains(identity.empty_services, call.service.facts_id))
        return Value(LazyList{});
    return result;
}

// The answer on its way out, item by item.
struct Outgoing {
    AnswerWriter writer;
    SoapVersion version;
    World& world;
    std::size_t next = 0;
    bool has_begun = false;
};

bool send_next(Outgoing& out, httplib::DataSink& sink) {
    std::string piece;
    if (!std::exchange(out.has_begun, true)) piece = envelope_head(out.version) + out.writer.head();
    {
        // The books may be edited between two pieces.
        const std::lock_guard lock(out.world.mutex);
        const auto end = std::min(out.next + items_per_piece, out.writer.item_count());
        for (; out.next < end; ++out.next) out.writer.item(out.next, piece);
    }
    const bool is_last = out.next >= out.writer.item_count();
    if (is_last) piece += out.writer.tail() + envelope_tail();
    if (!sink.write(piece.data(), piece.size())) return false;
    if (is_last) sink.done();
    return true;
}

void answer(httplib::Response& response, std::shared_ptr<Outgoing> out,
            const std::vector<Fault>& faults) {
    const std::string type(content_type_of(out->version));
    const auto* drip = find(faults, "slow-drip");
    const auto* huge = find(faults, "huge-answer");
    if (find(faults, "malformed"))
        return response.set_content("<soap:Envelope><soap:Body><Get", type);
    if (find(faults, "truncated")) {
        auto has_sent = std::make_shared<bool>(false);
        return response.set_content_provider(
            1 << 20, type, [out, has_sent](std::size_t, std::size_t, httplib::DataSink& sink) {
                if (*has_sent) return false;
                *has_sent = true;
                const auto text = envelope_head(out->version) + out->writer.head();
                return sink.write(text.data(), text.size());
            });
    }
    const int pause_ms = drip ? std::max(1, std::atoi(drip->value.c_str())) : 0;
    const auto padding = huge ? std::max(1, std::atoi(huge->value.c_str())) : 0;
    auto left = std::make_shared<int>(padding);
    response.set_chunked_content_provider(
        type, [out, pause_ms, left](std::size_t, httplib::DataSink& sink) {
            if (pause_ms) std::this_thread::sleep_for(std::chrono::milliseconds(pause_ms));
            if (out->has_begun || *left == 0) return send_next(*out, sink);
            const std::string blanks(1 << 20, ' ');
            if (--*left == 0) return send_next(*out, sink);
            return sink.write(blanks.data(), blanks.size());
        });
}

const Service* service_at(const std::string& path) {
    for (const auto& [id, service] : all_services())
        if (service.path == path) return &service;
    return nullptr;
}

// The faults that need no look at the request. True when one of them has answered.
bool has_failed_before(World& world, const std::vector<Fault>& faults, SoapVersion version,
                       httplib::Response& response) {
    if (find(faults, "reset"))
        break_off(response);
    else if (find(faults, "http-500")) {
        response.status = 500;
        response.set_content("<html><body>Runtime Error</body></html>", "text/html");
    } else if (find(faults, "429"))
        answer_too_many(response, "2");
    else if (find(faults, "quarantine"))
        answer_fault(response, version, quarantine_text(world));
    else if (const auto* fault = find(faults, "fault"))
        answer_fault(response, version, fault->value);
    else
        return false;
    return true;
}

void serve(World& world, const Service& service, SoapRequest& soap, const httplib::Request& request,
           httplib::Response& response, const std::vector<Fault>& faults) {
    const std::lock_guard lock(world.mutex);
    ++world.calls[soap.body.name];
    if (!is_within_limits(world, soap.version, response)) return;
    if (has_failed_before(world, faults, soap.version, response)) return;
    const auto operation = service.operations.find(soap.body.name);
    if (operation == service.operations.end())
        return answer_fault(response, soap.version,
                            "System.InvalidOperationException: Unable to handle request. The "
                            "action was not recognized.");
    if (operation->first == "Login" && !may_log_in(world, soap.body))
        return answer_too_many(response, "60");
    Call call{service, operation->second, soap.body, world, world.session(cookie_session(request))};
    auto result = run(call);
    if (find(faults, "timeout-after-write")) return break_off(response);
    if (!result) return answer_fault(response, soap.version, result.error().detail);
    if (operation->first == "Login" && !result.value().text.empty())
        response.set_header("Set-Cookie", "ASP.NET_SessionId=" + result.value().text +
                                              "; path=/; HttpOnly; SameSite=Lax");
    answer(response,
           std::make_shared<Outgoing>(
               Outgoing{AnswerWriter(service, operation->second, std::move(result).value()),
                        soap.version, world}),
           faults);
}

}  // namespace

void exchange(World& world, const httplib::Request& request, httplib::Response& response) {
    const auto* service = service_at(request.path);
    if (!service) {
        response.status = 404;
        return;
    }
    auto soap = read_soap(request.body);
    if (!soap) return answer_fault(response, SoapVersion::v1_1, soap.error().detail);
    std::vector<Fault> faults;
    {
        const std::lock_guard lock(world.mutex);
        faults = world.faults.hits(soap.value().body.name, world.chance());
    }
    if (const auto* latency = find(faults, "latency"))
        std::this_thread::sleep_for(std::chrono::milliseconds(std::atoi(latency->value.c_str())));
    serve(world, *service, soap.value(), request, response, faults);
}

}  // namespace busy24::simulator
