// The pages of first-time setup, through the whole program on a fake server.
#include <doctest/doctest.h>

#include "shared/time.hpp"
#include "tests/web/app_harness.hpp"

using namespace busy24;
using api::MatchedBy;
using api::ProjectRole;
using api::Readiness;
using test::Browser;
using ui::Role;

namespace {

constexpr auto setup_path = "/innstillinger/24sevenoffice/forstegangsoppsett";

struct SetupPages {
    Browser browser;

    SetupPages() {
        browser.api.session = {.state = api::SessionState::signed_in,
                               .user_name = "Kari Nordmann",
                               .role = api::Role::administrator,
                               .workspace_name = "Fjellheim Bygg AS"};
        browser.api.ready.people = {{.id = "c1",
                                     .name = "Kari Nordmann",
                                     .email = "kari@fjellheim.example",
                                     .state = Readiness::ready,
                                     .matched_by = MatchedBy::login,
                                     .contact_name = "Kari Nordmann",
                                     .is_user = true,
                                     .last_login_at_ms = test::june_5_ms - 3 * minute_ms},
                                    {.id = "c2",
                                     .name = "Ola Vik",
                                     .email = "ola@privat.example",
                                     .state = Readiness::unmatched,
                                     .is_user = true,
                                     .last_login_at_ms = test::june_5_ms - day_ms},
                                    {.id = "c3",
                                     .name = "Per Moen",
                                     .email = "per@fjellheim.example",
                                     .state = Readiness::missing},
                                    {.id = "c4",
                                     .name = "Tone Bakke",
                                     .email = "tone@fjellheim.example",
                                     .state = Readiness::invited,
                                     .invited_at_ms = test::june_5_ms - hour_ms}};
        browser.api.first_setup = {.roles = {{"1", "Prosjektleder", 4, 12, ProjectRole::manager},
                                             {"2", "Deltaker", 20, 40, ProjectRole::participant},
                                             {"", "", 2, 3, ProjectRole::participant}},
                                   .projects = 142,
                                   .projects_fetched = 142,
                                   .strangers = 3,
                                   .plan = {42, 3, 1},
                                   .kept = 2,
                                   .version = "v1"};
        browser.api.setup_preview = {
            {{.id = "p1",
              .name = "Bro over Elva",
              .counts = {2, 1, 1},
              .steps = {{"Kari Nordmann", ProjectRole::none, ProjectRole::manager},
                        {"Ola Vik", ProjectRole::participant, ProjectRole::manager},
                        {"Per Moen", ProjectRole::participant, ProjectRole::none}}}},
            1};
    }
    template <class C>
    std::string asked() {
        const auto* request = browser.api.last<C>();
        return request ? request->body : std::string();
    }
};

}  // namespace

TEST_CASE_FIXTURE(SetupPages, "the board shows who is ready, and only who is missing on demand") {
    browser.open(setup_path);
    CHECK(browser.heading() == "Førstegangsoppsett");
    CHECK(browser.title == "Førstegangsoppsett – Busy");
    for (const auto* text : {"1 av 4 har logget inn og er knyttet til en kontakt", "Ved innlogging",
                             "Ikke knyttet", "Ikke invitert", "Invitert", "3 minutter siden"})
        CHECK_MESSAGE(browser.shows_text(text), text);
    browser.check("Mangler (3)");
    CHECK(browser.path == std::string(setup_path) + "?vis=mangler");
    CHECK_FALSE(browser.shows(Role::link, "Kari Nordmann"));
    CHECK(browser.shows(Role::link, "Ola Vik"));
    // What is shown is another, and nothing was asked for again.
    CHECK(browser.api.count<api::GetReadiness>() == 1);
    browser.fill("Søk etter navn eller e-post", "tone");
    CHECK_FALSE(browser.shows(Role::link, "Ola Vik"));
    browser.fill("Søk etter navn eller e-post", "ingen");
    CHECK(browser.shows_text("Ingen brukere passer"));
    browser.api.ready.people.resize(1);
    browser.open(std::string(setup_path) + "?vis=mangler");
    CHECK(browser.shows_text("Ingen mangler noe"));
}

