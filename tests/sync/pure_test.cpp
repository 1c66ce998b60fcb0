// The pure functions around the mirror: names, guards, back-off.
#include <doctest/doctest.h>

#include "proxy/domain/names.hpp"
#include "proxy/jobs/backoff.hpp"
#include "proxy/sync/guard.hpp"
#include "tests/fakes/seeded_random.hpp"

using namespace busy24;

TEST_CASE("names that differ in case and blanks are the same name") {
    using domain::normalised_name;
    CHECK(normalised_name("  Ærlig \t Arbeid\u00a0AS ") == "ærlig arbeid as");
    CHECK(normalised_name("ÅSE") == normalised_name("åse"));
    CHECK(normalised_name("A B") != normalised_name("AB"));
    CHECK(normalised_name(" \u00a0 ").empty());
}

TEST_CASE("names sort as the Norwegian alphabet does") {
    using domain::search_form;
    CHECK(search_form("Zorro") < search_form("Ærlig"));
    CHECK(search_form("Ærlig") < search_form("Øst"));
    CHECK(search_form("Øst") < search_form("Ås"));
    CHECK(search_form("Bærum").find(search_form("ÆR")) != std::string::npos);
}

TEST_CASE("what is searched for is taken as it is written") {
    CHECK(domain::search_pattern("100 %_!") == "%100 !%!_!!%");
    CHECK(domain::search_pattern("") == "%%");
}

TEST_CASE("lengths are counted in characters") {
    CHECK(domain::length_of("æøå") == 3);
    CHECK(domain::length_of("") == 0);
}

TEST_CASE("the guard lets a fifth of a list go, and stops when it has lost more") {
    struct Case {
        std::int64_t linked, missing;
        bool is_safe;
    };
    for (const auto& c :
         {Case{0, 0, true}, Case{1, 0, true}, Case{1, 1, false}, Case{4, 1, false},
          Case{5, 1, true}, Case{5, 2, false}, Case{10, 2, true}, Case{10, 3, false},
          Case{100, 20, true}, Case{100, 21, false}, Case{150, 150, false},
          Case{100'000, 20'000, true}, Case{100'000, 20'001, false}}) {
        CAPTURE(c.linked);
        CAPTURE(c.missing);
        CHECK(sync::is_safe({c.linked, c.missing}) == c.is_safe);
    }
}

TEST_CASE("the guard in every short list: nothing missing passes, and never the whole") {
    for (std::int64_t linked = 0; linked <= 60; ++linked)
        for (std::int64_t missing = 0; missing <= linked; ++missing) {
            CAPTURE(linked);
            CAPTURE(missing);
            // A fifth, counted another way.
            CHECK(sync::is_safe({linked, missing}) == (missing <= linked / 5));
        }
}

TEST_CASE("the wait doubles, has an end, and is never nothing") {
    SeededRandom random(3);
    std::int64_t longest = 0;
    for (std::int64_t attempts = 1; attempts < 60; ++attempts) {
        const auto delay = jobs::retry_delay_ms(attempts, random);
        CHECK(delay >= 500);
        CHECK(delay <= jobs::delay_ms_max);
        if (attempts == 1) CHECK(delay <= jobs::first_delay_ms);
        longest = std::max(longest, delay);
    }
    CHECK(longest > minute_ms);
}
