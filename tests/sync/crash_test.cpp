// Whatever ends a first mirror early, it comes to the same end.
#include "proxy/store/runs.hpp"
#include "tests/sync/mirror_harness.hpp"

using namespace busy24;

namespace {

std::string mirrored_without_a_crash() {
    MirrorHarness harness(small);
    harness.first_run();
    return harness.mirrored();
}

}  // namespace

TEST_CASE("a process killed at any statement of the first mirror changes nothing of its end") {
    const auto expected = mirrored_without_a_crash();
    MirrorHarness measured(small);
    measured.prepare();
    const auto begun = measured.database->statements();
    measured.first_run();
    const auto statements = measured.database->statements() - begun;
    REQUIRE(statements > 300);
    // Every statement would be the same few places again and again: a stride that is prime visits
    // all kinds of them.
    for (std::int64_t at = 1; at < statements; at += 41) {
        CAPTURE(at);
        MirrorHarness harness(small);
        harness.prepare();
        harness.database->die_at(at);
        const auto started = harness.mirror->start_first_run(harness.connection, "Kari Nordlie");
        harness.mirror->work_until_idle();
        harness.reopen();
        REQUIRE(store::Runs(*harness.database).release_all().ok());
        if (started.ok())
            harness.mirror->work_until_idle();
        else
            harness.first_run();
        CHECK(harness.newest_run().state == api::RunState::succeeded);
        CHECK(harness.mirrored() == expected);
    }
}

TEST_CASE("a process killed again and again still comes to the same end") {
    const auto expected = mirrored_without_a_crash();
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        CAPTURE(seed);
        SeededRandom dice(seed);
        MirrorHarness harness(small);
        REQUIRE(harness.mirror->start_first_run(harness.connection, "Kari Nordlie").ok());
        for (int crash = 0; crash < 20; ++crash) {
            harness.database->die_at(static_cast<std::int64_t>(1 + random_up_to(dice, 400)));
            harness.mirror->work_until_idle();
            harness.reopen();
            REQUIRE(store::Runs(*harness.database).release_all().ok());
        }
        harness.mirror->work_until_idle();
        CHECK(harness.newest_run().state == api::RunState::succeeded);
        CHECK(harness.mirrored() == expected);
    }
}

TEST_CASE("a cancelled run stops, keeps what it has, and goes on when it is told to") {
    const auto expected = mirrored_without_a_crash();
    MirrorHarness harness(small);
    const auto id = harness.mirror->start_first_run(harness.connection, "Kari Nordlie").value();
    bool is_cancelled = false;
    // Somebody presses the button between two transactions of the worker's.
    harness.database->watch = [&, inside = false](std::string_view sql) mutable {
        if (inside || is_cancelled || sql != "BEGIN") return;
        inside = true;
        if (harness.count("SELECT COUNT(*) FROM link WHERE entity = 'work_type'") > 0) {
            is_cancelled = true;
            CHECK(harness.mirror->cancel(harness.workspace, id).ok());
        }
        inside = false;
    };
    harness.mirror->work_until_idle();
    REQUIRE(is_cancelled);
    const auto stopped = harness.newest_run();
    CHECK(stopped.state == api::RunState::cancelled);
    CHECK(stopped.finished_at_ms);
    CHECK(progress_of(stopped, Entity::work_type).done > 0);
    CHECK(progress_of(stopped, Entity::project).done == 0);
    CHECK(harness.mirror->cancel(harness.workspace, id).error().code == ErrorCode::conflict);

    harness.mirror->work_until_idle();
    CHECK(harness.newest_run().state == api::RunState::cancelled);

    REQUIRE(harness.mirror->resume(harness.workspace, id).ok());
    CHECK(harness.mirror->resume(harness.workspace, id).error().code == ErrorCode::conflict);
    harness.mirror->work_until_idle();
    CHECK(harness.newest_run().state == api::RunState::succeeded);
    CHECK(harness.mirrored() == expected);
}

TEST_CASE("two workers on one database never do the same run") {
    MirrorHarness harness(small);
    REQUIRE(harness.mirror->start_first_run(harness.connection, "").ok());
    store::Runs runs(*harness.database);
    const store::Lease one{"one", minute_ms}, two{"two", minute_ms};
    const auto now = harness.clock.now();
    const auto claimed = runs.claim(one, now).value();
    REQUIRE(claimed);
    CHECK_FALSE(runs.claim(two, now).value());
    CHECK(runs.renew(claimed->id, one, now).value());
    // The first one is thought to be gone; when it comes back, it finds the door shut.
    CHECK(runs.claim(two, now + 2 * minute_ms).value());
    CHECK_FALSE(runs.renew(claimed->id, one, now + 2 * minute_ms).value());
    CHECK(runs.renew(claimed->id, two, now + 2 * minute_ms).value());
}

TEST_CASE("two workers never work on one connection at the same time") {
    MirrorHarness harness(small);
    harness.first_run();
    const auto later = harness.clock.now() + hour_ms;
    store::Runs runs(*harness.database);
    // One that waits for its next try, and one that somebody has asked for meanwhile.
    for (const auto* id : {"forste", "andre"})
        REQUIRE(runs.save(store::Run{.id = RunId{id},
                                     .connection_id = harness.connection,
                                     .workspace_id = harness.workspace,
                                     .is_started = true})
                    .ok());
    const store::Lease one{"one", minute_ms}, two{"two", minute_ms};
    const auto claimed = runs.claim(one, later).value();
    REQUIRE(claimed);
    CHECK_FALSE(runs.claim(two, later).value());
    REQUIRE(runs.release(claimed->id, one).ok());
    CHECK(runs.claim(two, later).value());
}
