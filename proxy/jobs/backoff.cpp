// Exponential back-off.
#include "proxy/jobs/backoff.hpp"

#include <algorithm>

namespace busy24::jobs {

std::int64_t retry_delay_ms(std::int64_t attempts, Random& random) {
    constexpr std::int64_t least_ms = 500;
    std::int64_t limit = first_delay_ms;
    for (std::int64_t i = 1; i < attempts && limit < delay_ms_max; ++i) limit *= 2;
    limit = std::min(limit, delay_ms_max);
    const auto spread = static_cast<std::uint64_t>(limit - least_ms);
    return least_ms + static_cast<std::int64_t>(random_up_to(random, spread));
}

}  // namespace busy24::jobs
