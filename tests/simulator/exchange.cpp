// Limits first, then the session, the rights, the operation; the faults come in between.
#include "tests/simulator/exchange.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

#include "tests/simulator/answer.hpp"
#include "tests/simulator/calendar.hpp"
#include "tests/simulator/connection.hpp"
#include "tests/simulator/limits.hpp"

namespace busy24::simulator {

namespace {

constexpr std::string_view cookie_name = "ASP.NET_SessionId=";

std::string cookie_session(const httplib::Request& request) {
    const auto cookies = request.get_header_value("Cookie");
    const auto at = cookies.find(cookie_name);
    if (at == std::string::npos) return {};
    const auto begin = at + cookie_name.size();
    return cookies.substr(begin, cookies.find(';', begin) - begin);
}

void offer_session(httplib::Response& response, const std::string& id) {
    response.set_header("Set-Cookie", std::string(cookie_name) + id + "; path=/; HttpOnly");
}

bool needs_session(std::string_view operation) {
    return operation != "Login" && operation != "HasSession" &&
           !operation.starts_with("GetIdentitiesWithCredential") &&
           operation != "AuthenticateByToken";
}

bool is_authentication(std::string_view operation) {
    return operation == "Login" || operation.starts_with("GetIdentitiesWithCredential");
}

const Handlers& handlers_of(const std::string& service) {
    static const std::map<std::string, Handlers> all{
        {"authenticate", authenticate_handlers()}, {"client", client_handlers()},
        {"company", company_handlers()},           {"person", person_handlers()},
        {"project", project_handlers()},           {"time", time_handlers()}};
    return all.at(service);
}

// Whether the session may use the service. Which text the real one has for a missing right is
// UNCERTAIN; .NET says this.
Result<> check_rights(const Call& call) {
    const auto& identity = call.identity();
    const auto& refused = identity.refused_services;
    if (call.service.facts_id != "authenticate" && (call.world.is_blocked(call.login(), identity) ||
                                                    call.world.is_revoked(call.login(), identity)))
        return fault("System.Exception: Client is not authenticated on this identity");
    if (std::find(refused.begin(), refused.end(), call.service.facts_id) != refused.end())
        return fault("System.UnauthorizedAccessException: Access is denied.");
    return {};
}

Result<Value> run(Call& call) {
    const auto& handlers = handlers_of(call.service.facts_id);
    const auto handler = handlers.find(call.operation.name);
    if (handler == handlers.end())
        return fault("System.NotImplementedException: The simulator does not play " +
                     call.operation.name);
    TRY(validate(call.service, call.operation, call.in));
    if (!needs_session(call.operation.name)) return handler->second(call);
    if (!call.session) return fault("System.Exception: Session is not authenticated");
    TRY(check_rights(call));
    auto result = handler->second(call);
    const auto is_list = result && result.value().kind == Value::Kind::list;
    if (is_list && call.sees_nothing()) return Value(LazyList{});
    return result;
}

// The faults that need no look at the request. True when one of them has answered.
bool has_failed_before(World& world, const std::vector<Fault>& faults, SoapVersion version,
                       httplib::Response& response) {
    if (find(faults, "http-500")) {
        response.status = 500;
        response.set_content("<!DOCTYPE html><html><body>Runtime Error</body></html>", "text/html");
    } else if (const auto* too_many = find(faults, "429"))
        answer_too_many(response, too_many->number(2));
    else if (find(faults, "quarantine"))
        answer_fault(response, version, fault(quarantine_text(world, 1)));
    else if (const auto* other = find(faults, "fault"))
        answer_fault(response, version, fault(other->value));
    else
        return false;
    return true;
}

// True when a limit has answered (contract 1.3).
bool is_refused_by_limits(World& world, SoapVersion version, httplib::Response& response) {
    if (!is_within_burst(world)) {
        answer_too_many(response, 1);
        return true;
    }
    const auto hour = count_in_hour(world);
    response.set_header("APILimitRemaining",
                        std::to_string(std::max<std::int64_t>(0, hour.remaining)));
    response.set_header("APILimitReset", write_date(hour.reset_at_ms));
    if (hour.remaining >= 0) return false;
    answer_fault(response, version, fault(quarantine_text(world, -hour.remaining)));
    return true;
}

// What came of a request, once the lock is given back.
struct Outcome {
    Result<Value> value = Value();
    const Operation* operation = nullptr;  // null: answered already
};

Outcome serve(World& world, const Service& service, const SoapRequest& soap,
              const httplib::Request& request, httplib::Response& response,
              const std::vector<Fault>& faults) {
    const std::lock_guard lock(world.mutex);
    ++world.calls[soap.body.name];
    if (is_refused_by_limits(world, soap.version, response)) return {};
    if (has_failed_before(world, faults, soap.version, response)) return {};
    const auto operation = service.operations.find(soap.body.name);
    if (operation == service.operations.end()) {
        answer_fault(response, soap.version, unknown_action(soap.body.name));
        return {};
    }
    if (is_authentication(operation->first) &&
        !may_authenticate(world, operation->first, soap.body)) {
        answer_too_many(response, 60);
        return {};
    }
    if (find(faults, "expire-sessions")) world.sessions.clear();
    const auto cookie = cookie_session(request);
    Call call{service, operation->second, soap.body, world, world.session(cookie)};
    auto value = run(call);
    if (operation->first == "Login" && value && !value.value().text.empty())
        offer_session(response, value.value().text);
    else if (cookie.empty())
        // As ASP.NET does for whoever comes without one: an id that is authenticated nowhere.
        offer_session(response, world.new_session_id());
    return {std::move(value), &operation->second};
}

}  // namespace

const Service* service_at(const std::string& path) {
    const auto is_same = [](char a, char b) { return std::tolower(a) == std::tolower(b); };
    // IIS does not tell capitals from small letters.
    for (const auto& [id, service] : all_services())
        if (std::equal(path.begin(), path.end(), service.path.begin(), service.path.end(), is_same))
            return &service;
    return nullptr;
}

void exchange(World& world, const httplib::Request& request, httplib::Response& response) {
    const auto* service = service_at(request.path);
    if (!service) {
        response.status = 404;
        return;
    }
    const auto soap = read_soap(request.body, request.get_header_value("Content-Type"),
                                request.get_header_value("SOAPAction"));
    if (!soap && soap.error().code == ErrorCode::forbidden) {
        response.status = 415;
        return;
    }
    if (!soap) return answer_fault(response, SoapVersion::v1_1, soap.error());
    std::vector<Fault> faults;
    {
        const std::lock_guard lock(world.mutex);
        faults = world.faults.hits(soap.value().body.name, world.chance());
    }
    if (const auto* latency = find(faults, "latency"))
        hold_connection(request, latency->number(1'000), world.is_stopping);
    if (find(faults, "reset")) return reset_connection(request);
    auto outcome = serve(world, *service, soap.value(), request, response, faults);
    if (!outcome.operation) return;
    if (const auto* silence = find(faults, "timeout-after-write")) {
        hold_connection(request, silence->number(0), world.is_stopping);
        return reset_connection(request);
    }
    if (!outcome.value) return answer_fault(response, soap.value().version, outcome.value.error());
    answer_value(world, response, soap.value().version,
                 AnswerWriter(*service, *outcome.operation, std::move(outcome.value).value()),
                 faults);
}

}  // namespace busy24::simulator
