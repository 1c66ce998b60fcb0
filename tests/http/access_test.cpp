// Who may call what: every call of the API against every kind of caller.
#include <doctest/doctest.h>

#include "shared/api/all.hpp"
#include "tests/http/site_harness.hpp"

using namespace busy24;
using api::SessionState;

namespace {

struct Who {
    const char* name;
    std::optional<http::Session> session;
    // By api::Access: anyone, visitor, signed_in, administrator, project_reader, project_manager.
    int expected[6];
};

http::Session session(SessionState state, api::Role role = api::Role::employee) {
    return {.hash = "h", .state = state, .user = {"u"}, .workspace = {"w"}, .role = role};
}

const Who everybody[] = {
    {"anonymous", std::nullopt, {200, 401, 401, 401, 401, 401}},
    {"visitor", session(SessionState::onboarding), {200, 200, 401, 401, 401, 401}},
    {"choosing", session(SessionState::choosing_workspace), {200, 200, 401, 401, 401, 401}},
    {"employee", session(SessionState::signed_in), {200, 403, 200, 403, 200, 403}},
    {"administrator",
     session(SessionState::signed_in, api::Role::administrator),
     {200, 403, 200, 200, 200, 200}},
};

}  // namespace

TEST_CASE("every call is open to exactly those that its endpoint names") {
    tests::SiteHarness harness;
    api::AllCalls::for_each([&]<class C>() {
        harness.router.on<C>(
            [](http::Caller&, C) -> Result<typename C::Reply> { return typename C::Reply{}; });
    });
    const std::string token(43, 't');
    for (const auto& who : everybody) {
        harness.sessions.clear();
        if (who.session) harness.sessions[token] = *who.session;
        api::AllCalls::for_each([&]<class C>() {
            const bool is_get = C::endpoint.method == api::Method::get;
            auto request = harness.request(std::string(word_of(C::endpoint.method)),
                                           std::string(C::endpoint.path), is_get ? "" : "{}");
            request.headers.cookie = "__Host-busy24=" + token;
            CAPTURE(who.name);
            CAPTURE(request.path);
            const auto answer = harness.site.answer(request);
            CHECK(answer.status == who.expected[static_cast<std::size_t>(C::endpoint.access)]);
        });
    }
}

TEST_CASE("who may not call learns nothing of what a call looks like") {
    tests::SiteHarness harness;
    harness.router.on<api::CancelRun>(
        [](http::Caller&, api::CancelRun) -> Result<api::Run> { return api::Run{}; });
    const auto right =
        harness.site.answer(harness.request("POST", "/api/v1/run/cancel", R"({"id":"x"})"));
    const auto wrong = harness.site.answer(harness.request("POST", "/api/v1/run/cancel", "{{{"));
    CHECK(right.status == 401);
    CHECK(wrong.status == 401);
}

TEST_CASE("no two calls share method and path, and all live under /api/v1/") {
    std::vector<std::string> seen;
    api::AllCalls::for_each([&]<class C>() {
        const auto key = std::string(word_of(C::endpoint.method)) + std::string(C::endpoint.path);
        CHECK(std::find(seen.begin(), seen.end(), key) == seen.end());
        CHECK(C::endpoint.path.substr(0, 8) == "/api/v1/");
        CHECK(C::endpoint.body_bytes_max <= 64 * 1024);
        seen.push_back(key);
    });
}
