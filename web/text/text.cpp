// Writes numbers and moments as the language does.
#include "web/text/text.hpp"

#include "shared/norwegian.hpp"
#include "shared/time.hpp"

namespace busy24::text {

namespace {

constexpr std::array english_months{"January",   "February", "March",    "April",
                                    "May",       "June",     "July",     "August",
                                    "September", "October",  "November", "December"};

}  // namespace

Language preferred_language(const std::vector<std::string>& browser_languages) {
    for (const auto& tag : browser_languages) {
        const auto language = tag.substr(0, tag.find('-'));
        if (language == "no") return Language::nb;
        if (const auto known = value_of<Language>(language)) return *known;
    }
    return Language::en;
}

std::string_view line_after(const char* start, std::size_t skipped) {
    std::string_view line(start);
    for (; skipped > 0; --skipped) line = std::string_view(line.data() + line.size() + 1);
    return line;
}

std::string Texts::number(std::int64_t number) const {
    if (language_ == Language::en) return grouped_number(number, ",");
    return grouped_number(number);
}

std::string Texts::date(std::int64_t at_ms) const {
    const auto civil = to_oslo({at_ms});
    if (language_ != Language::en) return date_text(civil);
    return std::to_string(civil.day) + ' ' +
           english_months[static_cast<std::size_t>(civil.month - 1)] + ' ' +
           std::to_string(civil.year);
}

std::string Texts::time(std::int64_t at_ms) const { return time_text(to_oslo({at_ms})); }

std::string Texts::date_and_time(std::int64_t at_ms) const {
    return (*this)(Shell::date_and_time, {date(at_ms), time(at_ms)});
}

std::string Texts::ago(std::int64_t at_ms, std::int64_t now_ms) const {
    const auto passed_ms = now_ms - at_ms;
    if (passed_ms < minute_ms) return (*this)(Shell::ago_moment);
    if (passed_ms < hour_ms) return counted(Shell::ago_minutes, passed_ms / minute_ms);
    if (passed_ms < day_ms) return counted(Shell::ago_hours, passed_ms / hour_ms);
    return counted(Shell::ago_days, passed_ms / day_ms);
}

}  // namespace busy24::text
