// 24SevenOffice fails in the middle, or refuses: what is told, and how it goes on.
#include "tests/sync/mirror_harness.hpp"

using namespace busy24;

namespace {

// Until nothing is due any more, as time goes by.
void let_time_pass(MirrorHarness& harness, std::int64_t duration_ms) {
    for (std::int64_t passed = 0; passed < duration_ms; passed += minute_ms) {
        harness.clock.advance(minute_ms);
        harness.mirror->work_until_idle();
    }
}

}  // namespace

TEST_CASE("an outage in the middle is told, waited out and survived") {
    MirrorHarness harness(small);
    REQUIRE(harness.erp.set_fault("http-500,operation=GetProjectList").ok());
    const auto id = harness.mirror->start_first_run(harness.connection, "").value();
    harness.mirror->work_until_idle();
    const auto waiting = harness.newest_run();
    CHECK(waiting.state == api::RunState::reading);
    REQUIRE(waiting.failure);
    CHECK(waiting.failure->code == ErrorCode::unavailable);
    CHECK(waiting.failure->retry_at_ms);
    CHECK(harness.count("SELECT COUNT(*) FROM project") == 0);
    CHECK(harness.count("SELECT COUNT(*) FROM person") == 0);

    harness.erp.clear_faults();
    let_time_pass(harness, 10 * minute_ms);
    const auto done = harness.mirror->run(harness.workspace, id).value();
    CHECK(done.state == api::RunState::succeeded);
    CHECK_FALSE(done.failure);
    CHECK(progress_of(done, Entity::project).created == 40);
    // The lists that had come to their end were not fetched again.
    CHECK(harness.erp.calls("GetPersons") == 1);
}

TEST_CASE("a list that breaks off marks nothing as gone") {
    MirrorHarness harness(small);
    harness.first_run();
    const auto links = harness.count("SELECT COUNT(*) FROM link");
    harness.clock.advance(hour_ms);
    REQUIRE(harness.erp.set_fault("truncated,operation=GetProjectList").ok());
    REQUIRE(harness.mirror->start_first_run(harness.connection, "").ok());
    harness.mirror->work_until_idle();
    CHECK(harness.newest_run().state != api::RunState::succeeded);
    harness.erp.clear_faults();
    let_time_pass(harness, 10 * minute_ms);
    const auto run = harness.newest_run();
    CHECK(run.state == api::RunState::succeeded);
    CHECK(progress_of(run, Entity::project).unchanged == 40);
    CHECK(harness.count("SELECT COUNT(*) FROM link") == links);
}

TEST_CASE("a preview that cannot read says why, and is made when 24SevenOffice is back") {
    MirrorHarness harness(small);
    REQUIRE(harness.erp.set_fault("http-500").ok());
    const auto failed = harness.prepare();
    CHECK(failed.state == api::PreviewState::failed);
    REQUIRE(failed.failure);
    CHECK(failed.failure->code == ErrorCode::unavailable);
    harness.erp.clear_faults();
    // A login that met an outage is not tried again within the same second.
    harness.clock.advance(second_ms);
    const auto ready = harness.prepare();
    CHECK(ready.state == api::PreviewState::ready);
    CHECK(harness.count("SELECT COUNT(*) FROM run") == 1);
}

TEST_CASE("a refused login is not tried again by itself, but when a person says so") {
    MirrorHarness harness(small);
    bool is_refused = true;
    int asked = 0;
    harness.mirror = std::make_unique<sync::Mirror>(sync::MirrorParts{
        .database = *harness.database,
        .clock = harness.clock,
        .random = harness.random,
        .erp = [&](const ConnectionId&) -> Result<erp::Session> {
            ++asked;
            if (is_refused)
                return Error{ErrorCode::unauthenticated, "no login", {}, "login_expired"};
            return harness.client->session({.username = std::string(simulator::demo::api_user),
                                            .password = Secret(simulator::demo::api_user_password)},
                                           TenantId{MirrorHarness::tenant});
        }});
    const auto id = harness.mirror->start_first_run(harness.connection, "").value();
    harness.mirror->work_until_idle();
    let_time_pass(harness, 30 * minute_ms);
    CHECK(asked == 1);
    const auto failed = harness.newest_run();
    CHECK(failed.state == api::RunState::failed);
    REQUIRE(failed.failure);
    CHECK(failed.failure->reason == "login_expired");
    CHECK_FALSE(failed.failure->retry_at_ms);

    is_refused = false;
    REQUIRE(harness.mirror->resume(harness.workspace, id).ok());
    harness.mirror->work_until_idle();
    CHECK(harness.newest_run().state == api::RunState::succeeded);
}

TEST_CASE("a plan is made anew for other switches, and when it is old") {
    MirrorHarness harness(small);
    CHECK(harness.mirror->preview(harness.connection).value().state == api::PreviewState::none);
    harness.prepare();
    harness.prepare();
    CHECK(harness.erp.calls("GetPersons") == 1);
    harness.set_switches(true, false, true);
    CHECK(harness.mirror->preview(harness.connection).value().state == api::PreviewState::none);
    CHECK(harness.prepare().plans.size() == 3);
    CHECK(harness.erp.calls("GetPersons") == 2);
    harness.clock.advance(16 * minute_ms);
    harness.first_run();
    CHECK(harness.erp.calls("GetPersons") == 3);
    CHECK(harness.count("SELECT COUNT(*) FROM work_type") == 0);
}

TEST_CASE("one run at a time, and a workspace sees only its own") {
    MirrorHarness harness(small);
    const auto id = harness.mirror->start_first_run(harness.connection, "").value();
    CHECK(harness.mirror->start_first_run(harness.connection, "").error().code ==
          ErrorCode::conflict);
    CHECK(harness.mirror->prepare(harness.connection).error().code == ErrorCode::conflict);
    CHECK(harness.newest_run().state == api::RunState::queued);
    CHECK(harness.mirror->run(WorkspaceId{"en annen"}, id).error().code == ErrorCode::not_found);
    CHECK(harness.mirror->cancel(WorkspaceId{"en annen"}, id).error().code == ErrorCode::not_found);
}

TEST_CASE("the worker's thread does what is asked for, and stops when told") {
    MirrorHarness harness(small);
    SystemClock clock;
    harness.mirror = std::make_unique<sync::Mirror>(sync::MirrorParts{
        .database = *harness.database,
        .clock = clock,
        .random = harness.random,
        .erp = [&](const ConnectionId&) {
            return harness.client->session({.username = std::string(simulator::demo::api_user),
                                            .password = Secret(simulator::demo::api_user_password)},
                                           TenantId{MirrorHarness::tenant});
        }});
    harness.mirror->start();
    const auto id = harness.mirror->start_first_run(harness.connection, "").value();
    const auto is_done = [&] {
        return harness.mirror->run(harness.workspace, id).value().state == api::RunState::succeeded;
    };
    for (int i = 0; i < 2'000 && !is_done(); ++i) clock.sleep(10);
    CHECK(is_done());
    harness.mirror->stop();
}
