// Rounds a duration up to the grid.
#include "proxy/onboarding/answer_grid.hpp"

#include <algorithm>

namespace busy24::onboarding {

void AnswerPace::took(std::int64_t ms) {
    auto known = slowest_ms_.load();
    // A sixteenth less for each faster one: one slow answer holds the others for a while only.
    while (!slowest_ms_.compare_exchange_weak(
        known, std::clamp<std::int64_t>(std::max(ms, known - known / 16), 0, most_ms))) {
    }
}

std::int64_t AnswerGrid::wait_ms(std::int64_t taken_ms, std::int64_t slowest_ms) {
    // A clock that was set back must not hold an answer for ever.
    const auto taken = std::max<std::int64_t>(taken_ms, 0);
    const auto steps = (std::max({taken, least_ms, slowest_ms}) + step_ms - 1) / step_ms;
    return steps * step_ms - taken;
}

AnswerGrid::~AnswerGrid() {
    clock_.sleep(wait_ms(clock_.now() - started_, pace_ ? pace_->slowest_ms() : 0));
}

}  // namespace busy24::onboarding
