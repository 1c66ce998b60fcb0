// Tables for spreadsheets: what a cell may hold without harm.
#include "proxy/http/csv.hpp"

#include <doctest/doctest.h>

using namespace busy24;

namespace {

struct Line {
    std::string name;
    std::int64_t count = 0;
    std::optional<Instant> at;
    static constexpr auto fields() {
        return std::tuple{field("name", &Line::name), field("count", &Line::count),
                          field("at", &Line::at)};
    }
};

std::string cell(std::string_view text) { return http::csv_detail::cell(text); }

}  // namespace

TEST_CASE("a table begins with its byte order mark and its names, and every line ends") {
    const std::vector<Line> lines{{"Kjøkken på Ås", 7, Instant{0}}, {"Næs; trinn 2", -1, {}}};
    CHECK(http::to_csv<Line>(lines) ==
          "\xEF\xBB\xBFname;count;at\r\n"
          "Kjøkken på Ås;7;\r\n"
          "\"Næs; trinn 2\";'-1;\r\n");
    CHECK(http::to_csv<Line>({}) == "\xEF\xBB\xBFname;count;at\r\n");
}

TEST_CASE("what would end a cell or a line is put in quotes, and quotes are doubled") {
    CHECK(cell("Bygg, rør og \"varme\"") == "\"Bygg, rør og \"\"varme\"\"\"");
    CHECK(cell("a;b") == "\"a;b\"");
    CHECK(cell("to\nlinjer") == "\"to\nlinjer\"");
    CHECK(cell("to\r\nlinjer") == "\"to\r\nlinjer\"");
    CHECK(cell("komma, uten mer") == "komma, uten mer");
    CHECK(cell("").empty());
}

TEST_CASE("no text is a formula, whoever has typed it") {
    for (const std::string text : {"=1+1", "+47 22 33 44 55", "-2", "@SUM(A1)", "\t=1", "\r=1",
                                   "\n=1", "=HYPERLINK(\"http://a.example\";\"b\")"}) {
        CAPTURE(text);
        const auto written = cell(text);
        const auto start = written.find_first_not_of('"');
        CHECK(written[start] == '\'');
    }
    CHECK(cell("a=1") == "a=1");
    CHECK(cell("'allerede") == "'allerede");
}
