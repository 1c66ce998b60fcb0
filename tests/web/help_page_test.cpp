// The help, through the whole program on a fake server.
#include <doctest/doctest.h>

#include "tests/web/app_harness.hpp"

using namespace busy24;
using api::HelpKind;
using test::Browser;
using ui::Role;

namespace {

struct Reading {
    Browser browser;

    Reading() {
        browser.api.help = {
            {{"oppsett",
              "Sett opp",
              "Fem sider.",
              {{HelpKind::heading, "1. Registrer deg", {}},
               {HelpKind::picture, "Side 1", "/help/registrer.png"},
               {HelpKind::step, "Skriv e-posten", {}},
               {HelpKind::step, "Skriv passordet", {}},
               {HelpKind::link, "API-brukeren", "/hjelp/api-bruker"}}},
             {"api-bruker",
              "API-brukeren",
              "En innlogging.",
              {{HelpKind::point, "Uten person", {}}}},
             {"feil", "Feilmeldinger", "Hver feil.", {{HelpKind::errors, "Feilene", {}}}}}};
    }
    void sign_in(api::Role role) {
        browser.api.session = {.state = api::SessionState::signed_in,
                               .user_name = "Kari Nordli",
                               .role = role,
                               .workspace_name = "Fjellheim Bygg AS"};
    }
};

}  // namespace

TEST_CASE_FIXTURE(Reading, "anybody finds an article by its words, and reads it") {
    browser.open("/hjelp");
    CHECK(browser.heading() == "Hjelp");
    browser.fill("Søk i hjelpen", "UTEN person");
    CHECK(browser.shows_text("En innlogging."));
    CHECK_FALSE(browser.shows_text("Fem sider."));
    browser.fill("Søk i hjelpen", "finnes aldri");
    CHECK(browser.shows_text("Ingen artikler passer"));
    browser.fill("Søk i hjelpen", "");
    browser.follow("Sett opp");
    CHECK(browser.path == "/hjelp/oppsett");
    CHECK(browser.heading() == "Sett opp");
    CHECK(browser.title == "Sett opp – Busy");
    CHECK(browser.shows_text("2. Skriv passordet"));
    const auto* photo = browser.find(Role::photo, "Side 1");
    REQUIRE(photo);
    CHECK(photo->href == "/help/registrer.png");
    CHECK_FALSE(browser.shows_text("Fant du svaret?"));
    browser.follow("API-brukeren");
    CHECK(browser.heading() == "API-brukeren");
}

TEST_CASE_FIXTURE(Reading, "an article that there is not says so and leads to the others") {
    browser.open("/hjelp/gammelt");
    CHECK(browser.heading() == "Artikkelen finnes ikke");
    browser.follow("Alle artikler");
    CHECK(browser.path == "/hjelp");
}

TEST_CASE_FIXTURE(Reading, "every error is there with its code") {
    browser.open("/hjelp/feil");
    for (const auto* code : {"Kode: quarantine", "Kode: ambiguous", "Kode: last_administrator"})
        CHECK_MESSAGE(browser.shows_text(code), code);
}

TEST_CASE_FIXTURE(Reading, "an error is found by its code, and by what it says") {
    browser.open("/hjelp");
    browser.fill("Søk i hjelpen", "Tenant_not_reached");
    CHECK(browser.find(Role::link, "Feilmeldinger"));
    CHECK(browser.shows_text("Kode: tenant_not_reached"));
    CHECK(browser.shows_text("Innloggingen når ikke lenger denne klienten"));
    CHECK_FALSE(browser.shows_text("Kode: quarantine"));
    CHECK_FALSE(browser.shows_text("Fem sider."));
    browser.fill("Søk i hjelpen", "24SevenOffice svarer ikke");
    CHECK(browser.shows_text("Kode: erp_down"));
    // Nobody who searches for nothing gets all of them.
    browser.fill("Søk i hjelpen", "");
    CHECK_FALSE(browser.shows_text("Kode: erp_down"));
}

TEST_CASE_FIXTURE(Reading, "a reader says whether it answered, and nothing written is lost") {
    sign_in(api::Role::employee);
    browser.open("/hjelp/oppsett");
    browser.check("Nei");
    browser.fill("Hva lette du etter?", "Et bilde av knappen");
    browser.api.fail_next<api::RateHelp>({.code = ErrorCode::unavailable});
    browser.press("Send svaret");
    browser.press("Send svaret");
    const auto* request = browser.api.last<api::RateHelp>();
    REQUIRE(request);
    CHECK(request->body ==
          R"({"article":"oppsett","comment":"Et bilde av knappen","found":false})");
    CHECK(browser.shows_text("Takk! Svaret er lagret for administratoren."));
    CHECK(browser.api.last<api::ListHelpRatings>() == nullptr);
}

TEST_CASE_FIXTURE(Reading, "an administrator sees what the readers say") {
    sign_in(api::Role::administrator);
    browser.api.help_ratings = {{{.article = "oppsett",
                                  .is_found = false,
                                  .comment = "Et bilde av knappen",
                                  .user_name = "Ola Vik",
                                  .rated_at_ms = test::june_5_ms}}};
    browser.open("/hjelp");
    CHECK(browser.shows_text("Ola Vik fant ikke svaret i «Sett opp»"));
    CHECK(browser.shows_text("Et bilde av knappen"));
}

TEST_CASE_FIXTURE(Reading,
                  "another language is asked for at once, and an outage can be tried again") {
    browser.api.fail_next<api::ReadHelp>({.code = ErrorCode::internal});
    browser.open("/hjelp");
    browser.press("Prøv igjen");
    CHECK(browser.shows_text("Fem sider."));
    browser.choose("Språk", "Nynorsk");
    CHECK(browser.api.last<api::ReadHelp>()->path.find("language=nn") != std::string::npos);
}
