// «Bytt konto», through the whole program on a fake server.
#include <doctest/doctest.h>

#include "tests/web/app_harness.hpp"

using namespace busy24;
using test::Browser;
using ui::Role;

namespace {

constexpr auto address = "/innstillinger/24sevenoffice/konto";

std::vector<api::RightCheck> checks_with(api::Right bad) {
    std::vector<api::RightCheck> checks;
    for (const auto right :
         {api::Right::log_in, api::Right::reach_tenant, api::Right::read_projects,
          api::Right::read_work_types, api::Right::read_customers, api::Right::read_persons})
        checks.push_back(
            {right, right == bad ? api::RightState::denied : api::RightState::granted});
    return checks;
}

struct Changing {
    Browser browser;

    Changing() {
        test::reach(browser.api, api::Step::finished);
        browser.api.connection.tenant_name = "Fjellheim Bygg AS";
        browser.api.connection.api_user_name = "gammel@fjellheim.example";
    }
    std::string written(std::string_view label) {
        const auto* field = browser.find(Role::text_field, label);
        REQUIRE(field);
        return field->value;
    }
    void fill_in(const std::string& username) {
        browser.fill("API-brukerens e-post", username);
        browser.fill("API-brukerens passord", "hemmelig");
    }
};

}  // namespace

TEST_CASE_FIXTURE(Changing, "the settings lead to another account, and say which one is in use") {
    browser.open("/innstillinger/24sevenoffice");
    CHECK(browser.address_of("Bytt konto") == address);
    browser.go(address);
    CHECK(browser.heading() == "Bytt konto");
    CHECK(browser.title == "Bytt konto – Busy");
    CHECK(browser.shows_text("gammel@fjellheim.example"));
    CHECK(browser.focus == "heading");
}

TEST_CASE_FIXTURE(Changing, "an API user that works takes over, and what it may do is shown") {
    browser.open(address);
    fill_in(" ny@fjellheim.example ");
    browser.press("Prøv og ta i bruk");
    REQUIRE(browser.api.last<api::ChangeAccount>());
    CHECK(browser.api.last<api::ChangeAccount>()->body == R"({"username":"ny@fjellheim.example"})");
    CHECK(browser.api.last<api::ChangeAccount>()->secrets.front().member == "password");
    CHECK(browser.shows_text("Kontoen er byttet"));
    CHECK(
        browser.shows_text("Speilingen bruker ny@fjellheim.example fra nå av. Passordet til den "
                           "gamle kontoen er slettet fra Busy."));
    CHECK(browser.address_of("Gå til innstillingene") == "/innstillinger/24sevenoffice");
    CHECK_FALSE(browser.find(Role::button, "Prøv og ta i bruk"));
    CHECK(browser.wiped.back() == "account.password");
    CHECK(browser.memory["draft.account"].empty());
}

TEST_CASE_FIXTURE(Changing, "each right that is missing is named, with what to do about it") {
    browser.api.takes_account = false;
    browser.api.checks = checks_with(api::Right::read_projects);
    browser.open(address);
    fill_in("ny@fjellheim.example");
    browser.press("Prøv og ta i bruk");
    CHECK(browser.shows_text("ny@fjellheim.example er ikke tatt i bruk"));
    CHECK(browser.focus == "account.result");
    CHECK(browser.shows_text("Gi brukeren lesetilgang til prosjekter i 24SevenOffice"));
    // What was written stays, the password is asked for again.
    CHECK(written("API-brukerens e-post") == "ny@fjellheim.example");
}

TEST_CASE_FIXTURE(Changing, "a wrong password leads back to the field for it") {
    browser.api.takes_account = false;
    browser.api.checks = checks_with(api::Right::log_in);
    browser.open(address);
    fill_in("ny@fjellheim.example");
    browser.press("Prøv og ta i bruk");
    CHECK(browser.focus == "account.password");
}

TEST_CASE_FIXTURE(Changing, "nothing is sent before both fields are filled") {
    browser.open(address);
    browser.press("Prøv og ta i bruk");
    CHECK(browser.api.count<api::ChangeAccount>() == 0);
    CHECK(browser.focus == "account.username");
    browser.fill("API-brukerens e-post", "ny@fjellheim.example");
    browser.press("Prøv og ta i bruk");
    CHECK(browser.focus == "account.password");
}

TEST_CASE_FIXTURE(Changing,
                  "too many tries say when to come back, and a reload keeps the address") {
    browser.open(address);
    fill_in("ny@fjellheim.example");
    browser.api.fail_next<api::ChangeAccount>({.code = ErrorCode::throttled,
                                               .reason = "too_many_attempts",
                                               .retry_at_ms = browser.now_ms + 900'000});
    browser.press("Prøv og ta i bruk");
    CHECK(browser.shows_text("For mange forsøk"));
    browser.open(address);
    CHECK(written("API-brukerens e-post") == "ny@fjellheim.example");
}

TEST_CASE_FIXTURE(Changing, "a workspace that is disconnected is connected again") {
    browser.api.connection.is_connected = false;
    browser.open(address);
    CHECK(browser.heading() == "Koble til igjen");
    CHECK(browser.title == "Koble til igjen – Busy");
    fill_in("ny@fjellheim.example");
    browser.press("Prøv og ta i bruk");
    CHECK(browser.shows_text("Koblet til igjen"));
}

TEST_CASE_FIXTURE(Changing, "a page that could not be had can be asked for again") {
    browser.api.fail_next<api::GetConnection>({.code = ErrorCode::internal, .tracking_id = "abc"});
    browser.open(address);
    browser.press("Prøv igjen");
    CHECK(browser.api.count<api::GetConnection>() == 2);
    CHECK(browser.shows_text("gammel@fjellheim.example"));
}
