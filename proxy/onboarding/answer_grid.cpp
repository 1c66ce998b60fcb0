// Rounds a duration up to the grid.
#include "proxy/onboarding/answer_grid.hpp"

#include <algorithm>

namespace busy24::onboarding {

void AnswerPace::took(std::int64_t ms) {
    const std::lock_guard lock(mutex_);
    last_ms_[next_] = std::max<std::int64_t>(ms, 0);
    next_ = (next_ + 1) % remembered;
}

std::int64_t AnswerPace::least_ms() const {
    const std::lock_guard lock(mutex_);
    const auto slowest = std::min(*std::max_element(last_ms_.begin(), last_ms_.end()), most_ms);
    return std::min(slowest + slowest / 4, most_ms);
}

std::int64_t AnswerGrid::wait_ms(std::int64_t taken_ms, std::int64_t pace_ms) {
    // A clock that was set back must not hold an answer for ever.
    const auto taken = std::max<std::int64_t>(taken_ms, 0);
    const auto steps = (std::max({taken, least_ms, pace_ms}) + step_ms - 1) / step_ms;
    return steps * step_ms - taken;
}

AnswerGrid::~AnswerGrid() {
    clock_.sleep(wait_ms(clock_.now() - started_, pace_ ? pace_->least_ms() : 0));
}

Result<AnswerSeats::Seat> AnswerSeats::take(Guest guest, Instant now) {
    if (guest == Guest::known && for_known_.try_acquire()) return Seat(&for_known_);
    if (for_strangers_.try_acquire()) return Seat(&for_strangers_);
    return Error{ErrorCode::throttled, "too many answers wait", now.ms + AnswerGrid::least_ms,
                 "too_many_requests"};
}

}  // namespace busy24::onboarding
