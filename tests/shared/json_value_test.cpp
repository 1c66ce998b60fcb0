// The JSON parser by the letter of RFC 8259, and the writers.
#include "shared/json_value.hpp"

#include <doctest/doctest.h>

using namespace busy24;

namespace {

bool is_json(std::string_view text) { return parse_json_text(text).ok(); }

std::string written(double number) {
    std::string out;
    write_json_real(out, number);
    return out;
}

std::string written(std::string_view text) {
    std::string out;
    write_json_text(out, text);
    return out;
}

JsonValue value(std::string_view text) {
    auto parsed = parse_json_text(text);
    REQUIRE_MESSAGE(parsed.ok(), text);
    return std::move(parsed).value();
}

}  // namespace

TEST_CASE("what is JSON is read, and what is nearly JSON is not") {
    for (const auto text :
         {"null", " true ", "false", "0", "-0", "-1.5e+3", "1E2", "[]", "{}", "[1, [2], {}]",
          "{\"a\":{\"b\":[null]}}", "\"\"", "\"\\u00e6\\ud83d\\ude00\\/\"", "\"\xc3\xa6\""}) {
        CAPTURE(text);
        CHECK(is_json(text));
    }
    for (const auto text : {"",
                            "nul",
                            "True",
                            "01",
                            "1.",
                            ".5",
                            "-",
                            "+1",
                            "1e",
                            "[1,]",
                            "[,1]",
                            "[1 2]",
                            "{\"a\"}",
                            "{\"a\":}",
                            "{a:1}",
                            "{\"a\":1,}",
                            "'a'",
                            "\"a",
                            "\"\\x\"",
                            "\"\\u12\"",
                            "\"\n\"",
                            "\"\\ud83d\"",
                            "\"\\ude00\"",
                            "\"\\ud83dx\"",
                            "\"\xff\"",
                            "\"\xc0\xaf\"",
                            "\"\xed\xa0\x80\"",
                            "\"\xf4\x90\x80\x80\"",
                            "\"\xe2\x82\"",
                            "[",
                            "]",
                            "{",
                            "1 1",
                            "NaN"}) {
        CAPTURE(text);
        CHECK(!is_json(text));
    }
}

TEST_CASE("letters come out of their escapes, beyond the first plane too") {
    CHECK(value(R"("\u00e6\ud83d\ude00\n\"\\")").text == "\u00e6\U0001f600\n\"\\");
    CHECK(value(R"("\u0000")").text == std::string(1, '\0'));
}

TEST_CASE("whole numbers are exact to the ends of 64 bits, and beyond them not whole") {
    CHECK(value("9223372036854775807").whole == INT64_MAX);
    CHECK(value("-9223372036854775808").whole == INT64_MIN);
    for (const auto text : {"9223372036854775808", "-9223372036854775809", "1e3", "1.0"}) {
        CAPTURE(text);
        CHECK(value(text).kind == JsonValue::Kind::real);
    }
    CHECK(value("-12.625").real == -12.625);
    CHECK(value("25e-2").real == doctest::Approx(0.25));
}

TEST_CASE("members are found by name, and one too many is refused") {
    const auto object = value(R"({"a": 1, "b": "x"})");
    REQUIRE(object.member("b") != nullptr);
    CHECK(object.member("b")->text == "x");
    CHECK(object.member("c") == nullptr);
    std::string crowd = "{";
    for (int i = 0; i < 300; ++i) crowd += (i ? ",\"" : "\"") + std::to_string(i) + "\":0";
    CHECK(!is_json(crowd + "}"));
}

TEST_CASE("numbers are written short, and texts so that they come back") {
    CHECK(written(0.0) == "0");
    CHECK(written(-0.0001) == "0");
    CHECK(written(12.5) == "12.5");
    CHECK(written(-1234.0625) == "-1234.063");
    CHECK(written(1.0 / 0.0) == "0");
    CHECK(written("a\"\\\n\x01/") == R"("a\"\\\n\u0001/")");
    const std::string odd("\0\x1f\x7f\u00e6", 5);
    CHECK(value(written(odd)).text == odd);
}
