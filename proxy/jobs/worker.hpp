// One background thread that does what is due, sleeps until something is, and wakes when told.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "proxy/doors/clock.hpp"

namespace busy24::jobs {

// Thread-safe. The queue is not here but wherever `work` finds it, so nothing is lost with the
// process.
class Worker {
public:
    // Does everything that is due and returns when something will be; nullopt when nothing waits.
    using Work = std::function<std::optional<Instant>()>;

    Worker(Clock& clock, Work work) : clock_(clock), work_(std::move(work)) {}
    ~Worker() { stop(); }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void start();
    // Returns when the thread has ended; `work` is expected to hurry when is_stopping().
    void stop();
    // There may be something to do now.
    void wake();
    bool is_stopping() const;

private:
    void run();
    void rest(std::optional<Instant> due);

    Clock& clock_;
    const Work work_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool is_awake_ = true;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace busy24::jobs
