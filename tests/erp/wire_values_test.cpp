// What the program promises about single values on the wire.
#include <doctest/doctest.h>

#include <clocale>
#include <random>

#include "proxy/erp/project_service.hpp"
#include "proxy/erp/wire_values.hpp"

using namespace busy24;
using namespace busy24::erp;

namespace {

template <class T>
std::optional<T> read(std::string_view text) {
    T value{};
    if (!read_wire(text, value)) return std::nullopt;
    return value;
}

}  // namespace

TEST_CASE("amounts are exact, in fixed notation, with a dot whatever the locale") {
    std::setlocale(LC_ALL, "nb_NO.UTF-8");
    const struct {
        const char* text;
        std::int64_t ten_thousandths;
        const char* written;
    } rows[] = {
        {"0", 0, "0"},
        {"1250", 12'500'000, "1250"},
        {"1250.5000", 12'505'000, "1250.5"},
        {"-0.05", -500, "-0.05"},
        {".5", 5'000, "0.5"},
        {"5.", 50'000, "5"},
        {"+7.25", 72'500, "7.25"},
        {"0.00005", 1, "0.0001"},
        {"0.00004999", 0, "0"},
        {"99999999999999.9999", 999'999'999'999'999'999, "99999999999999.9999"},
        {" 12.3 ", 123'000, "12.3"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        const auto value = read<Decimal>(row.text);
        REQUIRE(value.has_value());
        CHECK(value->ten_thousandths == row.ten_thousandths);
        CHECK(write_wire(*value) == row.written);
    }
    for (const char* text : {"", ".", "-", "1e5", "1,5", "1.2.3", "abc", "--1", "123456789012345"})
        CHECK_FALSE(read<Decimal>(text).has_value());
    CHECK(Decimal{12'345}.hundredths() == 123);
    CHECK(Decimal{-12'350}.hundredths() == -124);
    CHECK(write_wire(Decimal{INT64_MIN}) == "-922337203685477.5808");
    CHECK(write_wire(0.00001) == "0.00001");
    CHECK(write_wire(1e21) == "1000000000000000000000");
    CHECK(write_wire(7.5) == "7.5");
}

TEST_CASE("any amount comes back as it was written") {
    std::mt19937_64 random(1);
    for (int i = 0; i < 5'000; ++i) {
        const Decimal value{static_cast<std::int64_t>(random() % 2'000'000'000'000) -
                            1'000'000'000'000};
        REQUIRE(read<Decimal>(write_wire(value)) == value);
    }
}

TEST_CASE("each type's spelling of not set is known, and nothing else is taken for it") {
    CHECK(is_unset("-2147483648", std::int32_t{}));
    CHECK(is_unset("-32768", std::int16_t{}));
    CHECK(is_unset("-9223372036854775808", std::int64_t{}));
    CHECK(is_unset("-79228162514264337593543950335", Decimal{}));
    CHECK(is_unset("00000000-0000-0000-0000-000000000000", Guid{}));
    CHECK(is_unset("0001-01-01T00:00:00", Instant{}));
    CHECK(is_unset("0001-01-01T00:00:00Z", Instant{}));
    CHECK(is_unset("", std::int32_t{}));
    CHECK(is_unset("", std::string{}));
    CHECK_FALSE(is_unset("0", std::int32_t{}));
    CHECK_FALSE(is_unset("-2147483647", std::int32_t{}));
    CHECK_FALSE(is_unset("-2147483648", std::int64_t{}));
    CHECK_FALSE(is_unset("-32768", std::int32_t{}));
    CHECK_FALSE(is_unset("0", Decimal{}));
    CHECK_FALSE(is_unset("0001-02-01T00:00:00", Instant{}));
    CHECK_FALSE(is_unset("not a number", std::int32_t{}));
}

TEST_CASE("numbers out of range and texts that are no numbers are refused") {
    CHECK(read<std::int32_t>("2147483647") == 2'147'483'647);
    CHECK(read<std::int32_t>(" 12\n") == 12);
    CHECK(read<std::int64_t>("100200300400500") == 100'200'300'400'500);
    for (const char* text : {"2147483648", "1.0", "0x10", "1 2", "", "null"})
        CHECK_FALSE(read<std::int32_t>(text).has_value());
    CHECK_FALSE(read<double>("NaN").has_value());
    CHECK_FALSE(read<double>("INF").has_value());
    // .NET writes small doubles with an exponent, though it reads none (quirk 34).
    CHECK(read<double>("1E-05") == 0.00001);
    CHECK(read<bool>("1") == true);
    CHECK_FALSE(read<bool>("True").has_value());
}

TEST_CASE("a GUID is lower case inside, and all zeros is none") {
    CHECK(read<Guid>("1F0B3C2A-0000-4000-8000-00000000000A")->text ==
          "1f0b3c2a-0000-4000-8000-00000000000a");
    CHECK(read<Guid>("00000000-0000-0000-0000-000000000000")->empty());
    for (const char* text :
         {"", "{1f0b3c2a-0000-4000-8000-00000000000a}", "1f0b3c2a",
          "1f0b3c2a-0000-4000-8000-00000000000g", "1f0b3c2a00000-4000-8000-00000000000a"})
        CHECK_FALSE(read<Guid>(text).has_value());
}

TEST_CASE("an unknown word is other, and is written back as it came") {
    using project_service::TimeRegType;
    const auto known = read<WireWord<TimeRegType>>("Task");
    CHECK(*known == TimeRegType::task);
    CHECK(write_wire(*known) == "Task");
    const auto unknown = read<WireWord<TimeRegType>>("Milestone");
    CHECK(*unknown == TimeRegType::other);
    CHECK(write_wire(*unknown) == "Milestone");
    // Words are case-sensitive on the wire (contract 1.1).
    CHECK(*read<WireWord<TimeRegType>>("task") == TimeRegType::other);
}
