// Page 4 of the onboarding: choices, their consequences, questions and «Koble til konto».
#include "tests/web/app_harness.hpp"

using namespace busy24;
using api::PreviewState;
using test::Browser;
using ui::Role;

namespace {

api::MatchQuestion question(const std::string& id) {
    return {.id = id,
            .entity = Entity::person,
            .erp = {{"name", "Kari Nordmann"}, {"email", "kari@fjellheim.no"}},
            .busy = {{"name", "Kari Nordmann"}, {"email", "kari@hjemme.no"}},
            .reasons = {api::MatchReason::same_name}};
}

api::Preview ready() {
    return {.state = PreviewState::ready,
            .plans = {{.entity = Entity::project,
                       .fetched = 10142,
                       .create_in_busy = 10137,
                       .create_in_erp = 3,
                       .ask = 2},
                      {.entity = Entity::work_type, .fetched = 25, .create_in_busy = 25},
                      {.entity = Entity::customer, .fetched = 1, .link = 1},
                      {.entity = Entity::person, .fetched = 40, .create_in_busy = 40}}};
}

void open_options(Browser& browser) {
    test::reach(browser.api, api::Step::options);
    browser.open("/registrer/oppsett");
}

}  // namespace

TEST_CASE("each switch tells in numbers what it will do, before it is done") {
    Browser browser;
    browser.api.preview = ready();
    open_options(browser);
    CHECK(browser.heading() == "Velg hvordan Busy og 24SevenOffice skal fungere sammen");
    CHECK(
        browser.shows_text("10\u00a0142 prosjekter hentes, 3 opprettes i 24SevenOffice, 2 må "
                           "du se på"));
    CHECK(browser.shows_text("25 arbeidstyper hentes"));
    CHECK(browser.shows_text("1 kunde hentes, 1 kobles til det som finnes i Busy"));
    CHECK(browser.shows_text("I tillegg hentes 40 personer"));
    // Three are created over there, so it must not say that nothing is.
    CHECK(!browser.shows_text("Ingenting opprettes eller endres i 24SevenOffice"));
}

TEST_CASE("while 24SevenOffice is read the page follows it, and cannot connect") {
    Browser browser;
    browser.api.preview = {.state = PreviewState::reading, .records_read = 80};
    open_options(browser);
    CHECK(browser.shows_text("80 oppføringer lest"));
    CHECK(!browser.is_enabled(Role::button, "Koble til konto"));
    CHECK(browser.shows_text("Vent til forhåndsvisningen er klar"));
    browser.api.preview.records_read = 160;
    browser.pass_time();
    CHECK(browser.shows_text("160 oppføringer lest"));
    browser.api.preview = ready();
    browser.pass_time();
    CHECK(browser.is_enabled(Role::button, "Koble til konto"));
    CHECK(browser.timers.empty());
}

TEST_CASE("switches moved one after the other are saved once, and planned anew") {
    Browser browser;
    browser.api.preview = ready();
    open_options(browser);
    browser.uncheck("Koble kunder");
    browser.check("Tillat «Single Sign On» (SSO)");
    CHECK(browser.api.count<api::SaveOptions>() == 0);
    CHECK(!browser.is_enabled(Role::button, "Koble til konto"));
    CHECK(browser.shows_text("Hentes ikke"));
    browser.pass_time();
    CHECK(browser.api.count<api::SaveOptions>() == 1);
    CHECK(!browser.api.onboarding.options.customers);
    CHECK(browser.api.onboarding.options.sso);
    CHECK(browser.api.count<api::StartPreview>() == 2);
    CHECK(browser.shows_text("40 personer i 24SevenOffice kan få logge inn slik"));
    CHECK(browser.is_enabled(Role::button, "Koble til konto"));
}

TEST_CASE("a choice that could not be saved stays on the screen and is saved by the button") {
    Browser browser;
    browser.api.preview = ready();
    open_options(browser);
    browser.uncheck("Koble prosjekter");
    browser.api.fail_next<api::SaveOptions>({ErrorCode::unavailable, "", "spor-1", {}});
    browser.pass_time();
    CHECK(browser.shows_text("Tjenesten svarer ikke akkurat nå"));
    CHECK(!browser.find(Role::toggle, "Koble prosjekter")->has(ui::flag_checked));
    browser.press("Prøv igjen");
    CHECK(!browser.api.onboarding.options.projects);
    CHECK(browser.is_enabled(Role::button, "Koble til konto"));
}

