// When the mirror runs by itself. Pure (product.md 4, rule 5).
#pragma once

#include <optional>

#include "shared/time.hpp"

namespace busy24::domain {

struct MirrorTimes {
    Instant now;
    Instant read_at;           // when the last finished run began
    Instant compared_at;       // when the last finished full compare began
    Instant ended_at;          // when the last run of any kind ended, finished or not
    Instant paused_until;      // 0 when it is not paused
    bool has_failed = false;   // the last run, for good
    bool has_changes = false;  // people have changed records here
    // When something that was sent, and whose answer was lost, is looked for.
    std::optional<Instant> look_at = {};
    // Spreads the connections of one server over the hour and the night: any number, always the
    // same for one connection.
    std::uint64_t spread = 0;
};

struct DueRun {
    Instant at;
    bool is_full = false;
};

// The next run, which is due when `at` is not after now. A change made here leaves within seconds,
// changes there are fetched every hour, and everything is compared once a night, at an odd minute
// between 00 and 06 Norwegian time, outside the hour that summer time skips and repeats. A night
// that was missed by an hour is left for the next one, unless the last compare is 36 hours old by
// then. Where the last run lies ahead, the clock was set back: everything is compared at once, but
// for a pause.
DueRun next_run(const MirrorTimes& times);

// When a connection's login is tried next, by itself: in the night after `since`, at another odd
// minute than the compare.
Instant next_trial(Instant since, std::uint64_t spread);

}  // namespace busy24::domain
