// What the program promises about moments, days and Norwegian time.
#include <doctest/doctest.h>

#include <random>

#include "shared/time.hpp"

using namespace busy24;

TEST_CASE("a moment is read with Z, an offset, a fraction, or none of them") {
    const std::int64_t eleven = 1'780'657'200'000;
    const struct {
        const char* text;
        std::int64_t ms;
    } rows[] = {
        {"2026-06-05T11:00:00Z", eleven},
        {"2026-06-05T11:00:00", eleven},
        {"2026-06-05T11:00Z", eleven},
        {"2026-06-05T13:00:00+02:00", eleven},
        {"2026-06-05T13:00:00+0200", eleven},
        {"2026-06-05T13:00:00+02", eleven},
        {"2026-06-05T05:30:00-05:30", eleven},
        {"2026-06-05T11:00:00.5Z", eleven + 500},
        {"2026-06-05T11:00:00.1234567+00:00", eleven + 123},
        {"2026-06-05", eleven - 11 * hour_ms},
        {"1970-01-01T00:00:00Z", 0},
        {"1969-12-31T23:59:59.999Z", -1},
        {"0001-01-01T00:00:00", -62'135'596'800'000},
        {"9999-12-31T23:59:59.999Z", 253'402'300'799'999},
        {"2024-02-29", 1'709'164'800'000},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        const auto instant = parse_iso8601(row.text);
        REQUIRE(instant.has_value());
        CHECK(instant->ms == row.ms);
    }
}

TEST_CASE("what is no moment is refused, and so is one that does not exist") {
    for (const char* text : {"",
                             "2026",
                             "2026-06",
                             "2026-6-5",
                             "2026-02-29",
                             "2100-02-29",
                             "2026-13-01",
                             "2026-00-01",
                             "2026-06-31",
                             "2026-06-00",
                             "0000-01-01",
                             "10000-01-01",
                             "2026-06-05T",
                             "2026-06-05T11",
                             "2026-06-05T24:00:00Z",
                             "2026-06-05T11:60:00Z",
                             "2026-06-05T11:00:60Z",
                             "2026-06-05T11:00:00.Z",
                             "2026-06-05T11:00:00Zx",
                             "2026-06-05 11:00:00Z",
                             "2026-06-05T11:00:00+2",
                             "2026-06-05T11:00:00+15:00",
                             "2026-06-05T11:00:00+02:0",
                             "0001-01-01T00:00:00+01:00",
                             "9999-12-31T23:59:59-01:00",
                             " 2026-06-05",
                             "5.6.2026",
                             "2026-06-05T11:00:00,5Z",
                             "-026-06-05",
                             "2026-06-05T+1:00:00Z"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_iso8601(text).has_value());
    }
}

TEST_CASE("what is written is read back as the same moment") {
    std::mt19937_64 random(20'260'605);
    for (int i = 0; i < 20'000; ++i) {
        const auto range = 253'402'300'799'999 + 62'135'596'800'000;
        const Instant instant{static_cast<std::int64_t>(random() % range) - 62'135'596'800'000};
        const auto text = to_iso8601(instant);
        CAPTURE(text);
        const auto again = parse_iso8601(text);
        REQUIRE(again.has_value());
        REQUIRE(*again == instant);
        REQUIRE(from_utc(to_utc(instant)) == instant);
    }
    CHECK(to_iso8601({1'780'657'200'000}) == "2026-06-05T11:00:00Z");
    CHECK(to_iso8601({-1}) == "1969-12-31T23:59:59.999Z");
}

TEST_CASE("every day of four centuries follows the one before") {
    CivilTime before = to_utc({-1});
    int weekday = 2;  // 1969-12-31 was a Wednesday
    for (std::int64_t day = 0; day < 146'097; ++day) {
        const auto civil = to_utc({day * day_ms});
        const bool next_day =
            civil.year == before.year && civil.month == before.month && civil.day == before.day + 1;
        const bool next_month =
            civil.day == 1 &&
            (civil.month == before.month + 1 ||
             (civil.month == 1 && before.month == 12 && civil.year == before.year + 1));
        REQUIRE((next_day || next_month));
        weekday = (weekday + 1) % 7;
        REQUIRE(weekday_of(civil) == weekday);
        before = civil;
    }
}

TEST_CASE("Norwegian clocks change on the last Sundays of March and October at 01:00 UTC") {
    const struct {
        const char* utc;
        int hour;
        int minute;
    } rows[] = {
        {"2026-03-29T00:59:59Z", 1, 59},  // the hour from 2 to 3 does not exist
        {"2026-03-29T01:00:00Z", 3, 0},  {"2026-10-25T00:59:59Z", 2, 59},
        {"2026-10-25T01:00:00Z", 2, 0},  // the hour from 2 to 3 comes twice
        {"2027-03-28T01:00:00Z", 3, 0},  {"2024-03-31T01:00:00Z", 3, 0},
        {"2024-10-27T01:00:00Z", 2, 0},  {"2026-01-01T12:00:00Z", 13, 0},
        {"2026-07-01T12:00:00Z", 14, 0},
    };
    for (const auto& row : rows) {
        CAPTURE(row.utc);
        const auto oslo = to_oslo(*parse_iso8601(row.utc));
        CHECK(oslo.hour == row.hour);
        CHECK(oslo.minute == row.minute);
    }
    // A Norwegian midnight comes as the evening before in UTC (quirk 38).
    CHECK(to_oslo(*parse_iso8601("2026-05-31T22:00:00Z")).day == 1);
    CHECK(to_oslo(*parse_iso8601("2026-12-31T23:00:00Z")).year == 2027);
}
