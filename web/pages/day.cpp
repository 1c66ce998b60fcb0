// Reads and writes days and prices.
#include "web/pages/day.hpp"

#include <array>

#include "shared/norwegian.hpp"
#include "shared/time.hpp"

namespace busy24::pages {

namespace {

std::optional<std::string> iso_day(int year, int month, int day) {
    if (year < 100) year += 2000;
    // A small number that is padded by a larger one needs no format.
    const auto text = std::to_string(year) + '-' + std::to_string(100 + month).substr(1) + '-' +
                      std::to_string(100 + day).substr(1);
    // What is read differently than it was written does not exist, such as 31 June.
    if (year < 1900 || year > 2999 || !parse_iso8601(text)) return std::nullopt;
    return text;
}

// Up to three groups of digits with signs between them; four digits at the most in each.
struct Groups {
    std::array<int, 3> numbers{};
    std::size_t count = 0;
    std::size_t first_length = 0;
};

std::optional<Groups> groups_of(std::string_view text) {
    Groups groups;
    std::size_t length = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            if (length == 0 && ++groups.count > 3) return std::nullopt;
            if (++length > 4) return std::nullopt;
            auto& number = groups.numbers[groups.count - 1];
            number = number * 10 + (c - '0');
            if (groups.count == 1) groups.first_length = length;
        } else if (c == '.' || c == '/' || c == '-' || c == ' ') {
            length = 0;
        } else {
            return std::nullopt;
        }
    }
    return groups;
}

}  // namespace

std::string day_text(const text::Texts& t, const std::string& day) {
    const auto instant = parse_iso8601(day);
    return instant ? t.date((*instant + 12 * hour_ms).ms) : day;
}

std::string typed_day(const std::string& day) {
    const auto instant = parse_iso8601(day);
    return instant ? date_text(to_utc(*instant)) : day;
}

std::optional<std::string> read_day(std::string_view text) {
    const auto groups = groups_of(text);
    if (!groups) return std::nullopt;
    if (groups->count == 0) return std::string();
    if (groups->count != 3) return std::nullopt;
    const auto [first, second, third] = groups->numbers;
    if (groups->first_length == 4) return iso_day(first, second, third);
    return iso_day(third, second, first);
}

std::string price_text(const text::Texts& t, std::optional<std::int64_t> ore) {
    if (!ore) return {};
    const auto kroner = t.number(*ore / 100);
    const auto rest = std::to_string(100 + *ore % 100).substr(1);
    const bool is_whole = *ore % 100 == 0;
    const char* comma = t.language() == text::Language::en ? "." : ",";
    return kroner + (is_whole ? std::string() : comma + rest) + "\u00a0kr";
}

}  // namespace busy24::pages
