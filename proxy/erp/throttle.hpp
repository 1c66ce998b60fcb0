// Keeps the whole process under the ERP's limits: one token bucket, few calls at a time, and no
// call before a quarantine has ended.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

#include "proxy/doors/clock.hpp"
#include "proxy/doors/random.hpp"
#include "shared/result.hpp"

namespace busy24::erp {

// Who waits for the call.
enum class Patience {
    interactive,  // a person: waits a few seconds at most, then fails with throttled and retry_at
    background,   // a job: waits a few minutes, and is left out of the reserve kept for people
};

// Made for an hourly limit of 7,200 for an address (contract 1.3): see rates_within().
struct ThrottleRates {
    double calls_per_second = 1.5;
    // Calls that may go at once after a quiet time; a first mirror of a small company is 12.
    double burst = 40;
    // Share of the burst that only people may use.
    double reserved_for_people = 0.1;
    int concurrent_max = 4;             // quirk 22
    int concurrent_background_max = 3;  // one place is always there for a person
    std::int64_t interactive_wait_max_ms = 5'000;
    std::int64_t background_wait_max_ms = 180'000;
};

// Three quarters by the rate and an eighth by the burst, so that other programs behind the same
// address live too.
inline ThrottleRates rates_within(std::int64_t requests_per_hour) {
    const auto limit = static_cast<double>(requests_per_hour);
    ThrottleRates rates;
    rates.calls_per_second = limit * 0.75 / 3'600;
    rates.burst = std::min(rates.burst, limit / 8);
    return rates;
}

// Thread-safe.
class Throttle {
public:
    Throttle(Clock& clock, Random& random, ThrottleRates rates)
        : clock_(clock), random_(random), rates_(rates), tokens_(rates.burst) {}

    // Permission for one call; gives its place back when it goes.
    class Turn {
    public:
        explicit Turn(Throttle* throttle, Patience patience)
            : throttle_(throttle), patience_(patience) {}
        Turn(Turn&& other) noexcept
            : throttle_(std::exchange(other.throttle_, nullptr)), patience_(other.patience_) {}
        Turn& operator=(Turn&&) = delete;
        ~Turn() {
            if (throttle_) throttle_->give_back(patience_);
        }

    private:
        Throttle* throttle_;
        Patience patience_;
    };

    // Waits for a turn. Errors: throttled, with retry_at_ms and the reason of the block
    // ("quarantine", "too_many_requests"), when the wait would be longer than the patience.
    Result<Turn> take(Patience patience);

    // The ERP refuses everything until then.
    void quarantine(Instant until);
    // HTTP 429: `retry_after_ms` as the ERP said, else a growing time with full jitter. Answers
    // when it ends.
    Instant slow_down(std::optional<std::int64_t> retry_after_ms);
    // A call was answered as usual, so the next 429 starts from a short time again.
    void answered();
    // The headers APILimitRemaining and APILimitReset, which may be gone (quirk 23). The last
    // calls of the hour are kept for people.
    void remaining(std::int64_t calls, Instant reset);
    // Waits between two tries. False when the program is stopping.
    bool pause(std::int64_t duration_ms);
    // Ends all waiting with unavailable, now and later: the program is stopping.
    void stop();
    // When a person would get no turn (the ERP refuses everything, or too many calls were made):
    // until when.
    std::optional<Instant> blocked_until();

private:
    struct Block {
        Instant until;
        std::string_view reason;
    };

    void refill(Instant now);
    std::optional<Block> block_for(Patience patience, Instant now) const;
    bool has_place(Patience patience) const;
    double tokens_needed(Patience patience) const;
    // Until the bucket holds enough.
    std::int64_t refill_ms(Patience patience) const;
    void give_back(Patience patience);

    Clock& clock_;
    Random& random_;
    const ThrottleRates rates_;
    std::mutex mutex_;
    std::condition_variable changed_;
    double tokens_;
    Instant refilled_at_{};
    int running_ = 0;
    int running_background_ = 0;
    std::uint64_t turns_ = 0;  // given back so far
    bool is_stopped_ = false;
    int refusals_in_a_row_ = 0;
    Instant quarantine_until_{};
    Instant slow_until_{};
    Instant people_only_until_{};
};

}  // namespace busy24::erp
