// Downloading and deleting all data, through the whole program on a fake server.
#include <doctest/doctest.h>

#include "tests/web/app_harness.hpp"

using namespace busy24;
using test::Browser;
using ui::Role;

namespace {

constexpr auto address = "/innstillinger/data";

struct Data {
    Browser browser;
    Data() { test::reach(browser.api, api::Step::finished); }
    void open_form() {
        browser.open(address);
        browser.press("Jeg vil slette arbeidsområdet");
    }
};

}  // namespace

TEST_CASE_FIXTURE(Data, "everything can be downloaded from the menu's page") {
    browser.open("/innstillinger/24sevenoffice");
    browser.follow("Data");
    CHECK(browser.heading() == "Data");
    CHECK(browser.title == "Data – Busy");
    CHECK(browser.address_of("Last ned som JSON") == "/api/v1/workspace.json");
    CHECK_FALSE(browser.find(Role::button, "Slett alt for godt"));
}

TEST_CASE_FIXTURE(Data, "nothing is deleted before the name and the password are written") {
    open_form();
    browser.press("Slett alt for godt");
    CHECK(browser.shows_text("Skriv «Fjellheim Bygg AS» nøyaktig slik"));
    CHECK(browser.focus == "data.name");
    browser.fill("Skriv navnet på arbeidsområdet", "Fjellheim Bygg AS");
    browser.fill("24SevenOffice brukernavn", "kari@fjellheim.example");
    browser.press("Slett alt for godt");
    CHECK(browser.focus == "data.password");
    CHECK(browser.api.count<api::DeleteWorkspace>() == 0);
}

TEST_CASE_FIXTURE(Data, "afterwards nobody is signed in, and it is said why") {
    open_form();
    browser.fill("Skriv navnet på arbeidsområdet", " Fjellheim Bygg AS ");
    browser.fill("24SevenOffice brukernavn", "kari@fjellheim.example");
    browser.fill("24SevenOffice passord", "hemmelig");
    browser.press("Slett alt for godt");
    REQUIRE(browser.api.count<api::DeleteWorkspace>() == 1);
    CHECK(browser.api.last<api::DeleteWorkspace>()->body ==
          R"({"confirmation":"Fjellheim Bygg AS","username":"kari@fjellheim.example",)"
          R"("way":"erp"})");
    CHECK(browser.path == "/logg-inn");
    CHECK(browser.shows_text("Arbeidsområdet er slettet"));
    CHECK(browser.model.visitor.return_path.empty());
}

TEST_CASE_FIXTURE(Data, "a wrong password deletes nothing, and what was written stays") {
    browser.api.disconnection.has_busy_password = true;
    open_form();
    browser.fill("Skriv navnet på arbeidsområdet", "Fjellheim Bygg AS");
    browser.fill("Busy-passordet ditt", "feil");
    browser.api.fail_next<api::DeleteWorkspace>(
        {.code = ErrorCode::invalid, .reason = "wrong_password"});
    browser.press("Slett alt for godt");
    CHECK(browser.shows_text("Passordet stemmer ikke"));
    CHECK(browser.path == address);
    CHECK(browser.focus == "data.password");
    const auto* name = browser.find(Role::text_field, "Skriv navnet på arbeidsområdet");
    REQUIRE(name);
    CHECK(name->value == "Fjellheim Bygg AS");
}
