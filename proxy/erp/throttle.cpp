// The token bucket, and who may draw from it when.
#include "proxy/erp/throttle.hpp"

#include <algorithm>
#include <cmath>

namespace busy24::erp {

namespace {

// A 429 without Retry-After: 1 s, doubling, with full jitter (quirk 22).
constexpr std::int64_t slow_down_first_ms = 1'000;
constexpr int slow_down_doublings_max = 6;
constexpr std::int64_t slow_down_max_ms = hour_ms;
// With fewer calls left of the hour, only people may call (quirk 23).
constexpr std::int64_t remaining_for_people = 100;

}  // namespace

Result<Throttle::Turn> Throttle::take(Patience patience) {
    std::unique_lock lock(mutex_);
    const bool is_person = patience == Patience::interactive;
    const Instant give_up =
        clock_.now() + (is_person ? rates_.interactive_wait_max_ms : rates_.background_wait_max_ms);
    while (true) {
        if (is_stopped_)
            return Error{
                .code = ErrorCode::unavailable, .detail = "stopping", .reason = "erp_down"};
        const Instant now = clock_.now();
        refill(now);
        const auto block = block_for(patience, now);
        const auto wait_ms = refill_ms(patience);
        if (!block && wait_ms == 0 && has_place(patience)) break;

        Instant ready = give_up;
        if (block)
            ready = block->until;
        else if (wait_ms > 0)
            ready = now + wait_ms;
        if (ready > give_up || now >= give_up)
            return Error{.code = ErrorCode::throttled,
                         .detail = "no turn at the ERP",
                         .retry_at_ms = std::max(ready, now + second_ms).ms,
                         .reason = std::string(block ? block->reason : "too_many_requests")};
        // Whatever changes meanwhile, the loop looks at everything anew.
        const auto turns = turns_;
        clock_.wait(lock, changed_, std::max<std::int64_t>(ready - now, 1),
                    [&] { return turns != turns_ || is_stopped_; });
    }
    tokens_ -= 1;
    ++running_;
    if (!is_person) ++running_background_;
    return Turn(this, patience);
}

bool Throttle::pause(std::int64_t duration_ms) {
    std::unique_lock lock(mutex_);
    return !clock_.wait(lock, changed_, duration_ms, [&] { return is_stopped_; });
}

void Throttle::stop() {
    const std::lock_guard lock(mutex_);
    is_stopped_ = true;
    changed_.notify_all();
}

void Throttle::quarantine(Instant until) {
    const std::lock_guard lock(mutex_);
    quarantine_until_ = std::max(quarantine_until_, until);
}

Instant Throttle::slow_down(std::optional<std::int64_t> retry_after_ms) {
    const std::lock_guard lock(mutex_);
    const int doublings = std::min(refusals_in_a_row_++, slow_down_doublings_max);
    const auto longest = static_cast<std::uint64_t>(slow_down_first_ms << doublings);
    const auto wait_ms =
        retry_after_ms
            ? std::clamp<std::int64_t>(*retry_after_ms, 0, slow_down_max_ms)
            : slow_down_first_ms / 2 + static_cast<std::int64_t>(random_up_to(random_, longest));
    slow_until_ = std::max(slow_until_, clock_.now() + wait_ms);
    return slow_until_;
}

void Throttle::answered() {
    const std::lock_guard lock(mutex_);
    refusals_in_a_row_ = 0;
}

void Throttle::remaining(std::int64_t calls, Instant reset) {
    const std::lock_guard lock(mutex_);
    // A reset that is not within the coming hour is a clock that is wrong, theirs or ours.
    const Instant now = clock_.now();
    if (reset <= now || reset - now > hour_ms + minute_ms) return;
    people_only_until_ = calls <= remaining_for_people ? reset : Instant{};
}

std::optional<Instant> Throttle::blocked_until() {
    const std::lock_guard lock(mutex_);
    const Instant now = clock_.now();
    if (const auto block = block_for(Patience::interactive, now)) return block->until;
    refill(now);
    const auto wait_ms = refill_ms(Patience::interactive);
    return wait_ms > rates_.interactive_wait_max_ms ? std::optional(now + wait_ms) : std::nullopt;
}

void Throttle::refill(Instant now) {
    if (refilled_at_ == Instant{}) refilled_at_ = now;
    const auto passed_ms = std::max<std::int64_t>(now - refilled_at_, 0);
    tokens_ = std::min(rates_.burst, tokens_ + static_cast<double>(passed_ms) *
                                                   rates_.calls_per_second / second_ms);
    refilled_at_ = now;
}

std::optional<Throttle::Block> Throttle::block_for(Patience patience, Instant now) const {
    if (quarantine_until_ > now) return Block{quarantine_until_, "quarantine"};
    if (slow_until_ > now) return Block{slow_until_, "too_many_requests"};
    if (patience == Patience::background && people_only_until_ > now)
        return Block{people_only_until_, "too_many_requests"};
    return std::nullopt;
}

bool Throttle::has_place(Patience patience) const {
    if (running_ >= rates_.concurrent_max) return false;
    return patience == Patience::interactive ||
           running_background_ < rates_.concurrent_background_max;
}

double Throttle::tokens_needed(Patience patience) const {
    return patience == Patience::interactive ? 1 : 1 + rates_.burst * rates_.reserved_for_people;
}

std::int64_t Throttle::refill_ms(Patience patience) const {
    const double missing = tokens_needed(patience) - tokens_;
    if (missing <= 0) return 0;
    return static_cast<std::int64_t>(std::ceil(missing / rates_.calls_per_second * second_ms));
}

void Throttle::give_back(Patience patience) {
    const std::lock_guard lock(mutex_);
    --running_;
    if (patience == Patience::background) --running_background_;
    ++turns_;
    changed_.notify_all();
}

}  // namespace busy24::erp
