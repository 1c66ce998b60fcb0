// The first of three moments: a change, the hour, the night.
#include "proxy/domain/schedule.hpp"

#include <algorithm>

namespace busy24::domain {

namespace {

// Several edits in a row leave together; what failed for good will hardly work a moment later.
constexpr std::int64_t settle_ms = 2 * second_ms;
constexpr std::int64_t after_failure_ms = 15 * minute_ms;
constexpr std::int64_t clock_slack_ms = minute_ms;
constexpr std::int64_t compare_again_ms = 12 * hour_ms;
constexpr std::int64_t missed_after_ms = hour_ms;
constexpr std::int64_t compare_at_latest_ms = 36 * hour_ms;

// Minutes after Norwegian midnight: odd ones from 00:01 to 01:59 and from 03:01 to 05:59.
int night_minute(std::uint64_t spread) {
    constexpr int before_change = 60, after_change = 90;
    const int slot = static_cast<int>(spread % (before_change + after_change));
    return slot < before_change ? slot * 2 + 1 : 180 + (slot - before_change) * 2 + 1;
}

Instant next_night(Instant from, int minute_of_day) {
    auto at = Instant{(from.ms + minute_ms - 1) / minute_ms * minute_ms};
    const auto civil = to_oslo(at);
    auto away = minute_of_day - (civil.hour * 60 + civil.minute);
    if (away < 0) away += 24 * 60;
    at = at + away * minute_ms;
    // The clocks may have changed on the way.
    for (int i = 0; i < 3; ++i) {
        const auto there = to_oslo(at);
        const int off = minute_of_day - (there.hour * 60 + there.minute);
        if (off == 0) break;
        at = at + (off > 12 * 60    ? off - 24 * 60
                   : off < -12 * 60 ? off + 24 * 60
                                    : off) *
                      minute_ms;
    }
    return at < from ? at + day_ms : at;
}

}  // namespace

DueRun next_run(const MirrorTimes& times) {
    // The clock was set back, and nobody knows when anything was read.
    if (times.read_at > times.now + clock_slack_ms)
        return {std::max(times.now, times.paused_until), true};
    DueRun due{times.has_changes ? Instant{} : times.read_at + hour_ms, false};
    if (times.look_at) due.at = std::min(due.at, *times.look_at);
    auto night = next_night(times.compared_at + compare_again_ms, night_minute(times.spread));
    if (night + missed_after_ms < times.now)
        night = std::min(next_night(times.now, night_minute(times.spread)),
                         std::max(night, times.compared_at + compare_at_latest_ms));
    if (night <= due.at) due = {night, true};
    const auto earliest = times.ended_at + (times.has_failed ? after_failure_ms : settle_ms);
    due.at = std::max({due.at, earliest, times.paused_until});
    return due;
}

Instant next_trial(Instant since, std::uint64_t spread) {
    constexpr std::uint64_t slots_after_compare = 3;
    return next_night(since + compare_again_ms, night_minute(spread + slots_after_compare));
}

}  // namespace busy24::domain