TEST_CASE("another client is offered only when both logins reach it, and its rights are tried") {
    Browser browser;
    browser.api.preview = ready();
    browser.api.reached = {{101, "Fjellheim Bygg AS", true}, {102, "Havbris AS", false}};
    test::reach(browser.api, api::Step::options);
    browser.api.onboarding.api_user_tenants.push_back({103, "Bare API AS", false});
    browser.open("/registrer/oppsett");
    CHECK(browser.find(Role::select, "Klientnavn")->options.size() == 2);
    browser.api.is_api_user_good = false;
    browser.choose("Klientnavn", "Havbris AS");
    browser.pass_time();
    CHECK(browser.api.onboarding.options.tenant_id == 102);
    CHECK(browser.path == "/registrer/api-bruker");
    CHECK(browser.shows(Role::heading, "API-brukeren kan ikke brukes ennå"));
}

TEST_CASE("two records that might be the same are shown side by side, for a person to decide") {
    Browser browser;
    browser.api.preview = ready();
    browser.api.preview.questions = {question("q1"), question("q2")};
    open_options(browser);
    CHECK(browser.shows_text("Hvorfor vi spør: samme navn. Likt i 1 av 2 felter"));
    CHECK(browser.shows_text("kari@hjemme.no"));
    CHECK(browser.shows_text("Svar på 2 spørsmål først"));
    browser.check("Det samme");
    CHECK(browser.api.last<api::Decide>()->body == R"({"decision":"same","questionId":"q1"})");
    CHECK(browser.shows_text("1 spørsmål gjenstår"));
    browser.api.preview.questions[1].decision = api::Decision::skip;
    browser.check("Forskjellige");
    CHECK(browser.shows_text("Alle spørsmål er besvart"));
    CHECK(browser.is_enabled(Role::button, "Koble til konto"));
}

TEST_CASE("a preview that failed says why and is made again by the button") {
    Browser browser;
    browser.api.preview = {.state = PreviewState::failed,
                           .failure = api::Failure{ErrorCode::unavailable, "erp_down", "s", {}}};
    open_options(browser);
    CHECK(browser.shows_text("24SevenOffice svarer ikke"));
    CHECK(!browser.is_enabled(Role::button, "Koble til konto"));
    browser.api.preview = ready();
    browser.press("Prøv igjen");
    CHECK(browser.is_enabled(Role::button, "Koble til konto"));
}

TEST_CASE("connecting leads to the last page, from which Back does not return") {
    Browser browser;
    browser.api.preview = ready();
    open_options(browser);
    browser.press("Koble til konto");
    CHECK(browser.api.count<api::Connect>() == 1);
    CHECK(browser.api.last<api::Connect>()->body == R"({"language":"nb"})");
    CHECK(browser.path == "/registrer/ferdig");
    browser.go("/registrer/api-bruker");
    CHECK(browser.path == "/registrer/ferdig");
}

TEST_CASE("a connection that is refused says why, and the page stays") {
    Browser browser;
    browser.api.preview = ready();
    open_options(browser);
    browser.api.fail_next<api::Connect>({ErrorCode::conflict, "workspace_exists", "s", {}});
    browser.press("Koble til konto");
    CHECK(browser.path == "/registrer/oppsett");
    CHECK(browser.shows_text("Klienten har fått et arbeidsområde i mellomtiden"));
    CHECK(browser.is_enabled(Role::button, "Koble til konto"));
}

TEST_CASE("a step that another tab has undone leads to the page that the server knows") {
    Browser browser;
    browser.api.preview = ready();
    open_options(browser);
    browser.api.onboarding.step = api::Step::api_user;
    browser.api.onboarding.api_user = {};
    browser.api.fail_next<api::SaveOptions>({ErrorCode::conflict, "out_of_order", "s", {}});
    browser.uncheck("Koble kunder");
    browser.pass_time();
    CHECK(browser.path == "/registrer/api-bruker");
}
