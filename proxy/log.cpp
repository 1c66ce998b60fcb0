// Writes log lines from the described event.
#include "proxy/log.hpp"

#include <cstdio>

#include "shared/json.hpp"

namespace busy24 {

namespace {

// Details may quote the other system; what is longer than this helps nobody.
constexpr std::size_t text_bytes_max = 500;

}  // namespace

Log::Log(Clock& clock, Sink sink) : clock_(clock), sink_(std::move(sink)) {}

void Log::write(const LogEvent& event) {
    std::string line;
    char separator = '{';
    json_detail::write_name(line, separator, "time");
    write_json(line, to_iso8601(clock_.now()));
    for_each_field<LogEvent>([&](const auto& f) {
        const auto& value = event.*f.member;
        using Member = std::remove_cvref_t<decltype(value)>;
        if constexpr (!Worded<Member>)
            if (value == Member()) return;
        json_detail::write_name(line, separator, f.name);
        if constexpr (std::is_same_v<Member, std::string>)
            write_json(line, value.substr(0, text_bytes_max));
        else
            write_json(line, value);
    });
    // Bytes that are not UTF-8 are replaced, and JSON escapes line breaks: one event, one line.
    line += "}\n";
    const std::scoped_lock lock(mutex_);
    sink_(line);
}

Log::Sink standard_error_sink() {
    return [](std::string_view line) { std::fwrite(line.data(), 1, line.size(), stderr); };
}

}  // namespace busy24
