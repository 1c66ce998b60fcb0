// The rules that stand before every call: host, origin, type, length; and the constant failures.
#include "proxy/http/site.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "shared/api/all.hpp"
#include "tests/http/site_harness.hpp"

using namespace busy24;
using tests::body_of;
using tests::header_of;
using tests::SiteHarness;

namespace {

struct SiteStage : SiteHarness {
    int calls = 0;
    Result<api::Nothing> next = api::Nothing{};
    SiteStage() {
        router.on<api::LogOut>([this](http::Caller&, api::LogOut) {
            ++calls;
            return next;
        });
        router.on<api::GetSession>(
            [](http::Caller&, api::GetSession) -> Result<api::Session> { return api::Session{}; });
    }
    http::Request log_out() const { return request("POST", "/api/v1/session/logout", "{}"); }
};

api::Failure failure_of(const http::Answer& answer) {
    const auto parsed = parse_json<api::FailureAnswer>(body_of(answer));
    REQUIRE(parsed.ok());
    return parsed.value().error;
}

}  // namespace

TEST_CASE_FIXTURE(SiteStage, "a call from our own page arrives") {
    const auto answer = site.answer(log_out());
    CHECK(answer.status == 200);
    CHECK(body_of(answer) == "{}");
    CHECK(header_of(answer, "Content-Type") == "application/json; charset=utf-8");
    CHECK(header_of(answer, "Cache-Control") == "no-store");
    CHECK(calls == 1);
}

TEST_CASE_FIXTURE(SiteStage, "another host name is answered with 421, whatever is asked") {
    for (const auto* host : {"", "busy.example.no:81", "busy.example.no.", "evil.example", "[::1]"})
        for (const auto* path : {"/", "/api/v1/session", "/app.wasm"}) {
            auto request = SiteHarness::request("GET", path);
            request.headers.host = host;
            CAPTURE(host);
            CHECK(site.answer(request).status == 421);
        }
    auto request = SiteHarness::request("GET", "/api/v1/session");
    request.headers.host = "BUSY.example.NO";
    CHECK(site.answer(request).status == 200);
}

TEST_CASE_FIXTURE(SiteStage, "state changes only on the word of the browser that it is our page") {
    struct Row {
        const char* fetch_site;
        const char* origin;
        int status;
    };
    const Row rows[] = {
        {"same-origin", "", 200},
        {"same-origin", "https://evil.example", 200},  // no page can set Sec-Fetch-Site
        {"", "https://busy.example.no", 200},
        {"", "", 403},
        {"", "null", 403},
        {"", "https://evil.example", 403},
        {"", "http://busy.example.no", 403},
        {"", "https://busy.example.no:444", 403},
        {"same-site", "https://busy.example.no", 403},
        {"cross-site", "https://busy.example.no", 403},
        {"none", "https://busy.example.no", 403},
    };
    for (const auto& row : rows) {
        auto request = log_out();
        request.headers.fetch_site = row.fetch_site;
        request.headers.origin = row.origin;
        CAPTURE(row.fetch_site);
        CAPTURE(row.origin);
        const int before = calls;
        CHECK(site.answer(request).status == row.status);
        CHECK(calls - before == (row.status == 200 ? 1 : 0));
    }
}

TEST_CASE_FIXTURE(SiteStage, "another site may not read the API either") {
    auto request = SiteHarness::request("GET", "/api/v1/session");
    request.headers.fetch_site = "cross-site";
    CHECK(site.answer(request).status == 403);
    request.headers.fetch_site = "none";
    CHECK(site.answer(request).status == 200);
}

TEST_CASE_FIXTURE(SiteStage, "only exact JSON is read as a call") {
    for (const auto* type :
         {"", "text/plain", "application/x-www-form-urlencoded", "application/jsonp",
          "application/json, text/plain", "multipart/form-data; boundary=x"}) {
        auto request = log_out();
        request.headers.content_type = type;
        CAPTURE(type);
        CHECK(site.answer(request).status == 415);
    }
    auto packed = log_out();
    packed.headers.content_encoding = "gzip";
    CHECK(site.answer(packed).status == 415);
    CHECK(calls == 0);
}

