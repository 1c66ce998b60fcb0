// What the program promises about single calls: where they go, what an answer means, what is tried
// again.
#include "proxy/erp/exchange.hpp"

#include <doctest/doctest.h>

#include "proxy/erp/client_information.hpp"
#include "proxy/erp/company_service.hpp"
#include "proxy/erp/person_service.hpp"
#include "proxy/erp/project_service.hpp"
#include "proxy/erp/time_service.hpp"
#include "tests/erp/sessioned_erp.hpp"

using namespace busy24;
using namespace busy24::erp;
using project_service::GetProjectList;
using project_service::GetProjectRoles;
using project_service::SaveProject;

namespace {

const std::string three_projects =
    "<Project><Id>1</Id></Project><Project><Id>2</Id></Project><Project><Id>3</Id></Project>";

RecordingTransport::Answer cut_after(std::size_t size, const std::string& operation,
                                     const std::string& inner) {
    const auto body =
        soap_body(operation, "<" + operation + "Result>" + inner + "</" + operation + "Result>");
    return [=](const HttpRequest&, const BodySink& sink) -> Result<HttpAnswer> {
        (void)sink(body.substr(0, size));
        return Error{ErrorCode::ambiguous, "the connection was reset"};
    };
}

SaveProject save(std::optional<std::int32_t> id = std::nullopt) {
    SaveProject operation;
    operation.project.id = id;
    operation.project.name = "Kai 3";
    return operation;
}

}  // namespace

TEST_CASE("every service is called at its address, and both hosts get the cookie") {
    Rig rig;
    const auto session = rig.session();
    (void)session.call(client_service::GetUsers{});
    (void)session.call(company_service::GetCompanies{});
    (void)session.call(person_service::GetPersons{});
    (void)session.call(GetProjectRoles{});
    (void)session.call(time_service::GetSalaryTypes{});
    std::map<std::string, std::string> urls;
    for (const auto& sent : rig.erp.script.sent()) {
        urls[sent.operation] = sent.url;
        CHECK(sent.cookie == "ASP.NET_SessionId=session1");
    }
    CHECK(urls["GetUsers"] == "https://api.example/Client/V001/ClientService.asmx");
    CHECK(urls["GetCompanies"] == "https://api.example/CRM/Company/V001/CompanyService.asmx");
    CHECK(urls["GetPersons"] == "https://webservices.example/CRM/Contact/PersonService.asmx");
    CHECK(urls["GetProjectRoles"] ==
          "https://webservices.example/Project/V001/ProjectService.asmx");
    CHECK(urls["GetSalaryTypes"] == "https://webservices.example/timesheet/v001/timeservice.asmx");
}

TEST_CASE("a long list may be silent for three minutes, any other call for one") {
    Rig rig;
    std::map<std::string, std::int64_t> silence_ms;
    for (const std::string operation : {"GetProjectList", "GetProjectRoles"})
        rig.erp.next(operation,
                     [&silence_ms, operation](const HttpRequest& request,
                                              const BodySink&) -> Result<HttpAnswer> {
                         silence_ms[operation] = request.read_timeout_ms;
                         return Error{ErrorCode::unavailable, "refused"};
                     });
    const auto session = rig.session();
    (void)session.call(GetProjectRoles{});
    (void)session.stream(GetProjectList{}, [](auto&&) { return Result<>(); });
    CHECK(silence_ms["GetProjectList"] == 3 * minute_ms);
    CHECK(silence_ms["GetProjectRoles"] == minute_ms);
}

TEST_CASE("a login sends no cookie, and a cookie that the ERP offers is not taken") {
    Rig rig;
    rig.erp.next("GetProjectRoles",
                 http_answer(200, soap_body("GetProjectRoles", ""),
                             {{"Set-Cookie", "ASP.NET_SessionId=another; path=/"}}));
    const auto session = rig.client.session(kari(), fjordbygg).value();
    CHECK(rig.erp.script.sent()[0].cookie == "");
    rig.erp.script.forget_calls();
    CHECK(session.call(GetProjectRoles{}).ok());
    CHECK(session.call(GetProjectRoles{}).ok());
    CHECK(rig.erp.script.sent()[1].cookie == "ASP.NET_SessionId=session1");
}