TEST_CASE_FIXTURE(SetupPages, "everybody who has not logged in is reminded, with links to copy") {
    browser.api.reminded = {{{"per@fjellheim.example", "Per Moen", api::InviteOutcome::invited,
                              "https://busy.example/invitasjon#a"},
                             {"", "Uten Adresse", api::InviteOutcome::bad_email, ""},
                             {"to@a.no", "To Ganger", api::InviteOutcome::repeated, ""},
                             {"alt@a.no", "Alt Inne", api::InviteOutcome::already_user, ""},
                             {"feil@a.no", "Gikk Galt", api::InviteOutcome::failed, ""},
                             {"brev@a.no", "Uten Brev", api::InviteOutcome::invited,
                              "https://busy.example/invitasjon#b", false, true}},
                            7};
    browser.open(setup_path);
    browser.press("Send påminnelse til alle som mangler (2)");
    CHECK(asked<api::RemindPeople>() == R"({"ids":[],"language":"nb"})");
    CHECK(browser.focus == "setup.reminded_title");
    for (const auto* text :
         {"2 har fått en ny invitasjon", "Disse mangler en brukbar e-postadresse: Uten Adresse",
          "To Ganger", "Står to ganger i listen", "Er bruker allerede",
          "Ble ikke invitert. Prøv igjen", "Kopier lenken til Uten Brev", "7 gjenstår"})
        CHECK_MESSAGE(browser.shows_text(text), text);
    CHECK(browser.shows(Role::button, "Kopier lenken"));
    browser.api.fail_next<api::RemindPeople>({.code = ErrorCode::internal, .tracking_id = "abc"});
    browser.press("Send påminnelse til alle som mangler (2)");
    CHECK(browser.shows_text("abc"));
}

TEST_CASE_FIXTURE(SetupPages, "the role table is saved at once, and the plan is told in numbers") {
    browser.open(setup_path);
    for (const auto* text : {"4 personer i 12 prosjekter", "Uten rolle", "Legges til",
                             "Endret for hånd, blir som de er", "3 deltakere er ikke ansatte",
                             "Kari Nordmann legges til som Prosjektleder",
                             "Ola Vik blir Prosjektleder", "Per Moen tas ut og 1 til"})
        CHECK_MESSAGE(browser.shows_text(text), text);
    browser.choose("Rolle i Busy for «Deltaker»", "Ikke med");
    CHECK(asked<api::SaveSetupRoles>() ==
          R"({"defaultRole":"participant","roles":[{"key":"1","role":"manager"},)"
          R"({"key":"2","role":"none"},{"key":"","role":"participant"}]})");
    CHECK(browser.shows_text("Rollene er lagret"));
    browser.check("Person");
    CHECK(browser.path == std::string(setup_path) + "?per=person");
    CHECK(browser.api.last<api::PreviewSetup>()->path.find("by=person") != std::string::npos);
}

TEST_CASE_FIXTURE(SetupPages, "roles that are chosen while others are saved are saved next") {
    browser.open(setup_path);
    browser.api.is_slow = true;
    browser.choose("Rolle i Busy for «Deltaker»", "Ikke med");
    browser.choose("Rolle i Busy for «Prosjektleder»", "Deltaker");
    browser.catch_up();
    CHECK(asked<api::SaveSetupRoles>() ==
          R"({"defaultRole":"participant","roles":[{"key":"1","role":"participant"},)"
          R"({"key":"2","role":"none"},{"key":"","role":"participant"}]})");
    CHECK(browser.shows_text("Rollene er lagret"));
}

