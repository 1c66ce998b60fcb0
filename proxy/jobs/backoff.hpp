// How long to wait before the next attempt.
#pragma once

#include "proxy/doors/random.hpp"

namespace busy24::jobs {

inline constexpr std::int64_t first_delay_ms = 2 * second_ms;
inline constexpr std::int64_t delay_ms_max = 5 * minute_ms;

// Doubles with every failed attempt, with full jitter so that many who wait for the same system do
// not come back together. `attempts` that failed so far, 1 or more. From 500 ms to 5 minutes.
std::int64_t retry_delay_ms(std::int64_t attempts, Random& random);

}  // namespace busy24::jobs
