// Structured log lines: JSON, UTC, and only the members listed here, so that a secret has no way
// in.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "proxy/doors/clock.hpp"
#include "shared/describe.hpp"

namespace busy24 {

enum class LogLevel { info, warning, error };
constexpr auto words(LogLevel) {
    return std::array{word(LogLevel::info, "info"), word(LogLevel::warning, "warning"),
                      word(LogLevel::error, "error")};
}

// The allow-list. A member that is empty or zero is left out of the line. Paths are logged without
// their query, which may hold what somebody searched for.
struct LogEvent {
    LogLevel level = LogLevel::info;
    std::string event;  // a stable word, such as "request" or "run_finished"
    std::string request_id = {};
    std::string method = {};
    std::string path = {};
    std::int64_t status = 0;
    std::int64_t duration_ms = 0;
    std::string workspace = {};  // ids, never names
    std::string actor = {};
    std::string code = {};
    std::string reason = {};
    std::string detail = {};  // Error::detail: for the operator, never holds a secret
    static constexpr auto fields() {
        return std::tuple{field("level", &LogEvent::level),
                          field("event", &LogEvent::event),
                          field("requestId", &LogEvent::request_id),
                          field("method", &LogEvent::method),
                          field("path", &LogEvent::path),
                          field("status", &LogEvent::status),
                          field("durationMs", &LogEvent::duration_ms),
                          field("workspace", &LogEvent::workspace),
                          field("actor", &LogEvent::actor),
                          field("code", &LogEvent::code),
                          field("reason", &LogEvent::reason),
                          field("detail", &LogEvent::detail)};
    }
};

// Writes one line per event to `sink`, whole and one at a time. Thread-safe.
class Log {
public:
    using Sink = std::function<void(std::string_view line)>;
    Log(Clock& clock, Sink sink);
    void write(const LogEvent& event);

private:
    Clock& clock_;
    Sink sink_;
    std::mutex mutex_;
};

// Lines to the standard error stream, where systemd and run.sh pick them up.
Log::Sink standard_error_sink();

}  // namespace busy24
