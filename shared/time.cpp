// The civil calendar (proleptic Gregorian), ISO 8601 and Norwegian time.
#include "shared/time.hpp"

namespace busy24 {

namespace {

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0);
}

// Days since 1970-01-01. Years are counted from March, so that the leap day is the last of the year
// (H. Hinnant, chrono-compatible low-level date algorithms).
constexpr std::int64_t days_of(std::int64_t year, std::int64_t month, std::int64_t day) {
    year -= month <= 2 ? 1 : 0;
    const std::int64_t era = floor_div(year, 400);
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const std::int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146'097 + day_of_era - 719'468;
}

static_assert(days_of(1970, 1, 1) == 0 && days_of(2000, 3, 1) == 11'017);

constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr int days_in_month(int year, int month) {
    if (month == 2) return is_leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// 0 is Monday; 1970-01-01 was a Thursday.
constexpr int weekday_of_days(std::int64_t days) {
    return static_cast<int>(days + 3 - floor_div(days + 3, 7) * 7);
}

// The moment of the last Sunday of a month of 31 days, at 01:00 UTC.
constexpr std::int64_t last_sunday_ms(int year, int month) {
    const std::int64_t last = days_of(year, month, 31);
    const std::int64_t sunday = last - (weekday_of_days(last) + 1) % 7;
    return sunday * day_ms + hour_ms;
}

// Reads from the front of a text, and remembers whether all of it fitted.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    bool done() const { return text_.empty(); }
    bool failed() const { return failed_; }
    bool next_is(char expected) {
        if (text_.empty() || text_.front() != expected) return false;
        text_.remove_prefix(1);
        return true;
    }
    void expect(char expected) {
        if (!next_is(expected)) failed_ = true;
    }
    bool at_digit() const { return !text_.empty() && text_.front() >= '0' && text_.front() <= '9'; }
    int digit() {
        if (!at_digit()) {
            failed_ = true;
            return 0;
        }
        const int value = text_.front() - '0';
        text_.remove_prefix(1);
        return value;
    }
    int number(int digits) {
        int value = 0;
        for (int i = 0; i < digits; ++i) value = value * 10 + digit();
        return value;
    }

private:
    std::string_view text_;
    bool failed_ = false;
};

// Any number of digits; what is finer than a millisecond is cut off (.NET sends seven digits).
int read_milliseconds(Reader& reader) {
    int value = 0;
    int digits = 0;
    do {
        const int digit = reader.digit();
        if (digits < 3) value = value * 10 + digit;
        ++digits;
    } while (reader.at_digit());
    for (; digits < 3; ++digits) value *= 10;
    return value;
}

// Minutes to subtract to get UTC; without a zone it is UTC already.
int read_zone_minutes(Reader& reader) {
    if (reader.done() || reader.next_is('Z')) return 0;
    const bool is_west = reader.next_is('-');
    if (!is_west) reader.expect('+');
    const int hours = reader.number(2);
    if (!reader.next_is(':') && reader.done()) return is_west ? -hours * 60 : hours * 60;
    const int minutes = hours * 60 + reader.number(2);
    return is_west ? -minutes : minutes;
}

bool exists(const CivilTime& c) {
    return c.year >= 1 && c.year <= 9999 && c.month >= 1 && c.month <= 12 && c.day >= 1 &&
           c.day <= days_in_month(c.year, c.month) && c.hour <= 23 && c.minute <= 59 &&
           c.second <= 59;
}

void append_padded(std::string& text, int value, std::size_t width) {
    const auto digits = std::to_string(value);
    if (digits.size() < width) text.append(width - digits.size(), '0');
    text += digits;
}

}  // namespace

std::optional<Instant> parse_iso8601(std::string_view text) {
    Reader reader(text);
    CivilTime civil;
    int zone_minutes = 0;
    civil.year = reader.number(4);
    reader.expect('-');
    civil.month = reader.number(2);
    reader.expect('-');
    civil.day = reader.number(2);
    if (!reader.failed() && !reader.done()) {
        reader.expect('T');
        civil.hour = reader.number(2);
        reader.expect(':');
        civil.minute = reader.number(2);
        if (reader.next_is(':')) {
            civil.second = reader.number(2);
            if (reader.next_is('.')) civil.millisecond = read_milliseconds(reader);
        }
        zone_minutes = read_zone_minutes(reader);
    }
    // No zone on earth is more than 14 hours from UTC.
    if (reader.failed() || !reader.done() || !exists(civil)) return std::nullopt;
    if (zone_minutes < -14 * 60 || zone_minutes > 14 * 60) return std::nullopt;
    const Instant instant = from_utc(civil) + -zone_minutes * minute_ms;
    const int year = to_utc(instant).year;
    if (year < 1 || year > 9999) return std::nullopt;
    return instant;
}

std::string to_iso8601(Instant instant) {
    const auto civil = to_utc(instant);
    std::string text;
    append_padded(text, civil.year, 4);
    append_padded(text += '-', civil.month, 2);
    append_padded(text += '-', civil.day, 2);
    append_padded(text += 'T', civil.hour, 2);
    append_padded(text += ':', civil.minute, 2);
    append_padded(text += ':', civil.second, 2);
    if (civil.millisecond != 0) append_padded(text += '.', civil.millisecond, 3);
    return text += 'Z';
}

CivilTime to_utc(Instant instant) {
    const std::int64_t days = floor_div(instant.ms, day_ms);
    const std::int64_t shifted = days + 719'468;
    const std::int64_t era = floor_div(shifted, 146'097);
    const std::int64_t day_of_era = shifted - era * 146'097;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
    const std::int64_t month = month_from_march + (month_from_march < 10 ? 3 : -9);
    const std::int64_t ms = instant.ms - days * day_ms;
    return {static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)),
            static_cast<int>(month),
            static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1),
            static_cast<int>(ms / hour_ms),
            static_cast<int>(ms / minute_ms % 60),
            static_cast<int>(ms / second_ms % 60),
            static_cast<int>(ms % second_ms)};
}

Instant from_utc(const CivilTime& civil) {
    return {days_of(civil.year, civil.month, civil.day) * day_ms + civil.hour * hour_ms +
            civil.minute * minute_ms + civil.second * second_ms + civil.millisecond};
}

CivilTime to_oslo(Instant instant) {
    // The rule compares in UTC, so it is the same moment that the clocks change all over Europe.
    const int year = to_utc(instant).year;
    const bool is_summer =
        instant.ms >= last_sunday_ms(year, 3) && instant.ms < last_sunday_ms(year, 10);
    return to_utc(instant + (is_summer ? 2 : 1) * hour_ms);
}

int weekday_of(const CivilTime& civil) {
    return weekday_of_days(days_of(civil.year, civil.month, civil.day));
}

}  // namespace busy24
