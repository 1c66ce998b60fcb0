// Writes log lines from the described event.
#include "proxy/log.hpp"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "shared/json.hpp"

namespace busy24 {

namespace {

// Details may quote the other system; what is longer than this helps nobody.
constexpr std::size_t text_bytes_max = 500;

}  // namespace

Log::Log(Clock& clock, Sink sink) : clock_(clock), sink_(std::move(sink)) {}

void Log::write(const LogEvent& event) {
    auto line = nlohmann::ordered_json::object();
    line["time"] = to_iso8601(clock_.now());
    for_each_field<LogEvent>([&](const auto& f) {
        const auto& value = event.*f.member;
        using Member = std::remove_cvref_t<decltype(value)>;
        const std::string name(f.name);
        if constexpr (Worded<Member>)
            line[name] = word_of(value);
        else if constexpr (std::is_same_v<Member, std::string>) {
            if (!value.empty()) line[name] = value.substr(0, text_bytes_max);
        } else if (value != 0) {
            line[name] = value;
        }
    });
    // Bytes that are not UTF-8 are replaced, and JSON escapes line breaks: one event, one line.
    const auto text = line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
    const std::scoped_lock lock(mutex_);
    sink_(text);
}

Log::Sink standard_error_sink() {
    return [](std::string_view line) { std::fwrite(line.data(), 1, line.size(), stderr); };
}

}  // namespace busy24
