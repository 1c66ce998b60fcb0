// The machine's own clock.
#include "proxy/doors/clock.hpp"

#include <thread>

namespace busy24 {

Instant SystemClock::now() {
    const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count()};
}

bool SystemClock::wait(std::unique_lock<std::mutex>& lock, std::condition_variable& changed,
                       std::int64_t limit_ms, const std::function<bool()>& done) {
    return changed.wait_for(lock, std::chrono::milliseconds(limit_ms), done);
}

void SystemClock::sleep(std::int64_t duration_ms) {
    std::this_thread::sleep_for(std::chrono::milliseconds(duration_ms));
}

}  // namespace busy24