TEST_CASE_FIXTURE(SetupPages, "carrying it out is followed to its end, and undone") {
    browser.open(setup_path);
    browser.press("Gjennomfør (46)");
    CHECK(asked<api::ApplySetup>() == R"({"version":"v1"})");
    CHECK(browser.shows(Role::progress, "Gjennomfører"));
    CHECK_FALSE(browser.shows(Role::button, "Angre"));
    browser.api.first_setup.runs.front().state = api::SetupState::applied;
    browser.api.first_setup.runs.front().counts = browser.api.first_setup.plan;
    browser.api.first_setup.plan = {};
    browser.pass_time();
    CHECK(browser.shows_text("Ingenting å gjøre"));
    CHECK(browser.shows_text("Kari Nordmann la til 42, ga 3 ny rolle og tok ut 1"));
    browser.press("Angre");
    CHECK(asked<api::UndoSetup>() == R"({"id":"s1"})");
    CHECK(browser.shows(Role::progress, "Angrer"));
    auto& run = browser.api.first_setup.runs.front();
    run.state = api::SetupState::undone;
    run.restored = 45;
    run.left_alone = 1;
    browser.pass_time();
    CHECK(browser.shows_text("Angret: 45 er som før, 1 var endret siden"));
    CHECK_FALSE(browser.shows(Role::button, "Angre"));
}

TEST_CASE_FIXTURE(SetupPages, "a plan that has changed is shown anew before anything is done") {
    browser.open(setup_path);
    browser.api.fail_next<api::ApplySetup>({.code = ErrorCode::conflict, .reason = "plan_changed"});
    browser.api.first_setup.plan.added = 43;
    browser.press("Gjennomfør (46)");
    CHECK(browser.shows_text("Noe er endret siden du så på det"));
    CHECK(browser.shows(Role::button, "Gjennomfør (47)"));
    browser.api.fail_next<api::GetReadiness>({.code = ErrorCode::internal});
    browser.open(setup_path);
    CHECK(browser.shows(Role::button, "Prøv igjen"));
    browser.press("Prøv igjen");
    CHECK(browser.shows(Role::link, "Ola Vik"));
}

TEST_CASE_FIXTURE(SetupPages, "a user is matched by hand with a person") {
    browser.open(setup_path);
    browser.follow("Ola Vik");
    CHECK(browser.heading() == "Ola Vik");
    CHECK(browser.shows_text("Hvem er det i 24SevenOffice?"));
    CHECK_FALSE(browser.shows(Role::button, "Send påminnelse"));
    browser.press("Knytt til Per Moen · per@fjellheim.example");
    CHECK(asked<api::MatchUser>() == R"({"personId":"c3","userId":"c2"})");
    // They are one by now, under the person's id.
    CHECK(browser.path == std::string(setup_path) + "/c3");
}

TEST_CASE_FIXTURE(SetupPages, "a person is matched with a user, let go, or reminded") {
    browser.open(std::string(setup_path) + "/c3");
    CHECK(browser.shows_text("Er det en bruker som finnes?"));
    browser.api.fail_next<api::MatchUser>({.code = ErrorCode::conflict, .reason = "contact_taken"});
    browser.press("Knytt til Ola Vik · ola@privat.example");
    CHECK(asked<api::MatchUser>() == R"({"personId":"c3","userId":"c2"})");
    CHECK(browser.shows_text("En annen bruker er knyttet til denne kontakten"));
    browser.api.reminded = {{{"per@fjellheim.example", "Per Moen", api::InviteOutcome::invited,
                              "https://busy.example/invitasjon#a"}}};
    browser.press("Send påminnelse");
    CHECK(asked<api::RemindPeople>() == R"({"ids":["c3"],"language":"nb"})");
    CHECK(browser.shows_text("1 har fått en ny invitasjon"));

    auto& kari = browser.api.ready.people.front();
    kari.matched_by = MatchedBy::hand;
    kari.can_unmatch = true;
    browser.open(std::string(setup_path) + "/c1");
    browser.press("Løs fra kontakten");
    CHECK(asked<api::MatchUser>() == R"({"personId":"","userId":"c1"})");
    CHECK(browser.shows_text("er ikke lenger knyttet til en kontakt"));
    browser.open(std::string(setup_path) + "/ingen");
    CHECK(browser.shows_text("Denne personen finnes ikke her"));
}
