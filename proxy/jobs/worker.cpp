// The worker's loop.
#include "proxy/jobs/worker.hpp"

#include <algorithm>

namespace busy24::jobs {

namespace {

// Even when nothing waits it looks now and then: another process may have put something in the
// queue, and it would not wake us.
constexpr std::int64_t rest_ms_max = minute_ms;
// Work that is due but cannot be done, because the database is out of reach, must not spin.
constexpr std::int64_t rest_ms_min = 50;

}  // namespace

void Worker::start() {
    const std::lock_guard lock(mutex_);
    if (thread_.joinable()) return;
    is_stopping_ = false;
    is_awake_ = true;
    thread_ = std::thread([this] { run(); });
}

void Worker::stop() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Worker::wake() {
    {
        const std::lock_guard lock(mutex_);
        is_awake_ = true;
    }
    changed_.notify_all();
}

bool Worker::is_stopping() const {
    const std::lock_guard lock(mutex_);
    return is_stopping_;
}

void Worker::run() {
    while (!is_stopping()) {
        {
            const std::lock_guard lock(mutex_);
            is_awake_ = false;
        }
        rest(work_());
    }
}

void Worker::rest(std::optional<Instant> due) {
    const auto until_due = due ? *due - clock_.now() : rest_ms_max;
    std::unique_lock lock(mutex_);
    clock_.wait(lock, changed_, std::clamp(until_due, rest_ms_min, rest_ms_max),
                [this] { return is_awake_ || is_stopping_; });
}

}  // namespace busy24::jobs
