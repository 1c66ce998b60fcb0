// Lets the answers of a log-in leave at set times, so that how long one took says nothing.
#pragma once

#include "proxy/doors/clock.hpp"

namespace busy24::onboarding {

// Security rule: answers leave on a 250 ms grid after at least 1 s, counted from when it was made.
class AnswerGrid {
public:
    explicit AnswerGrid(Clock& clock) : clock_(clock), started_(clock.now()) {}
    AnswerGrid(const AnswerGrid&) = delete;
    AnswerGrid& operator=(const AnswerGrid&) = delete;
    // Waits for the next point of the grid.
    ~AnswerGrid();

    static constexpr std::int64_t least_ms = 1000;
    static constexpr std::int64_t step_ms = 250;
    // The time that an answer ready after `taken_ms` is held back.
    static std::int64_t wait_ms(std::int64_t taken_ms);

private:
    Clock& clock_;
    Instant started_;
};

}  // namespace busy24::onboarding