TEST_CASE("what only reads is tried three times, by a person twice") {
    Rig rig;
    const auto session = rig.session();
    for (const auto& answer :
         {no_connection(), lost_answer(), http_answer(500, ""),
          http_answer(503, "<html>busy</html>"), http_answer(200, "<html>maintenance</html>"),
          cut_after(300, "GetProjectRoles", "<Role/>")}) {
        rig.erp.script.from_now_on("GetProjectRoles", answer);
        rig.erp.script.forget_calls();
        const auto result = session.call(GetProjectRoles{});
        CHECK(result.error().code == ErrorCode::unavailable);
        CHECK(rig.erp.script.count("GetProjectRoles") == 3);
        rig.erp.script.forget_calls();
        CHECK_FALSE(session.with(Patience::interactive).call(GetProjectRoles{}).ok());
        CHECK(rig.erp.script.count("GetProjectRoles") == 2);
    }
    rig.erp.next("GetProjectRoles", lost_answer());
    CHECK(session.call(GetProjectRoles{}).ok());
}

TEST_CASE("a write whose answer is lost is ambiguous, and is never sent again") {
    Rig rig;
    const auto session = rig.session();
    for (const auto& answer :
         {lost_answer(), http_answer(500, ""), http_answer(502, "<html/>"),
          http_answer(200, "not xml"), http_answer(200, ""), cut_after(300, "SaveProject", "4711"),
          fault_of("Timeout expired. The timeout period elapsed")}) {
        rig.erp.script.from_now_on("SaveProject", answer);
        rig.erp.script.forget_calls();
        CHECK(session.call(save()).error().code == ErrorCode::ambiguous);
        CHECK(rig.erp.script.count("SaveProject") == 1);
    }
    // Nothing reached the ERP, so it is known that nothing was written.
    rig.erp.script.from_now_on("SaveProject", no_connection());
    CHECK(session.call(save()).error().code == ErrorCode::unavailable);
    // A refusal is an answer.
    rig.erp.script.from_now_on("SaveProject", fault_of("Instance validation error"));
    CHECK(session.call(save()).error().code == ErrorCode::invalid);
}

TEST_CASE("what overwrites is never repeated as it was, since others may have saved meanwhile") {
    Rig rig;
    const auto session = rig.session();
    rig.erp.next("SaveProject", lost_answer());
    CHECK(session.call(save(4711)).error().code == ErrorCode::ambiguous);
    rig.erp.next("SaveProject", http_answer(429, "", {{"Retry-After", "7"}}));
    CHECK(session.call(save(4711)).error().code == ErrorCode::throttled);
    rig.erp.next("SaveProject", no_connection());
    CHECK(session.call(save(4711)).error().code == ErrorCode::unavailable);
    CHECK(rig.erp.script.count("SaveProject") == 3);
}

TEST_CASE("a login that is lost is made again, since twice is the same as once") {
    Rig rig;
    rig.erp.next("Login", lost_answer());
    CHECK(rig.client.sign_in(kari()).ok());
    CHECK(rig.erp.script.count("Login") == 2);
}

