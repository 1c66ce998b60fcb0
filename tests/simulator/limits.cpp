// Sliding windows of a second and a minute, and the hour of the clock.
#include "tests/simulator/limits.hpp"

#include <algorithm>

#include "tests/simulator/calendar.hpp"

namespace busy24::simulator {

namespace {

constexpr std::int64_t second_ms = 1'000;
constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t hour_ms = 3'600'000;

// How many there were within the window, this one included. A refused one counts as well, so that
// hammering on does not help.
std::int64_t count_within(std::deque<std::int64_t>& recent, std::int64_t now,
                          std::int64_t window_ms) {
    while (!recent.empty() && now - recent.front() >= window_ms) recent.pop_front();
    recent.push_back(now);
    return static_cast<std::int64_t>(recent.size());
}

}  // namespace

bool is_within_burst(World& world) {
    const auto most = world.limits.requests_per_second;
    return most == 0 || count_within(world.recent_calls, world.now_ms(), second_ms) <= most;
}

HourlyLimit count_in_hour(World& world) {
    const auto hour = world.now_ms() / hour_ms;
    if (world.hour != hour) {
        world.hour = hour;
        world.calls_in_hour = 0;
    }
    return {world.limits.requests_per_hour - ++world.calls_in_hour, (hour + 1) * hour_ms};
}

std::string quarantine_text(const World& world, std::int64_t excess) {
    return "System.Exception: Limit exceeded by " + std::to_string(excess) +
           ". Request is blocked. Quarantine ends at " +
           write_date((world.now_ms() / hour_ms + 1) * hour_ms);
}

bool may_authenticate(World& world, const std::string& operation, const Element& in) {
    const auto* credential = in.child("credential");
    const auto key = operation + ' ' + (credential ? credential->text_of("Username") : "");
    return count_within(world.recent_logins[key], world.now_ms(), minute_ms) <=
           world.limits.logins_per_minute;
}

}  // namespace busy24::simulator
