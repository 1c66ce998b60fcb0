// Rounds a duration up to the grid.
#include "proxy/onboarding/answer_grid.hpp"

#include <algorithm>

namespace busy24::onboarding {

std::int64_t AnswerGrid::wait_ms(std::int64_t taken_ms) {
    // A clock that was set back must not hold an answer for ever.
    const auto taken = std::max<std::int64_t>(taken_ms, 0);
    const auto steps = (std::max(taken, least_ms) + step_ms - 1) / step_ms;
    return steps * step_ms - taken;
}

AnswerGrid::~AnswerGrid() { clock_.sleep(wait_ms(clock_.now() - started_)); }

}  // namespace busy24::onboarding
