// Coming back: the page for logging in tells nobody which names and passwords are right.
#include <atomic>
#include <thread>

#include "tests/app/app_harness.hpp"

using namespace busy24;
using namespace busy24::tests;

namespace {

struct LogInStage : AppHarness {
    Browser first{*this};
    Browser browser{*this, "198.51.100.1"};
    LogInStage() {
        first.reach_page_5();
        work();
        clock.advance(second_ms);  // 24SevenOffice counts the calls of a second
    }
};

}  // namespace

TEST_CASE_FIXTURE(LogInStage,
                  "the administrator logs in with the 24SevenOffice account, and out again") {
    const auto session = browser.log_in(demo::manager, demo::manager_password);
    REQUIRE(session.ok());
    CHECK(session.reply.state == api::SessionState::signed_in);
    CHECK(session.reply.user_email == demo::manager);
    CHECK(browser.call<api::GetConnection>().ok());
    const auto cookie = browser.cookie;
    REQUIRE(browser.call<api::LogOut>().ok());
    CHECK(browser.cookie == "__Host-busy24=");
    browser.cookie = cookie;
    CHECK(browser.call<api::GetSession>().reply.state == api::SessionState::anonymous);
    CHECK(browser.call<api::GetConnection>().status == 401);
}

TEST_CASE_FIXTURE(LogInStage, "unknown, wrong, and right but not here are the same answer") {
    const auto unknown = browser.log_in("ukjent@firma.example", "hva som helst");
    const auto wrong = browser.log_in(demo::manager, "feil");
    const auto elsewhere = browser.log_in(demo::accountant, demo::accountant_password);
    for (const auto* answer : {&unknown, &wrong, &elsewhere}) {
        CHECK(answer->status == 401);
        CHECK(answer->failure.code == ErrorCode::unauthenticated);
        CHECK(answer->failure.reason.empty());
        CHECK(answer->body.size() == unknown.body.size());
    }
    CHECK(browser.cookie.empty());
}

TEST_CASE_FIXTURE(LogInStage, "unknown names never reach 24SevenOffice") {
    erp.reset_calls();
    browser.log_in("ukjent@firma.example", "x");
    browser.log_in(demo::accountant, demo::accountant_password);
    CHECK(erp.calls() == 0);
}

TEST_CASE_FIXTURE(LogInStage, "answers leave on the grid, whoever asks") {
    for (const auto username : {std::string_view("ukjent@firma.example"), demo::manager}) {
        const auto started = clock.now();
        browser.log_in(username, "feil");
        const auto taken = clock.now() - started;
        CHECK(taken >= 1000);
        CHECK(taken % 250 == 0);
    }
}

TEST_CASE_FIXTURE(LogInStage, "while 24SevenOffice is down, every name is told so") {
    erp.stop();
    clock.advance(minute_ms);
    const auto log_in_unknown = [&] { return browser.log_in("ukjent@firma.example", "x"); };
    const auto log_in_known = [&] { return browser.log_in(demo::manager, demo::manager_password); };
    SUBCASE("a name that is known here first") {
        const auto known = log_in_known();
        CHECK(known.status == 503);
        CHECK(log_in_unknown().body.size() == known.body.size());
    }
    SUBCASE("a name that is not first") {
        const auto unknown = log_in_unknown();
        CHECK(unknown.status == 503);
        CHECK(unknown.failure.reason == log_in_known().failure.reason);
    }
    // It costs nobody a try, and is over when the outage is.
    for (int i = 0; i < 10; ++i) CHECK(log_in_known().status == 503);
    REQUIRE(erp.start());
    clock.advance(minute_ms);
    CHECK(log_in_unknown().status == 401);
    CHECK(log_in_known().ok());
}

TEST_CASE_FIXTURE(LogInStage, "what fails for one name alone is told to nobody") {
    clock.advance(minute_ms);
    SUBCASE("the log-in, in an outage that nobody has heard of") {
        REQUIRE(erp.set_fault("http-500,operation=Login").ok());
    }
    SUBCASE("the account's own throttle") { REQUIRE(erp.set_fault("429=60,operation=Login").ok()); }
    // It would tell that the password is right.
    SUBCASE("what comes after the log-in") {
        REQUIRE(erp.set_fault("http-500,operation=GetIdentities").ok());
    }
    const auto unknown = browser.log_in("ukjent@firma.example", "x");
    for (int i = 0; i < 5; ++i) {
        const auto known = browser.log_in(demo::manager, demo::manager_password);
        CHECK(known.status == 401);
        CHECK(known.body.size() == unknown.body.size());
    }
    CHECK(browser.log_in(demo::manager, demo::manager_password).failure.reason ==
          "too_many_attempts");
    CHECK(browser.log_in("ukjent@firma.example", "x").status == 401);
}

TEST_CASE_FIXTURE(LogInStage, "strangers' names cost one question to 24SevenOffice at a time") {
    clock.advance(minute_ms);
    erp.reset_calls();
    for (int i = 0; i < 8; ++i) browser.log_in("ukjent" + std::to_string(i) + "@a.example", "x");
    CHECK(erp.calls("HasSession") == 1);
    CHECK(erp.calls() == 1);
}

