// How much a client may ask: a burst, the hour, and logins (contract 1.3).
#pragma once

#include "tests/simulator/world.hpp"

namespace busy24::simulator {

// The hour as the headers APILimitRemaining and APILimitReset tell it.
struct HourlyLimit {
    std::int64_t remaining = 0;
    std::int64_t reset_at_ms = 0;
};

// The callers hold the world's lock.

// Counts the request against the second. False when there were too many in it: HTTP 429.
bool is_within_burst(World& world);
// Counts it against the hour.
HourlyLimit count_in_hour(World& world);
// `excess` requests above the hourly limit.
std::string quarantine_text(const World& world, std::int64_t excess);
// Counts an authentication with these credentials. False when there were too many of late (quirk
// 3).
bool may_authenticate(World& world, const std::string& operation, const Element& in);

}  // namespace busy24::simulator