TEST_CASE_FIXTURE(SiteStage, "a body that breaks a rule of JSON or of the call is refused") {
    for (const auto* body : {"", "[]", "null", "{", R"({"extra":1})", R"({"a":1,"a":1})"}) {
        auto request = log_out();
        request.body = body;
        CAPTURE(body);
        const auto answer = site.answer(request);
        CHECK(answer.status == 422);
        CHECK(failure_of(answer).code == ErrorCode::invalid);
    }
    auto deep = log_out();
    deep.body = std::string(10'000, '[');
    CHECK(site.answer(deep).status == 422);
    auto endless = log_out();
    endless.body.assign(api::LogOut::endpoint.body_bytes_max + 1, ' ');
    CHECK(site.answer(endless).status == 413);
    CHECK(calls == 0);
}

TEST_CASE_FIXTURE(SiteStage, "a failure tells code, reason and tracking id, and never the detail") {
    next = Error{ErrorCode::throttled, "SOAP fault from server sql-17", 1700, "quarantine"};
    const auto answer = site.answer(log_out());
    CHECK(answer.status == 429);
    const auto failure = failure_of(answer);
    CHECK(failure.code == ErrorCode::throttled);
    CHECK(failure.reason == "quarantine");
    CHECK(failure.retry_at_ms == 1700);
    CHECK(failure.tracking_id.size() == 26);
    CHECK(body_of(answer).find("sql-17") == std::string::npos);
    CHECK(log_text.find("sql-17") != std::string::npos);
    CHECK(log_text.find(failure.tracking_id) != std::string::npos);
}

TEST_CASE_FIXTURE(SiteStage, "every code has its own status") {
    const std::pair<ErrorCode, int> statuses[] = {
        {ErrorCode::invalid, 422},     {ErrorCode::unauthenticated, 401},
        {ErrorCode::forbidden, 403},   {ErrorCode::not_found, 404},
        {ErrorCode::conflict, 409},    {ErrorCode::throttled, 429},
        {ErrorCode::unavailable, 503}, {ErrorCode::ambiguous, 504},
        {ErrorCode::internal, 500}};
    for (const auto& [code, status] : statuses) {
        next = Error{code, "detail"};
        CHECK(site.answer(log_out()).status == status);
    }
}

TEST_CASE_FIXTURE(SiteStage, "an unknown call and a known one by another method differ") {
    CHECK(site.answer(SiteHarness::request("GET", "/api/v1/nothing")).status == 404);
    CHECK(site.answer(SiteHarness::request("GET", "/api/v1/session/logout")).status == 405);
    CHECK(site.answer(SiteHarness::request("DELETE", "/api/v1/session")).status == 405);
    CHECK(site.answer(SiteHarness::request("GET", "/api/v1/session/")).status == 404);
    CHECK(site.answer(SiteHarness::request("GET", "/api/v1/%73ession")).status == 404);
    CHECK(site.answer(SiteHarness::request("POST", "/", "{}")).status == 405);
}

TEST_CASE_FIXTURE(SiteStage, "only calls with a body may have one, up to their limit") {
    CHECK(site.body_bytes_max(log_out()) == api::LogOut::endpoint.body_bytes_max);
    CHECK(site.body_bytes_max(SiteHarness::request("GET", "/api/v1/session")) == 0);
    CHECK(site.body_bytes_max(SiteHarness::request("POST", "/")) == 0);
}

TEST_CASE_FIXTURE(SiteStage, "health is answered to any host name") {
    auto request = SiteHarness::request("GET", "/healthz");
    request.headers.host = "10.0.0.1";
    CHECK(body_of(site.answer(request)) == "ok\n");
}

TEST_CASE_FIXTURE(SiteStage, "the log has no query, no cookie and no body") {
    auto request = SiteHarness::request("GET", "/api/v1/session?search=kanari");
    request.headers.cookie = "__Host-busy24=" + std::string(43, 'k');
    site.answer(request);
    auto call = log_out();
    call.body = R"({"kanari":"kanari"})";
    site.answer(call);
    CHECK(log_text.find("kanari") == std::string::npos);
    CHECK(log_text.find("kkk") == std::string::npos);
    CHECK(log_text.find("/api/v1/session") != std::string::npos);
}

TEST_CASE_FIXTURE(SiteStage, "the OpenAPI document names every call, and no password can be read") {
    const auto answer = site.answer(SiteHarness::request("GET", "/api/v1/openapi.json"));
    REQUIRE(answer.status == 200);
    const auto document = nlohmann::json::parse(body_of(answer), nullptr, false);
    REQUIRE(document.is_object());
    CHECK(document["openapi"] == "3.1.0");
    api::AllCalls::for_each([&]<class C>() {
        CAPTURE(C::endpoint.path);
        const auto& path = document["paths"][std::string(C::endpoint.path)];
        CHECK(path.is_object());
    });
    const auto& log_in = document["components"]["schemas"]["LogIn"]["properties"];
    CHECK(log_in["password"]["writeOnly"] == true);
    CHECK(document["components"]["schemas"].contains("ChooseTenantReply"));
}
