// Lets the answers of a log-in leave at set times, so that how long one took says nothing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <semaphore>

#include "proxy/doors/clock.hpp"
#include "shared/result.hpp"

namespace busy24::onboarding {

// How long those answers take lately for which 24SevenOffice is asked: all others must take as
// long, or a slow hour there would tell which names are known here. Thread-safe.
class AnswerPace {
public:
    // Every name for which 24SevenOffice was asked.
    void took(std::int64_t ms);
    // A quarter more than the slowest of the last ones, so that hardly any answer is so late that
    // it alone tells; never more than most_ms. 0 as long as nobody was asked for.
    std::int64_t least_ms() const;

    // One that is slower still is not worth making everybody wait for.
    static constexpr std::int64_t most_ms = 5000;
    // Counted, not timed: only those that ask may shorten the wait, however long they stay away.
    static constexpr std::size_t remembered = 64;

private:
    mutable std::mutex mutex_;
    std::array<std::int64_t, remembered> last_ms_{};
    std::size_t next_ = 0;
};

// Security rule: answers leave on a 250 ms grid after at least 1 s, counted from when it was made.
class AnswerGrid {
public:
    // `pace`, when given, is lent for the grid's life.
    explicit AnswerGrid(Clock& clock, const AnswerPace* pace = nullptr)
        : clock_(clock), pace_(pace), started_(clock.now()) {}
    AnswerGrid(const AnswerGrid&) = delete;
    AnswerGrid& operator=(const AnswerGrid&) = delete;
    // Waits for the next point of the grid.
    ~AnswerGrid();

    static constexpr std::int64_t least_ms = 1000;
    static constexpr std::int64_t step_ms = 250;
    // The time that an answer ready after `taken_ms` is held back, when none may leave before
    // `pace_ms`.
    static std::int64_t wait_ms(std::int64_t taken_ms, std::int64_t pace_ms = 0);

private:
    Clock& clock_;
    const AnswerPace* pace_;
    Instant started_;
};

// Each answer that waits for its time holds one of the server's threads, so that whoever asks for
// many could take them all. Thread-safe.
class AnswerSeats {
public:
    AnswerSeats(std::ptrdiff_t for_strangers, std::ptrdiff_t for_known)
        : for_strangers_(for_strangers), for_known_(for_known) {}

    // Security rule: a browser that the account logged in from before has seats of its own, so that
    // strangers cannot keep anybody out by asking for many answers.
    enum class Guest { stranger, known };

    struct Leaving {
        void operator()(std::counting_semaphore<>* seats) const { seats->release(); }
    };
    // Held until the answer leaves.
    using Seat = std::unique_ptr<std::counting_semaphore<>, Leaving>;
    // Errors: throttled, whatever the name.
    Result<Seat> take(Guest guest, Instant now);

    // Of the 64 threads of the server.
    static constexpr std::ptrdiff_t of_strangers = 40;
    static constexpr std::ptrdiff_t of_known = 8;

private:
    std::counting_semaphore<> for_strangers_;
    std::counting_semaphore<> for_known_;
};

}  // namespace busy24::onboarding
