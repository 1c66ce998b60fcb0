// The limit on removals.
#include "proxy/sync/guard.hpp"

namespace busy24::sync {

bool is_safe(const Removals& removals) {
    constexpr std::int64_t percent_max = 20;
    return removals.missing * 100 <= removals.linked * percent_max;
}

}  // namespace busy24::sync
