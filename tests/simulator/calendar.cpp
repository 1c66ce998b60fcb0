// The proleptic Gregorian calendar, by the library's own date arithmetic.
#include "tests/simulator/calendar.hpp"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace busy24::simulator {

namespace {

using namespace std::chrono;

// Takes `digits` digits off the front.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
    int value = 0;
    if (text.size() < digits) return std::nullopt;
    const auto [end, code] = std::from_chars(text.data(), text.data() + digits, value);
    if (code != std::errc() || end != text.data() + digits) return std::nullopt;
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

// What follows the seconds, as milliseconds to subtract.
std::optional<std::int64_t> take_zone(std::string_view& text) {
    if (take(text, '.'))
        while (!text.empty() && text[0] >= '0' && text[0] <= '9') text.remove_prefix(1);
    if (text.empty() || text == "Z") return 0;
    const int sign = text[0] == '-' ? -1 : text[0] == '+' ? 1 : 0;
    text.remove_prefix(1);
    const auto hour = take_number(text, 2);
    if (!sign || !hour || !take(text, ':')) return std::nullopt;
    const auto minute = take_number(text, 2);
    if (!minute || !text.empty()) return std::nullopt;
    return sign * (*hour * 60 + *minute) * std::int64_t{60'000};
}

}  // namespace

std::string write_date(std::int64_t ms, std::uint64_t spelling) {
    const sys_time<milliseconds> moment{milliseconds(ms)};
    const auto day = floor<days>(moment);
    const year_month_day date(day);
    const auto seconds_of_day = duration_cast<seconds>(moment - day).count();
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d%s", int(date.year()),
                  unsigned(date.month()), unsigned(date.day()), int(seconds_of_day / 3600),
                  int(seconds_of_day / 60 % 60), int(seconds_of_day % 60),
                  spelling % 5 == 3   ? ".000Z"
                  : spelling % 5 == 4 ? ""
                                      : "Z");
    return text;
}

std::optional<std::int64_t> read_date(std::string_view text) {
    const auto y = take_number(text, 4);
    if (!y || !take(text, '-')) return std::nullopt;
    const auto m = take_number(text, 2);
    if (!m || !take(text, '-')) return std::nullopt;
    const auto d = take_number(text, 2);
    if (!d) return std::nullopt;
    const year_month_day date{year(*y), month(unsigned(*m)), day(unsigned(*d))};
    if (!date.ok()) return std::nullopt;
    const auto midnight = sys_days(date).time_since_epoch().count() * std::int64_t{86'400'000};
    if (text.empty() || text == "Z") return midnight;
    if (!take(text, 'T')) return std::nullopt;
    const auto hour = take_number(text, 2);
    if (!hour || !take(text, ':')) return std::nullopt;
    const auto minute = take_number(text, 2);
    if (!minute) return std::nullopt;
    int second = 0;
    if (take(text, ':')) {
        const auto taken = take_number(text, 2);
        if (!taken) return std::nullopt;
        second = *taken;
    }
    const auto offset = take_zone(text);
    if (!offset || *hour > 23 || *minute > 59 || second > 59) return std::nullopt;
    return midnight + (*hour * 3600 + *minute * 60 + second) * std::int64_t{1000} - *offset;
}

}  // namespace busy24::simulator
