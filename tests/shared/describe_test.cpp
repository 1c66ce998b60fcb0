// What the program promises about described structs and tables of words.
#include <doctest/doctest.h>

#include <string>

#include "shared/describe.hpp"
#include "shared/result.hpp"

using namespace busy24;

namespace {

struct Point {
    int x = 1;
    std::string label = "here";
    static constexpr auto fields() {
        return std::tuple{field("x", &Point::x), field("label", &Point::label)};
    }
};

Result<int> half(int number) {
    if (number % 2 != 0) return Error{ErrorCode::invalid, "odd"};
    return number / 2;
}

Result<int> quarter(int number) {
    const int first = TRY(half(number).context("first"));
    return half(first).context("second");
}

}  // namespace

TEST_CASE("members are visited in the order in which they are declared") {
    std::string names;
    const Point point;
    for_each_field<Point>([&](const auto& f) { names += std::string(f.name) + ' '; });
    CHECK(names == "x label ");
    std::size_t size = 0;
    for_each_field<Point>([&](const auto& f) { size += sizeof(point.*f.member); });
    CHECK(size == sizeof(int) + sizeof(std::string));
}

TEST_CASE("a word and its value find each other, and an unknown word finds nothing") {
    for (const auto& row : words(ErrorCode{})) {
        CHECK(word_of(row.value) == row.text);
        CHECK(value_of<ErrorCode>(row.text) == row.value);
    }
    CHECK_FALSE(value_of<ErrorCode>("no_such_code").has_value());
    CHECK_FALSE(value_of<ErrorCode>("").has_value());
    CHECK(word_of(static_cast<ErrorCode>(99)).empty());
}

TEST_CASE("an error is handed on with what was being done, outermost first") {
    CHECK(quarter(8).value() == 2);
    CHECK(quarter(3).error() == Error{ErrorCode::invalid, "first: odd"});
    CHECK(quarter(6).error().detail == "second: odd");
}
