// The texts: complete in three languages, with the same places for values, and each in its own.
#include "web/text/fetched.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <sstream>

#include "shared/time.hpp"

using namespace busy24;
using text::Language;
using text::Texts;

namespace {

// Runs `visit(subject, index, nb, nn, en)` for every text there is.
using Visit = std::function<void(const char*, int, std::string, std::string, std::string)>;

template <class Id>
void for_each_of(const char* subject, const Visit& visit) {
    for (int i = 0; i < static_cast<int>(Id::count_); ++i) {
        const auto id = static_cast<Id>(i);
        visit(subject, i, std::string(text::nb(id)), std::string(text::nn(id)),
              std::string(text::en(id)));
    }
}

void for_each_text(const Visit& visit) {
    int number = 0;
    const auto visit_subject = [&]<class Id>(const Id*) {
        for_each_of<Id>(("subject " + std::to_string(number++)).c_str(), visit);
    };
    [&]<class... Ids>(const std::tuple<Ids...>*) {
        (visit_subject(static_cast<const Ids*>(nullptr)), ...);
    }(static_cast<const text::Subjects*>(nullptr));
}

// The numbers of the places in a row.
std::set<char> places(const std::string& row) {
    std::set<char> found;
    for (std::size_t i = 0; i + 1 < row.size(); ++i)
        if (row[i] == '{') found.insert(row[i + 1]);
    return found;
}

bool has_word(const std::string& row, const std::set<std::string>& forbidden) {
    std::string words;
    for (const char c : row)
        words += (c >= 'A' && c <= 'Z') ? static_cast<char>(c + 32)
                 : (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) >= 0x80) ? c
                                                                                     : ' ';
    std::istringstream stream(words);
    for (std::string word; stream >> word;)
        if (forbidden.count(word) != 0) return true;
    return false;
}

}  // namespace

TEST_CASE("every text has the same places for values in all languages") {
    for_each_text([](const char* subject, int i, const std::string& nb, const std::string& nn,
                     const std::string& en) {
        CAPTURE(subject);
        CAPTURE(i);
        CAPTURE(nb);
        CHECK(places(nb) == places(nn));
        CHECK(places(nb) == places(en));
    });
}

TEST_CASE("no language has words of another") {
    const std::set<std::string> english{"the", "and", "your", "you", "is", "not", "with", "of"};
    const std::set<std::string> bokmaal{"ikke", "jeg",  "hva",    "hvordan", "noen",  "fra",
                                        "dere", "velg", "bruker", "brukere", "koble", "kobles"};
    const std::set<std::string> nynorsk{"ikkje",  "kva", "korleis", "nokon", "frå",
                                        "brukar", "vel", "kople",   "noko"};
    for_each_text([&](const char* subject, int i, const std::string& nb, const std::string& nn,
                      const std::string& en) {
        CAPTURE(subject);
        CAPTURE(i);
        CAPTURE(nb);
        CAPTURE(nn);
        CHECK(!has_word(nb, english));
        // «Single Sign On» and the name of 24SevenOffice's access package are names.
        const bool may_say_bruker = nn.find("Integrasjonsbruker") != std::string::npos ||
                                    nn.find("du bruker") != std::string::npos ||
                                    nn.find("andre bruker") != std::string::npos ||
                                    nn.find("Koplinga bruker") != std::string::npos;
        CHECK((may_say_bruker || !has_word(nn, bokmaal)));
        CHECK(!has_word(nn, english));
        CHECK(!has_word(nb, nynorsk));
        CHECK(!has_word(en, bokmaal));
        CHECK(!has_word(en, nynorsk));
    });
}

TEST_CASE("a single sentence has no full stop, and nothing ends in a space") {
    for_each_text([](const char* subject, int i, const std::string& nb, const std::string& nn,
                     const std::string& en) {
        CAPTURE(subject);
        CAPTURE(i);
        for (const auto& row : {nb, nn, en}) {
            CAPTURE(row);
            CHECK(row.front() != ' ');
            CHECK(row.back() != ' ');
            CHECK(row.find("  ") == std::string::npos);
            CHECK(row.find("...") == std::string::npos);
        }
    });
}