TEST_CASE("a burst that is refused is waited out, even by a write, which was not looked at") {
    Rig rig;
    const auto session = rig.session();
    rig.erp.next("SaveProject", http_answer(429, "", {{"Retry-After", "7"}}));
    const auto before = rig.clock.now();
    CHECK(session.call(save()).value() == 4711);
    CHECK(rig.clock.now() - before >= 7'000);

    rig.erp.next("GetProjectRoles", http_answer(429, "", {{"retry-after", "90"}}));
    const auto refused = session.with(Patience::interactive).call(GetProjectRoles{});
    CHECK(refused.error().code == ErrorCode::throttled);
    CHECK(refused.error().reason == "too_many_requests");
    CHECK(refused.error().retry_at_ms == rig.clock.now().ms + 90'000);
}

TEST_CASE("a quarantine ends all calls at once, of every login, until it is over") {
    Rig rig;
    const auto session = rig.session();
    rig.erp.next("GetProjectRoles", fault_of("Limit exceeded by 1. Request is blocked. Quarantine "
                                             "ends at 2026-06-05T12:00:00Z"));
    const auto first = session.call(GetProjectRoles{});
    CHECK(first.error().reason == "quarantine");
    CHECK(first.error().retry_at_ms == parse_iso8601("2026-06-05T12:00:00Z")->ms);
    rig.erp.script.forget_calls();
    CHECK(session.call(GetProjectRoles{}).error().reason == "quarantine");
    CHECK(rig.client.sign_in(kari()).error().reason == "quarantine");
    CHECK(rig.erp.script.calls() == "");
    rig.clock.set(*parse_iso8601("2026-06-05T12:00:00Z"));
    CHECK(session.call(GetProjectRoles{}).ok());
}

TEST_CASE(
    "a list that breaks off after its first item is not the whole list, and is not repeated") {
    Rig rig;
    const auto session = rig.session();
    rig.erp.script.from_now_on("GetProjectList", cut_after(400, "GetProjectList", three_projects));
    std::vector<std::int32_t> seen;
    const auto result = session.stream(GetProjectList{}, [&](auto&& project) -> Result<> {
        seen.push_back(*project.id);
        return {};
    });
    CHECK(result.error().code == ErrorCode::unavailable);
    CHECK(result.error().reason == "incomplete");
    CHECK_FALSE(seen.empty());
    CHECK(rig.erp.script.count("GetProjectList") == 1);

    // Before the first item it is tried again, and every item comes once.
    seen.clear();
    rig.erp.next("GetProjectList", cut_after(250, "GetProjectList", three_projects));
    rig.erp.script.then("GetProjectList", result_of("GetProjectList", three_projects));
    CHECK(session
              .stream(GetProjectList{},
                      [&](auto&& project) -> Result<> {
                          seen.push_back(*project.id);
                          return {};
                      })
              .ok());
    CHECK(seen.size() == 1);
}

TEST_CASE("an error of the receiver ends the transfer and is the result") {
    Rig rig;
    const auto session = rig.session();
    rig.erp.script.from_now_on("GetProjectList", result_of("GetProjectList", three_projects));
    int seen = 0;
    const auto result = session.stream(GetProjectList{}, [&](auto&&) -> Result<> {
        ++seen;
        return Error{ErrorCode::conflict, "the disk is full"};
    });
    CHECK(result.error().code == ErrorCode::conflict);
    CHECK(seen == 1);
    CHECK(rig.erp.script.count("GetProjectList") == 1);
}

TEST_CASE("a fault tells its operation, and no more of the server than its last cause") {
    Rig rig;
    const auto session = rig.session();
    rig.erp.script.from_now_on(
        "GetProjectRoles",
        fault_of("System.Exception: Access denied\n   at Office24Seven.Secret.Inside()"));
    const auto result = session.call(GetProjectRoles{});
    CHECK(result.error().code == ErrorCode::forbidden);
    CHECK(result.error().detail == "GetProjectRoles: fault: System.Exception: Access denied");
    CHECK(rig.erp.script.count("GetProjectRoles") == 1);
}

TEST_CASE("an address that is no service is not tried again") {
    for (const int status : {301, 302, 401, 403, 404, 405}) {
        Rig rig;
        const auto session = rig.session();
        rig.erp.script.from_now_on("GetProjectRoles", http_answer(status, "<html/>"));
        CHECK(session.call(GetProjectRoles{}).error().code == ErrorCode::internal);
        CHECK(rig.erp.script.count("GetProjectRoles") == 1);
    }
}

TEST_CASE("the client's information is asked for again while it is empty") {
    Rig rig;
    const auto session = rig.session();
    rig.erp.script.then("GetClientInformation", result_of("GetClientInformation", ""));
    rig.erp.script.then("GetClientInformation",
                        http_answer(200, soap_body("GetClientInformation", "")));
    rig.erp.script.then("GetClientInformation",
                        result_of("GetClientInformation", "<Name>Fjordbygg AS</Name>"));
    CHECK(read_client_information(session, rig.clock).value().name == "Fjordbygg AS");
    rig.erp.script.from_now_on("GetClientInformation", result_of("GetClientInformation", ""));
    rig.erp.script.forget_calls();
    CHECK(read_client_information(session, rig.clock).error().code == ErrorCode::unavailable);
    CHECK(rig.erp.script.count("GetClientInformation") == 5);
}
