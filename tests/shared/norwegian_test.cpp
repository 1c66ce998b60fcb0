// Norwegian ways of writing.
#include "shared/norwegian.hpp"

#include <doctest/doctest.h>

using namespace busy24;

TEST_CASE("an organisation number is right when its last digit is") {
    for (const char* right : {"123456785", "123 456 785", "123\u00a0456\u00a0785", "974760673"})
        CHECK(is_organisation_number(right));
    for (const char* wrong : {"", "123456789", "12345678", "1234567850", "12345678X", "-23456785"})
        CHECK(!is_organisation_number(wrong));
}

TEST_CASE("exactly one last digit fits eight digits, and none when it would have to be ten") {
    int without = 0;
    for (int first = 12345600; first < 12345700; ++first) {
        int fitting = 0;
        for (char last = '0'; last <= '9'; ++last)
            fitting += is_organisation_number(std::to_string(first) + last) ? 1 : 0;
        CHECK(fitting <= 1);
        without += fitting == 0 ? 1 : 0;
    }
    // One in eleven on the average.
    CHECK(without > 4);
    CHECK(without < 15);
}

TEST_CASE("an organisation number is written in three groups, and anything else left alone") {
    CHECK(organisation_number_text("123456785") == "123\u00a0456\u00a0785");
    CHECK(organisation_number_text("SE556677") == "SE556677");
}

TEST_CASE("numbers are grouped by three from the end") {
    CHECK(grouped_number(0) == "0");
    CHECK(grouped_number(999) == "999");
    CHECK(grouped_number(1000) == "1\u00a0000");
    CHECK(grouped_number(-1234567) == "-1\u00a0234\u00a0567");
    CHECK(grouped_number(-123) == "-123");
    CHECK(grouped_number(INT64_MAX, ",") == "9,223,372,036,854,775,807");
}

TEST_CASE("decimals have a comma, and none that is nothing") {
    CHECK(decimal_text(7.5, 2) == "7,5");
    CHECK(decimal_text(7, 2) == "7");
    CHECK(decimal_text(7.055, 2) == "7,06");
    CHECK(decimal_text(-0.001, 2) == "0");
    CHECK(decimal_text(-1234.5, 1) == "-1\u00a0234,5");
    CHECK(decimal_text(0.25, 2, '.') == "0.25");
}

TEST_CASE("dates and times are written the Norwegian way") {
    const CivilTime civil{.year = 2026, .month = 6, .day = 5, .hour = 13, .minute = 4};
    CHECK(date_text(civil) == "5.6.2026");
    CHECK(time_text(civil) == "13:04");
    CHECK(time_text({}) == "00:00");
}

TEST_CASE("folding makes small letters of all of Latin-1, and of nothing else") {
    CHECK(folded("ÆRLIG ØL Å ÉN") == "ærlig øl å én");
    CHECK(folded("3×4 ß ÿ €") == "3×4 ß ÿ €");
    CHECK(folded("\xC3") == "\xC3");
    for (const char* text : {"", "abc", "Østfold & Sønn"})
        CHECK(folded(folded(text)) == folded(text));
}