TEST_CASE("a value is put in its place, and one is counted as one") {
    CHECK(text::filled("{0} av {1}", {"3", "10"}) == "3 av 10");
    CHECK(text::filled("{0} {0|prosjekt|prosjekter}", {"1"}) == "1 prosjekt");
    CHECK(text::filled("{0} {0|prosjekt|prosjekter}", {"0"}) == "0 prosjekter");
    CHECK(text::filled("{1}", {"x"}).empty());
    CHECK(text::filled("{0", {"x"}) == "{0");
    // What somebody called a company is not a place.
    CHECK(text::filled("«{0}»", {"{0}"}) == "«{0}»");
}

TEST_CASE("numbers and moments are written as the language does") {
    constexpr std::int64_t june_5_ms = 1'780'657'200'000;
    const Texts nb(Language::nb);
    const Texts en(Language::en);
    CHECK(nb.number(10000) == "10\u00a0000");
    CHECK(en.number(1234567) == "1,234,567");
    CHECK(nb.date(june_5_ms) == "5.6.2026");
    CHECK(en.date(june_5_ms) == "5 June 2026");
    CHECK(nb.date_and_time(june_5_ms) == "5.6.2026 kl. 13:00");
    CHECK(nb.ago(0, 59'999) == "nå nettopp");
    CHECK(nb.ago(5, 0) == "nå nettopp");
    CHECK(nb.ago(0, minute_ms) == "for 1 minutt siden");
    CHECK(nb.ago(0, 3 * minute_ms) == "for 3 minutter siden");
    CHECK(nb.ago(0, 2 * hour_ms) == "for 2 timer siden");
    CHECK(Texts(Language::nn).ago(0, 26 * hour_ms) == "for 1 dag sidan");
    CHECK(en.ago(0, 49 * hour_ms) == "2 days ago");
}

TEST_CASE("the browser's first language that the product speaks is chosen") {
    CHECK(text::preferred_language({"nn-NO", "nb"}) == Language::nn);
    CHECK(text::preferred_language({"no"}) == Language::nb);
    CHECK(text::preferred_language({"sv-SE", "nb-NO", "en"}) == Language::nb);
    CHECK(text::preferred_language({"de"}) == Language::en);
    CHECK(text::preferred_language({}) == Language::en);
}

TEST_CASE("a language that is fetched has the same texts as one that is compiled in") {
    text::FetchedRows rows;
    CHECK_FALSE(rows.is_loaded());
    CHECK(rows(text::Shell::language).empty());
    const auto file = text::file_of([](auto id) { return text::nn(id); });
    REQUIRE(rows.load(file));
    int wrong = 0;
    const auto compare = [&]<class Id>(const Id*) {
        for (int i = 0; i < static_cast<int>(Id::count_); ++i)
            wrong += rows(static_cast<Id>(i)) == text::nn(static_cast<Id>(i)) ? 0 : 1;
    };
    [&]<class... Ids>(const std::tuple<Ids...>*) {
        (compare(static_cast<const Ids*>(nullptr)), ...);
    }(static_cast<const text::Subjects*>(nullptr));
    CHECK(wrong == 0);
}

TEST_CASE("a file of another version, cut short or none at all changes nothing") {
    const auto file = text::file_of([](auto id) { return text::en(id); });
    text::FetchedRows rows;
    for (const auto& wrong : {std::string(), std::string("<!doctype html>"), file + "more\0",
                              file + std::string("more\0", 5), file.substr(0, file.size() - 1)}) {
        CHECK_FALSE(rows.load(wrong));
        CHECK_FALSE(rows.is_loaded());
    }
    REQUIRE(rows.load(file));
    CHECK_FALSE(rows.load("x"));
    CHECK(rows(text::Shell::language) == "Language");
}