TEST_CASE_FIXTURE(LogInStage, "of 500 guesses at once, at most 5 reach 24SevenOffice") {
    erp.reset_calls();
    const auto started = clock.now();
    std::atomic<int> throttled = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 10; ++thread)
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 50; ++i) {
                // Each from another address: the account is what is protected.
                Browser attacker(*this, "203.0.113." + std::to_string(thread * 20 + i % 20));
                const auto answer = attacker.log_in(demo::manager, "gjett " + std::to_string(i));
                if (answer.status == 429) ++throttled;
            }
        });
    for (auto& thread : threads) thread.join();
    MESSAGE("password guesses that reached 24SevenOffice: ", erp.calls("Login"));
    // On this clock every answer's wait is a jump, which the others feel.
    const auto windows = 1 + (clock.now() - started) / (15 * minute_ms);
    CHECK(erp.calls("Login") <= 5 * windows);
    CHECK(throttled >= 500 - 5 * windows);
}

TEST_CASE_FIXTURE(LogInStage, "one address cannot try many names") {
    int throttled = 0;
    for (int i = 0; i < 20; ++i) {
        const auto answer = browser.sign_in("navn" + std::to_string(i) + "@firma.example", "x");
        if (answer.failure.reason == "too_many_attempts") ++throttled;
    }
    CHECK(throttled == 10);
}

TEST_CASE_FIXTURE(LogInStage, "right passwords do not count as guesses") {
    for (int i = 0; i < 12; ++i) {
        clock.advance(minute_ms);
        CHECK(browser.log_in(demo::manager, demo::manager_password).ok());
    }
}

TEST_CASE_FIXTURE(LogInStage, "a session ends after half an hour without a sign of life") {
    REQUIRE(browser.log_in(demo::manager, demo::manager_password).ok());
    for (int i = 0; i < 4; ++i) {
        clock.advance(20 * minute_ms);
        CHECK(browser.call<api::GetConnection>().ok());
    }
    clock.advance(31 * minute_ms);
    CHECK(browser.call<api::GetConnection>().status == 401);
}

TEST_CASE_FIXTURE(LogInStage, "a session ends after twelve hours, however busy") {
    REQUIRE(browser.log_in(demo::manager, demo::manager_password).ok());
    for (int i = 0; i < 12 * 3; ++i) {
        clock.advance(20 * minute_ms);
        browser.call<api::GetSession>();
    }
    clock.advance(minute_ms);
    CHECK(browser.call<api::GetSession>().reply.state == api::SessionState::anonymous);
}

TEST_CASE_FIXTURE(LogInStage, "another workspace's run is answered like one that is not there") {
    const auto mine = first.call<api::GetRun>().reply.id;
    Browser other(*this, "198.51.100.9");
    REQUIRE(other.sign_in(demo::accountant, demo::accountant_password).ok());
    REQUIRE(other.choose(demo::havbris).ok());
    REQUIRE(other.own_api_user(demo::api_user_of_all, demo::api_user_of_all_password).ok());
    REQUIRE(other.preview().state == api::PreviewState::ready);
    REQUIRE(other.call<api::Connect>().ok());
    const auto theirs = other.call<api::GetRun>({{"id", mine}});
    const auto nobodys = other.call<api::GetRun>({{"id", "01nothing"}});
    CHECK(theirs.status == 404);
    CHECK(nobodys.status == 404);
    CHECK(theirs.body.size() == nobodys.body.size());
    CHECK(other.call<api::CancelRun>({{"id", mine}}).status == 404);
    CHECK(other.call<api::ResumeRun>({{"id", mine}}).status == 404);
    CHECK(other.call<api::GetRunRecords>({{"runId", mine}}).status == 404);
}

TEST_CASE_FIXTURE(LogInStage, "who is in several workspaces chooses one") {
    // The accountant connects two of her clients.
    for (const auto tenant : {demo::havbris, demo::solglott}) {
        Browser other(*this, "198.51.100.9");
        REQUIRE(other.sign_in(demo::accountant, demo::accountant_password).ok());
        REQUIRE(other.choose(tenant).ok());
        REQUIRE(other.own_api_user(demo::api_user_of_all, demo::api_user_of_all_password).ok());
        REQUIRE(other.preview().state == api::PreviewState::ready);
        REQUIRE(other.call<api::Connect>().ok());
    }
    const auto choice = browser.log_in(demo::accountant, demo::accountant_password);
    REQUIRE(choice.ok());
    CHECK(choice.reply.state == api::SessionState::choosing_workspace);
    REQUIRE(choice.reply.workspaces.size() == 2);
    CHECK(browser.call<api::GetSession>().reply == choice.reply);
    CHECK(browser.call<api::GetConnection>().status == 401);
    CHECK(browser.call<api::ChooseWorkspace>({{"workspaceId", "01other"}}).status == 404);
    const auto& wanted = choice.reply.workspaces[1];
    const auto cookie = browser.cookie;
    const auto session = browser.call<api::ChooseWorkspace>({{"workspaceId", wanted.id}});
    REQUIRE(session.ok());
    CHECK(session.reply.state == api::SessionState::signed_in);
    CHECK(session.reply.workspace_name == wanted.name);
    CHECK(browser.cookie != cookie);
}
