// A clock that stands still until a test moves it; waiting and sleeping jump ahead.
#pragma once

#include <atomic>

#include "proxy/doors/clock.hpp"

namespace busy24 {

// Thread-safe. Starts on 2026-06-05T11:00:00Z, a Friday in Norwegian summer time.
class ManualClock final : public Clock {
public:
    Instant now() override { return {now_ms_.load()}; }

    bool wait(std::unique_lock<std::mutex>& lock, std::condition_variable& changed,
              std::int64_t limit_ms, const std::function<bool()>& done) override {
        // A moment of real time first: whoever is to change the state may be another thread.
        if (changed.wait_for(lock, std::chrono::milliseconds(5), done)) return true;
        now_ms_ += limit_ms;
        return done();
    }

    void sleep(std::int64_t duration_ms) override { now_ms_ += duration_ms; }
    void advance(std::int64_t duration_ms) { now_ms_ += duration_ms; }
    void set(Instant instant) { now_ms_ = instant.ms; }

private:
    std::atomic<std::int64_t> now_ms_{1'780'657'200'000};
};

}  // namespace busy24
