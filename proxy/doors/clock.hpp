// The door to time. Nothing else in the program reads a clock.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

#include "shared/time.hpp"

namespace busy24 {

// Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() = 0;
    // Waits until `done()` is true or `limit_ms` of this clock's time has gone by; `lock` is
    // released while waiting, as by std::condition_variable. Returns done().
    virtual bool wait(std::unique_lock<std::mutex>& lock, std::condition_variable& changed,
                      std::int64_t limit_ms, const std::function<bool()>& done) = 0;
    virtual void sleep(std::int64_t duration_ms) = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() override;
    bool wait(std::unique_lock<std::mutex>& lock, std::condition_variable& changed,
              std::int64_t limit_ms, const std::function<bool()>& done) override;
    void sleep(std::int64_t duration_ms) override;
};

}  // namespace busy24
