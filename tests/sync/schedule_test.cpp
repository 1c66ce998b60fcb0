// When the mirror runs by itself, over nights, summer time and failures.
#include <doctest/doctest.h>

#include "proxy/domain/schedule.hpp"

namespace busy24 {

namespace {

const Instant noon = from_utc({.year = 2026, .month = 6, .day = 5, .hour = 10});

domain::MirrorTimes quiet() {
    return {.now = noon + 10 * second_ms,
            .read_at = noon,
            .compared_at = noon,
            .ended_at = noon + 5 * second_ms};
}

}  // namespace

TEST_CASE("24SevenOffice is asked every hour") {
    const auto due = domain::next_run(quiet());
    CHECK_FALSE(due.is_full);
    CHECK(due.at == noon + hour_ms);
}

TEST_CASE("a change made here leaves within five seconds") {
    auto times = quiet();
    times.has_changes = true;
    const auto due = domain::next_run(times);
    CHECK_FALSE(due.is_full);
    CHECK(due.at - times.ended_at <= 5 * second_ms);
}

TEST_CASE("what failed for good is not tried again at once, and a pause is kept") {
    auto times = quiet();
    times.has_changes = true;
    times.has_failed = true;
    CHECK(domain::next_run(times).at - times.ended_at >= 10 * minute_ms);
    times.paused_until = noon + day_ms;
    CHECK(domain::next_run(times).at == noon + day_ms);
}

TEST_CASE("every night, everything is compared once, at an odd minute between 00 and 06") {
    for (std::uint64_t spread = 0; spread < 200; ++spread) {
        auto times = quiet();
        times.spread = spread;
        auto last = times.compared_at;
        // Two years of hourly runs, over four changes of the clocks.
        int nights = 0;
        for (int hour = 0; hour < 2 * 365 * 24; ++hour) {
            const auto due = domain::next_run(times);
            REQUIRE(due.at > times.read_at);
            times.read_at = due.at;
            times.now = times.ended_at = due.at + second_ms;
            if (!due.is_full) continue;
            ++nights;
            times.compared_at = due.at;
            const auto there = to_oslo(due.at);
            CAPTURE(to_iso8601(due.at));
            CHECK(there.hour < 6);
            CHECK(there.minute % 2 == 1);
            CHECK(due.at - last >= 12 * hour_ms);
            CHECK(due.at - last <= 26 * hour_ms);
            last = due.at;
        }
        CHECK(nights >= 2 * 365 * 23 / 24);
        if (spread == 20) spread = 150;  // the rest is the same
    }
}

TEST_CASE("a night that was missed is left for the next one, for a day and a half") {
    auto times = quiet();
    times.read_at = noon + 19 * hour_ms;
    times.now = noon + 20 * hour_ms;
    CHECK_FALSE(domain::next_run(times).is_full);
    times.paused_until = noon + 30 * hour_ms;
    times.now = noon + 29 * hour_ms;
    CHECK_FALSE(domain::next_run(times).is_full);
    times.paused_until = {};
    times.now = noon + 37 * hour_ms;
    times.read_at = times.now;
    const auto due = domain::next_run(times);
    CHECK(due.is_full);
    CHECK(due.at <= times.now);
}

TEST_CASE("a clock that was set back makes nobody wait") {
    auto times = quiet();
    times.now = noon + -20 * hour_ms;
    const auto due = domain::next_run(times);
    CHECK(due.is_full);
    CHECK(due.at == times.now);
    times.paused_until = noon;
    CHECK(domain::next_run(times).at == noon);
}

}  // namespace busy24
