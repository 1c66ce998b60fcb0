// The log: one line per event, whatever is in it.
#include "proxy/log.hpp"

#include <doctest/doctest.h>

#include "shared/json.hpp"
#include "tests/fakes/manual_clock.hpp"

using namespace busy24;

TEST_CASE("an event is one line of JSON with its time, and without what is empty") {
    ManualClock clock;
    std::string text;
    Log log(clock, [&](std::string_view line) { text += line; });
    log.write({.event = "request", .path = "/a", .status = 200});
    CHECK(text == R"({"time":"2026-06-05T11:00:00Z","level":"info","event":"request",)"
                  R"("path":"/a","status":200})"
                  "\n");
}

TEST_CASE("line breaks, control characters and broken UTF-8 cannot forge a line") {
    ManualClock clock;
    std::string text;
    Log log(clock, [&](std::string_view line) { text += line; });
    log.write({.event = "x", .detail = "a\n{\"event\":\"forged\"}\r\n\x1b[0m\xff\xfe"});
    CHECK(std::count(text.begin(), text.end(), '\n') == 1);
    CHECK(parse_json_text(text.substr(0, text.size() - 1)).ok());
}
