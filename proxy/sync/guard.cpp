// The limit on removals.
#include "proxy/sync/guard.hpp"

namespace busy24::sync {

bool is_safe(const Removals& removals) {
    constexpr std::int64_t always_allowed = 3;
    constexpr std::int64_t percent_max = 20;
    if (removals.missing == 0) return true;
    if (removals.missing == removals.linked && removals.linked > 1) return false;
    return removals.missing <= always_allowed ||
           removals.missing * 100 <= removals.linked * percent_max;
}

}  // namespace busy24::sync
