// «Bytt konto»: another API user in the place of the one that is there, and never half of it.
#include <algorithm>

#include "tests/app/mirror_harness.hpp"

using namespace busy24;
using namespace busy24::tests;

namespace {

struct Changing : MirrorHarness {
    tests::Outcome<api::ChangeAccount> change(std::string_view username,
                                              std::string_view password) {
        return browser.call<api::ChangeAccount>({{"username", username}, {"password", password}});
    }
    tests::Outcome<api::ChangeAccount> change_to_other() {
        return change(demo::api_user_of_all, demo::api_user_of_all_password);
    }
    std::string account() { return browser.call<api::GetConnection>().reply.api_user_name; }
    api::Run sync() {
        REQUIRE(browser.call<api::SyncNow>({{"isFull", true}}).ok());
        work();
        return *browser.call<api::GetMirror>().reply.run;
    }
    static api::RightState state_of(const api::ChangeAccount::Reply& reply, api::Right right) {
        return reply.checks.at(static_cast<std::size_t>(right)).state;
    }
    std::int64_t records() {
        std::int64_t sum = 0;
        for (const auto& count : browser.call<api::GetConnection>().reply.counts)
            sum += count.active + count.archived;
        return sum;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Changing, "another API user takes over, and everything else is as it was") {
    const auto project = some_project();
    const auto before = records();
    const auto reply = change_to_other();
    REQUIRE(reply.ok());
    CHECK(reply.reply.is_in_use);
    CHECK(account() == demo::api_user_of_all);
    work();
    const auto run = *browser.call<api::GetMirror>().reply.run;
    CHECK(run.state == api::RunState::succeeded);
    CHECK(run.started_by == "Ingrid Solheim");
    CHECK(records() == before);
    CHECK(explain(project.record.id).is_linked);
    // The old one is needed no more.
    erp.edit([](simulator::World& world) {
        world.login(std::string(demo::api_user))->password = "byttet";
    });
    restart();
    CHECK(sync().state == api::RunState::succeeded);
}

TEST_CASE_FIXTURE(Changing, "an API user that does not do changes nothing") {
    const auto wrong = change(demo::api_user_of_all, "feil");
    REQUIRE(wrong.ok());
    CHECK_FALSE(wrong.reply.is_in_use);
    CHECK(state_of(wrong.reply, api::Right::log_in) == api::RightState::denied);

    const auto limited = change(demo::limited_user, demo::limited_user_password);
    CHECK_FALSE(limited.reply.is_in_use);
    CHECK(state_of(limited.reply, api::Right::reach_tenant) == api::RightState::granted);
    CHECK(state_of(limited.reply, api::Right::read_projects) == api::RightState::denied);

    const auto elsewhere = change("per.aasen@nordlys-elektro.example", demo::blocked_password);
    CHECK_FALSE(elsewhere.reply.is_in_use);
    CHECK(state_of(elsewhere.reply, api::Right::reach_tenant) == api::RightState::denied);

    CHECK(account() == demo::api_user);
    CHECK(sync().state == api::RunState::succeeded);
    CHECK(change("", "x").failure.reason == "incomplete");
}

TEST_CASE_FIXTURE(Changing, "guesses at an API user's password are counted as log-ins are") {
    for (int i = 0; i < 5; ++i) CHECK(change(demo::api_user_of_all, "feil").ok());
    const auto sixth = change(demo::api_user_of_all, "feil");
    CHECK(sixth.failure.reason == "too_many_attempts");
    CHECK(sixth.failure.retry_at_ms);
}

TEST_CASE_FIXTURE(Changing, "who tries one account after the other has no more guesses") {
    for (int i = 0; i < 5; ++i) CHECK(change("konto" + std::to_string(i) + "@a.no", "feil").ok());
    CHECK(change_to_other().failure.reason == "too_many_attempts");
    clock.advance(16 * minute_ms);
    CHECK(change_to_other().reply.is_in_use);
}

TEST_CASE_FIXTURE(Changing, "strangers who guess at the API user's account keep nobody from it") {
    for (int i = 0; i < 20; ++i) {
        clock.advance(4 * minute_ms);
        Browser stranger(*this, "10.0.0." + std::to_string(i));
        CHECK(stranger.log_in(demo::api_user_of_all, "feil").status == 401);
        CHECK(stranger.log_in(demo::api_user, "feil").status == 401);
        browser.call<api::GetConnection>();  // a sign of life
    }
    CHECK(browser.call<api::TestConnection>().ok());
    CHECK(change_to_other().reply.is_in_use);
    Browser other(*this, "192.0.2.9");
    REQUIRE(other.sign_in(demo::accountant, demo::accountant_password).ok());
    REQUIRE(other.choose(demo::havbris).ok());
    CHECK(other.own_api_user(demo::api_user_of_all, demo::api_user_of_all_password)
              .reply.api_user.is_working);
}

TEST_CASE_FIXTURE(Changing, "page 3 has five guesses, however often page 1 is gone through again") {
    Browser other(*this, "192.0.2.9");
    const auto guess = [&](std::string_view password) {
        REQUIRE(other.sign_in(demo::accountant, demo::accountant_password).ok());
        REQUIRE(other.choose(demo::havbris).ok());
        clock.advance(second_ms);
        return other.own_api_user(demo::api_user_of_all, password);
    };
    for (int i = 0; i < 5; ++i) CHECK_FALSE(guess("feil").reply.api_user.is_working);
    CHECK(guess(demo::api_user_of_all_password).failure.reason == "too_many_attempts");
}

TEST_CASE_FIXTURE(Changing, "while 24SevenOffice is down, the old account stays and it is said") {
    erp.stop();
    const auto reply = change_to_other();
    CHECK(reply.status == 503);
    REQUIRE(erp.start());
    CHECK(account() == demo::api_user);
}

TEST_CASE_FIXTURE(Changing, "a run under way goes on with the new account") {
    REQUIRE(browser.call<api::SyncNow>({{"isFull", true}}).ok());
    // Not one call with the old one after it was replaced.
    REQUIRE(change_to_other().reply.is_in_use);
    erp.edit([](simulator::World& world) {
        world.login(std::string(demo::api_user))->password = "byttet";
    });
    erp.expire_sessions();
    work();
    CHECK(browser.call<api::GetMirror>().reply.run->state == api::RunState::succeeded);
}

TEST_CASE_FIXTURE(Changing, "the same API user with its new password is taken as well") {
    erp.edit([](simulator::World& world) {
        world.login(std::string(demo::api_user))->password = "nytt her";
    });
    erp.expire_sessions();
    CHECK(sync().state == api::RunState::failed);
    clock.advance(minute_ms);
    REQUIRE(change(demo::api_user, "nytt her").reply.is_in_use);
    work();
    CHECK(browser.call<api::GetMirror>().reply.run->state == api::RunState::succeeded);
    clock.advance(minute_ms);
    restart();
    CHECK(sync().state == api::RunState::succeeded);
}

TEST_CASE("whoever chose «Gjør dette senere» adds an API user when there is one") {
    AppHarness harness;
    Browser browser(harness);
    REQUIRE(browser.sign_in(demo::manager, demo::manager_password).ok());
    REQUIRE(browser.choose(demo::granlund).ok());
    REQUIRE(browser.api_user(api::ApiUserMode::later).ok());
    REQUIRE(browser.preview().state == api::PreviewState::ready);
    REQUIRE(browser.call<api::Connect>().ok());
    harness.work();
    const auto changed = browser.call<api::ChangeAccount>(
        {{"username", demo::api_user}, {"password", demo::api_user_password}});
    REQUIRE(changed.reply.is_in_use);
    CHECK(browser.call<api::GetConnection>().reply.api_user_mode == api::ApiUserMode::own);
    // From now on it needs nobody to be logged in.
    harness.restart();
    harness.clock.advance(2 * hour_ms);
    REQUIRE(harness.app->mirror().start_due_runs().ok());
    harness.work();
    REQUIRE(browser.log_in(demo::manager, demo::manager_password).ok());
    CHECK(browser.call<api::GetMirror>().reply.run->state == api::RunState::succeeded);
}

TEST_CASE_FIXTURE(Changing, "an account is changed by an administrator of the workspace alone") {
    Browser stranger(*this, "192.0.2.9");
    CHECK(stranger
              .call<api::ChangeAccount>({{"username", demo::api_user_of_all},
                                         {"password", demo::api_user_of_all_password}})
              .status == 401);
}
