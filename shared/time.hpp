// Instants in UTC, calendar days, and Norwegian civil time by rule: what both halves need of time.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace busy24 {

// A moment, in milliseconds since 1970-01-01T00:00:00Z. UTC on the wire and in the database.
struct Instant {
    std::int64_t ms = 0;
    bool operator==(const Instant&) const = default;
    // NOLINTNEXTLINE(modernize-use-nullptr): it takes the comparison with 0 for a pointer.
    auto operator<=>(const Instant&) const = default;
};

constexpr Instant operator+(Instant instant, std::int64_t ms) { return {instant.ms + ms}; }
constexpr std::int64_t operator-(Instant a, Instant b) { return a.ms - b.ms; }

inline constexpr std::int64_t second_ms = 1000;
inline constexpr std::int64_t minute_ms = 60 * second_ms;
inline constexpr std::int64_t hour_ms = 60 * minute_ms;
inline constexpr std::int64_t day_ms = 24 * hour_ms;

// A calendar date and a time of day, with no zone.
struct CivilTime {
    int year = 1970;
    int month = 1;  // 1 to 12
    int day = 1;    // 1 to 31
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
    bool operator==(const CivilTime&) const = default;
};

// Reads ISO 8601 as 24SevenOffice writes it: a date, or date and time with `Z`, an offset, a
// fraction or none of them; without a zone it is UTC (contract 1.2). nullopt for anything else, for
// a date that does not exist, and for years outside 1 to 9999.
std::optional<Instant> parse_iso8601(std::string_view text);

// `2026-06-05T11:00:00Z`; the fraction only when it is not zero.
std::string to_iso8601(Instant instant);

CivilTime to_utc(Instant instant);
Instant from_utc(const CivilTime& civil);

// Norwegian civil time: UTC+1, and UTC+2 from the last Sunday of March to the last of October at
// 01:00 UTC. By rule, since neither standard library has the zone database.
CivilTime to_oslo(Instant instant);

// 0 is Monday, as weeks begin in Norway.
int weekday_of(const CivilTime& civil);

}  // namespace busy24
