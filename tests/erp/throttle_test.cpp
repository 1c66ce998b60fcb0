// What the program promises about the ERP's limits.
#include "proxy/erp/throttle.hpp"

#include <doctest/doctest.h>

#include <deque>

#include "tests/fakes/manual_clock.hpp"
#include "tests/fakes/seeded_random.hpp"

using namespace busy24;
using namespace busy24::erp;

namespace {

struct ThrottleRig {
    ManualClock clock;
    SeededRandom random;
    Throttle throttle{clock, random, {}};
    Instant start = clock.now();

    std::int64_t passed_ms() { return clock.now() - start; }
    bool take(Patience patience) { return throttle.take(patience).ok(); }
};

}  // namespace

TEST_CASE("a first mirror of twelve calls does not wait at all") {
    ThrottleRig rig;
    for (int i = 0; i < 12; ++i) CHECK(rig.take(Patience::background));
    CHECK(rig.passed_ms() == 0);
}

TEST_CASE("the hourly limit says how many calls there are, and some are left to other programs") {
    const ThrottleRates usual;
    CHECK(rates_within(7'200).calls_per_second == usual.calls_per_second);
    CHECK(rates_within(7'200).burst == usual.burst);
    for (const std::int64_t limit : {60, 100, 1'000, 7'200, 1'000'000'000}) {
        CAPTURE(limit);
        const auto rates = rates_within(limit);
        CHECK(rates.calls_per_second * 3'600 + rates.burst < 0.9 * static_cast<double>(limit));
        // Or a job would never get its turn.
        CHECK(rates.burst >= 1 + rates.burst * rates.reserved_for_people);
    }
}

TEST_CASE("no hour ever sees more calls than the limit, whoever makes them") {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        CAPTURE(seed);
        ManualClock clock;
        SeededRandom dice(seed);
        Throttle throttle(clock, dice, {.interactive_wait_max_ms = 0, .background_wait_max_ms = 0});
        std::deque<Instant> last_hour;
        std::size_t most = 0;
        for (int i = 0; i < 40'000; ++i) {
            const bool is_person = random_up_to(dice, 9) < 3;
            // Now and then nobody calls for up to ten minutes, so that the burst fills again.
            if (random_up_to(dice, 3'000) == 0)
                clock.advance(static_cast<std::int64_t>(random_up_to(dice, 600'000)));
            if (!throttle.take(is_person ? Patience::interactive : Patience::background).ok()) {
                clock.advance(static_cast<std::int64_t>(random_up_to(dice, 500)));
                continue;
            }
            last_hour.push_back(clock.now());
            while (last_hour.back() - last_hour.front() >= hour_ms) last_hour.pop_front();
            most = std::max(most, last_hour.size());
        }
        CHECK(most <= 5'441);
        CHECK(most > 4'000);
    }
}

TEST_CASE("jobs leave a tenth to people") {
    ThrottleRig rig;
    for (int i = 0; i < 80; ++i) REQUIRE(rig.take(Patience::background));
    const auto before = rig.passed_ms();
    CHECK(before > 20'000);
    for (int i = 0; i < 4; ++i) CHECK(rig.take(Patience::interactive));
    CHECK(rig.passed_ms() == before);
}

TEST_CASE("at most four calls run at a time, three of them by jobs") {
    ThrottleRig rig;
    std::vector<Throttle::Turn> turns;
    for (int i = 0; i < 3; ++i) turns.push_back(rig.throttle.take(Patience::background).value());
    CHECK_FALSE(rig.take(Patience::background));
    turns.push_back(rig.throttle.take(Patience::interactive).value());
    const auto refused = rig.throttle.take(Patience::interactive);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::throttled);
    CHECK(refused.error().retry_at_ms.has_value());
    turns.clear();
    CHECK(rig.take(Patience::background));
}

TEST_CASE("a quarantine stops everybody until its end, and says when that is") {
    ThrottleRig rig;
    const auto end = rig.clock.now() + 30 * minute_ms;
    rig.throttle.quarantine(end);
    CHECK(rig.throttle.blocked_until() == end);
    for (const auto patience : {Patience::interactive, Patience::background}) {
        const auto refused = rig.throttle.take(patience);
        CHECK(refused.error().reason == "quarantine");
        CHECK(refused.error().retry_at_ms == end.ms);
    }
    CHECK(rig.passed_ms() == 0);
    rig.clock.set(end);
    CHECK(rig.take(Patience::interactive));
    CHECK_FALSE(rig.throttle.blocked_until().has_value());
}

TEST_CASE("an empty bucket that a person would not wait for is a block for everybody") {
    ManualClock clock;
    SeededRandom random;
    Throttle throttle{clock, random, {.calls_per_second = 0.1, .burst = 2}};
    CHECK(throttle.take(Patience::interactive).ok());
    CHECK_FALSE(throttle.blocked_until().has_value());
    CHECK(throttle.take(Patience::interactive).ok());
    CHECK(throttle.blocked_until() == clock.now() + 10 * second_ms);
    CHECK(throttle.take(Patience::interactive).error().retry_at_ms ==
          (clock.now() + 10 * second_ms).ms);
}

TEST_CASE("a job waits out a short refusal, and a person is told") {
    ThrottleRig rig;
    const auto end = rig.throttle.slow_down(60'000);
    CHECK(rig.throttle.take(Patience::interactive).error().retry_at_ms == end.ms);
    CHECK(rig.passed_ms() == 0);
    CHECK(rig.take(Patience::background));
    CHECK(rig.passed_ms() >= 60'000);
}

TEST_CASE("refusals in a row make the wait grow, up to a minute or so, and an answer ends that") {
    ThrottleRig rig;
    std::int64_t longest = 0;
    for (int i = 0; i < 50; ++i) {
        const auto wait = rig.throttle.slow_down(std::nullopt) - rig.clock.now();
        longest = std::max(longest, wait);
        CHECK(wait >= 500);
        CHECK(wait <= 64'500);
        rig.clock.advance(wait);
    }
    CHECK(longest > 10'000);
    rig.throttle.answered();
    CHECK(rig.throttle.slow_down(std::nullopt) - rig.clock.now() <= 1'500);
    // An absurd Retry-After is not believed beyond an hour.
    CHECK(rig.throttle.slow_down(INT64_MAX / 2) - rig.clock.now() <= hour_ms);
}

TEST_CASE("the last calls of the hour are kept for people, when the ERP tells how many are left") {
    ThrottleRig rig;
    const auto reset = rig.clock.now() + 20 * minute_ms;
    rig.throttle.remaining(101, reset);
    CHECK(rig.take(Patience::background));
    rig.throttle.remaining(99, reset);
    CHECK_FALSE(rig.take(Patience::background));
    CHECK(rig.take(Patience::interactive));
    rig.clock.set(reset);
    CHECK(rig.take(Patience::background));
    // A reset outside the coming hour is a wrong clock.
    rig.throttle.remaining(0, rig.clock.now() + day_ms);
    CHECK(rig.take(Patience::background));
}

TEST_CASE("a clock that is set back does not stop the calls") {
    ThrottleRig rig;
    for (int i = 0; i < 30; ++i) REQUIRE(rig.take(Patience::background));
    rig.clock.advance(-day_ms);
    for (int i = 0; i < 30; ++i) REQUIRE(rig.take(Patience::background));
}
