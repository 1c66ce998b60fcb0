// Health, alerts, disconnecting and the notice above every page, through the whole program on a
// fake server.
#include <doctest/doctest.h>

#include "shared/time.hpp"
#include "tests/web/app_harness.hpp"

using namespace busy24;
using test::Browser;
using ui::Role;

namespace {

constexpr auto health = "/innstillinger/24sevenoffice/tilgang";
constexpr auto disconnecting = "/innstillinger/24sevenoffice/koble-fra";
constexpr auto settings = "/innstillinger/24sevenoffice";

struct Connected {
    Browser browser;

    Connected() {
        test::reach(browser.api, api::Step::finished);
        auto& connection = browser.api.connection;
        connection.tenant_name = "Fjellheim Bygg AS";
        connection.api_user_name = "api@fjellheim.example";
        connection.health.checked_at_ms = test::june_5_ms - 3 * hour_ms;
        connection.health.checks = {{api::Right::log_in, api::RightState::granted},
                                    {api::Right::read_projects, api::RightState::granted}};
        browser.api.recipients = {.administrators = {{"Kari Nordmann", "kari@fjellheim.example"}},
                                  .can_send = true};
        browser.api.disconnection = {.tenant_name = "Fjellheim Bygg AS",
                                     .account = "api@fjellheim.example",
                                     .queued = 2,
                                     .is_under_way = true,
                                     .has_sso = true,
                                     .locked_out = {"Ola Vik"},
                                     .has_busy_password = true};
    }
    void break_connection(api::Trouble trouble) {
        browser.api.notice = {.trouble = trouble,
                              .broken_since_ms = test::june_5_ms - hour_ms,
                              .account = "api@fjellheim.example",
                              .administrator_name = "Kari Nordmann"};
        browser.api.connection.health.trouble = trouble;
        browser.api.connection.health.broken_since_ms = test::june_5_ms - hour_ms;
    }
    std::string body_of_last_save() {
        const auto* request = browser.api.last<api::SaveRecipients>();
        return request ? request->body : std::string();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Connected, "what the API user may do is shown, and tried on demand") {
    browser.open(health);
    CHECK(browser.heading() == "Tilgang og varsling");
    CHECK(browser.shows_text("Alt virker · prøvd for 3 timer siden"));
    browser.api.tested = browser.api.connection.health;
    browser.api.tested.checked_at_ms = browser.now_ms;
    browser.press("Prøv nå");
    CHECK(browser.api.count<api::TestConnection>() == 1);
    CHECK(browser.shows_text("Alt virker · prøvd nå nettopp"));
}

TEST_CASE_FIXTURE(Connected, "a trial that fails says why on this page and on every other one") {
    browser.open(health);
    browser.api.tested = {.checked_at_ms = browser.now_ms,
                          .checks = {{api::Right::log_in, api::RightState::denied}},
                          .trouble = api::Trouble::login_refused,
                          .broken_since_ms = browser.now_ms};
    browser.press("Prøv nå");
    CHECK(browser.shows_text("24SevenOffice avviser api@fjellheim.example."));
    browser.go("/prosjekter");
    CHECK(browser.shows_text("Koblingen til 24SevenOffice virker ikke"));
    CHECK(browser.address_of("Se hva som må gjøres") == health);
}

TEST_CASE_FIXTURE(Connected, "24SevenOffice that does not answer is told beside the button") {
    browser.open(health);
    browser.api.fail_next<api::TestConnection>(
        {.code = ErrorCode::unavailable, .reason = "erp_down"});
    browser.press("Prøv nå");
    CHECK(browser.shows_text("24SevenOffice svarer ikke"));
    CHECK(browser.is_enabled(Role::button, "Prøv nå"));
}

TEST_CASE_FIXTURE(Connected, "employees are told whom to tell, and no account") {
    browser.api.session.role = api::Role::employee;
    break_connection(api::Trouble::right_lost);
    browser.open("/prosjekter");
    CHECK(browser.shows_text("Koblingen til 24SevenOffice virker ikke"));
    CHECK(browser.shows_text("API-brukeren mangler en rettighet."));
    CHECK(browser.shows_text("Si fra til Kari Nordmann."));
    CHECK_FALSE(browser.shows_text("api@fjellheim.example"));
    CHECK_FALSE(browser.find(Role::link, "Se hva som må gjøres"));
}

TEST_CASE_FIXTURE(Connected, "each reason has its own advice") {
    struct Row {
        api::Trouble trouble;
        std::string advice;
    };
    for (const auto& row : {Row{api::Trouble::login_refused, "samme passord som før"},
                            Row{api::Trouble::tenant_not_reached, "når ikke klienten lenger"},
                            Row{api::Trouble::right_lost, "får ikke lenger lese alt"}}) {
        break_connection(row.trouble);
        browser.open("/prosjekter");
        CHECK_MESSAGE(browser.shows_text(row.advice), row.advice);
    }
    browser.api.notice = {};
    browser.open("/prosjekter");
    CHECK_FALSE(browser.shows_text("Koblingen til 24SevenOffice virker ikke"));
}

TEST_CASE_FIXTURE(Connected, "the last page of signing up and the help tell it too") {
    break_connection(api::Trouble::login_refused);
    for (const char* path : {"/registrer/ferdig", "/hjelp", "/hjelp/feil"}) {
        CAPTURE(path);
        browser.open(path);
        CHECK(browser.shows_text("Koblingen til 24SevenOffice virker ikke"));
        CHECK(browser.address_of("Se hva som må gjøres") == health);
    }
    browser.api.session = {};
    browser.open("/hjelp");
    CHECK_FALSE(browser.shows_text("Koblingen til 24SevenOffice virker ikke"));
}

TEST_CASE_FIXTURE(Connected, "«Gjør dette senere» is reminded of on every page") {
    browser.api.notice.lacks_api_user = true;
    browser.api.connection.api_user_mode = api::ApiUserMode::later;
    browser.open("/prosjekter");
    CHECK(browser.shows_text("Koblingen mangler en API-bruker"));
    CHECK(browser.address_of("Legg til API-bruker") == "/innstillinger/24sevenoffice/konto");
    browser.go(settings);
    CHECK(browser.shows_text("Uten API-bruker speiles det bare mens du er innlogget."));
}

TEST_CASE_FIXTURE(Connected, "who gets the e-mail is all administrators or those who are named") {
    browser.open(health);
    CHECK(browser.shows_text("Kari Nordmann"));
    CHECK_FALSE(browser.shows_text("Busy kan ikke sende e-post ennå"));
    browser.check("Disse adressene");
    browser.press("Lagre");
    CHECK(browser.shows_text("Skriv minst én e-postadresse"));
    CHECK(browser.focus == "health.emails");
    CHECK(browser.api.count<api::SaveRecipients>() == 0);
}

TEST_CASE_FIXTURE(Connected, "addresses that were saved come back, and all of them count") {
    browser.api.recipients.is_all_administrators = false;
    browser.api.recipients.emails = {"drift@fjellheim.example", "ola@fjellheim.example"};
    browser.open(health);
    browser.press("Lagre");
    CHECK(body_of_last_save() == R"({"emails":["drift@fjellheim.example","ola@fjellheim.example"],)"
                                 R"("isAllAdministrators":false})");
    CHECK(browser.shows_text("Lagret"));
}

TEST_CASE_FIXTURE(Connected, "without SMTP the page says that nothing is sent") {
    browser.api.recipients.can_send = false;
    browser.open(health);
    CHECK(browser.shows_text("Busy kan ikke sende e-post ennå"));
}

TEST_CASE_FIXTURE(Connected, "disconnecting says first what stays and what goes") {
    browser.open(disconnecting);
    CHECK(browser.heading() == "Koble fra");
    for (const auto* text :
         {"Dette blir værende", "Koblingene, reglene og historien, til neste gang",
          "Dette forsvinner", "Passordet og økten til api@fjellheim.example slettes fra Busy",
          "2 endringer som venter på å bli sendt, forkastes", "Speilingen som er i gang, stopper",
          "1 bruker kan ikke lenger logge inn", "Disse har ikke noe Busy-passord: Ola Vik."})
        CHECK_MESSAGE(browser.shows_text(text), text);
}

TEST_CASE_FIXTURE(Connected, "it is done with the Busy password, and then the settings say so") {
    browser.open(disconnecting);
    browser.press("Koble fra Fjellheim Bygg AS");
    CHECK(browser.api.count<api::Disconnect>() == 0);
    CHECK(browser.shows_text("Skriv inn passordet"));
    browser.fill("Busy-passordet ditt", "hemmelig");
    browser.press("Koble fra Fjellheim Bygg AS");
    REQUIRE(browser.api.count<api::Disconnect>() == 1);
    CHECK(browser.api.last<api::Disconnect>()->body == R"({"username":"","way":"busy"})");
    CHECK(browser.path == settings);
    CHECK(browser.shows_text("Koblet fra siden 5.6.2026"));
    CHECK(browser.address_of("Koble til igjen") == "/innstillinger/24sevenoffice/konto");
    CHECK_FALSE(browser.find(Role::button, "Synk nå"));
}

TEST_CASE_FIXTURE(Connected, "a password for the one is never sent to the other") {
    browser.open(disconnecting);
    browser.fill("Busy-passordet ditt", "hemmelig");
    browser.check("24SevenOffice");
    CHECK(browser.wiped.back() == "disconnect.password");
    browser.fill("24SevenOffice brukernavn", "kari@fjellheim.example");
    browser.fill("24SevenOffice passord", "et annet");
    browser.api.fail_next<api::Disconnect>({.code = ErrorCode::invalid, .reason = "wrong_login"});
    browser.press("Koble fra Fjellheim Bygg AS");
    CHECK(browser.api.last<api::Disconnect>()->body ==
          R"({"username":"kari@fjellheim.example","way":"erp"})");
    CHECK(browser.shows_text("Feil e-postadresse eller passord"));
    CHECK(browser.path == disconnecting);
    CHECK(browser.focus == "disconnect.password");
}

TEST_CASE_FIXTURE(Connected, "who has no Busy password is asked for the 24SevenOffice login") {
    browser.api.disconnection.has_busy_password = false;
    browser.open(disconnecting);
    CHECK_FALSE(browser.find(Role::secret_field, "Busy-passordet ditt"));
    CHECK(browser.find(Role::secret_field, "24SevenOffice passord"));
}
