// What a project's page tells of its members and its allowed work types.
#include "shared/time.hpp"
#include "tests/web/app_harness.hpp"

using namespace busy24;
using ui::Role;

namespace {

struct ProjectPage {
    test::Browser browser;
    ProjectPage() {
        browser.api.record_page.record = {.id = "p1", .number = "1001", .name = "Bro over Elva"};
    }
    void open(const std::string& path = "/prosjekter/p1") {
        test::reach(browser.api, api::Step::finished);
        browser.open(path);
    }
};

}  // namespace

TEST_CASE_FIXTURE(ProjectPage, "a project shows who takes part, and as what") {
    browser.api.details = {
        .members = {{.person_id = "x1",
                     .contact_id = "31",
                     .name = "Ingrid Solheim",
                     .role = "Prosjektleder",
                     .state = api::MemberState::participating,
                     .takes_part = true},
                    {.contact_id = "32", .name = "Åse Bakke", .state = api::MemberState::removed}},
        .members_at_ms = browser.now_ms - 3 * hour_ms,
        .fetched_at_ms = browser.now_ms - 2 * day_ms};
    open();
    CHECK(browser.find(Role::table, "Deltakere i 24SevenOffice"));
    for (const auto* text :
         {"Ingrid Solheim", "Prosjektleder", "Deltar", "Åse Bakke", "Fjernet",
          "Hentet fra 24SevenOffice for 3 timer siden", "Alle aktive arbeidstyper kan brukes",
          "Hentet fra 24SevenOffice for 2 dager siden"})
        CHECK_MESSAGE(browser.shows_text(text), text);
    // Nothing is being fetched, so nothing is asked again.
    const auto asked = browser.api.count<api::GetProjectDetails>();
    browser.pass_time();
    CHECK(browser.api.count<api::GetProjectDetails>() == asked);
}

TEST_CASE_FIXTURE(ProjectPage, "allowed work types that are being fetched come by themselves") {
    browser.api.details.is_refreshing = true;
    open();
    CHECK(browser.shows_text("Henter fra 24SevenOffice …"));
    browser.api.details = {.work_types = {{.id = "w1", .number = "7", .name = "Graving"},
                                          {.number = "9", .name = "Sveising", .is_active = false}},
                           .fetched_at_ms = browser.now_ms};
    browser.pass_time();
    CHECK(browser.shows_text("Graving"));
    CHECK(browser.shows_text("Sveising (ikke aktiv)"));
    CHECK_FALSE(browser.shows_text("Henter fra 24SevenOffice …"));
}

TEST_CASE_FIXTURE(ProjectPage,
                  "a project whose work types never come is not asked about for ever") {
    browser.api.details.is_refreshing = true;
    open();
    for (int i = 0; i < 40; ++i) browser.pass_time();
    CHECK(browser.api.count<api::GetProjectDetails>() == 1 + pages::details::polls_max);
}

TEST_CASE_FIXTURE(ProjectPage, "a customer has neither members nor allowed work types") {
    browser.api.record_page = {.record = {.id = "c1", .number = "12", .name = "Fjellheim Bygg AS"}};
    open("/kunder/c1");
    CHECK(browser.api.count<api::GetProjectDetails>() == 0);
    CHECK_FALSE(browser.shows_text("Deltakere"));
}

TEST_CASE_FIXTURE(ProjectPage, "who manages the project adds, changes and takes out members") {
    browser.api.members = {{{.who = {"x1", "Ingrid Solheim", "ingrid@firma.example", true},
                             .role = api::ProjectRole::manager,
                             .is_self = true},
                            {.who = {.id = "x2", .name = "Åse Bakke", .is_active = false}}},
                           true};
    open();
    for (const auto* text : {"Ingrid Solheim (deg)", "Åse Bakke (ikke aktiv)"})
        CHECK_MESSAGE(browser.shows_text(text), text);
    browser.choose("Rolle for Åse Bakke", "Prosjektleder");
    CHECK(browser.shows_text("Åse Bakke er prosjektleder"));
    browser.api.colleagues = {{"x3", "Tone Bakke", "tone@firma.example", true}};
    browser.fill("Legg til deltaker", "tone");
    browser.pass_time();
    CHECK(browser.shows_text("Tone Bakke · tone@firma.example"));
    browser.press("Legg til");
    CHECK(browser.shows_text("Tone Bakke er deltaker"));
    CHECK(browser.focus == "team.search");
    REQUIRE(browser.api.last<api::SaveMember>());
    CHECK(browser.api.last<api::SaveMember>()->body ==
          R"({"colleagueId":"x3","projectId":"p1","role":"participant"})");
    browser.press("Ta ut");
    CHECK(browser.shows_text("Ingrid Solheim er tatt ut av prosjektet"));
    browser.fill("Legg til deltaker", "ingen");
    browser.api.colleagues.clear();
    browser.pass_time();
    CHECK(browser.shows_text("Ingen som kan legges til, passer med «ingen»"));
}

TEST_CASE_FIXTURE(ProjectPage, "roles that are chosen while another is saved are saved next") {
    browser.api.members = {
        {{.who = {.id = "x1", .name = "Åse Bakke"}}, {.who = {.id = "x2", .name = "Per Moen"}}},
        true};
    open();
    browser.api.is_slow = true;
    browser.choose("Rolle for Åse Bakke", "Prosjektleder");
    browser.choose("Rolle for Per Moen", "Prosjektleder");
    browser.catch_up();
    CHECK(browser.api.count<api::SaveMember>() == 2);
    CHECK(browser.shows_text("Per Moen er prosjektleder"));
}

TEST_CASE_FIXTURE(ProjectPage, "a role that cannot be saved is told, and stays what it was") {
    browser.api.members = {{{.who = {.id = "x1", .name = "Åse Bakke"}}}, true};
    open();
    browser.api.fail_next<api::SaveMember>({.code = ErrorCode::internal, .tracking_id = "abc"});
    browser.choose("Rolle for Åse Bakke", "Prosjektleder");
    CHECK(browser.shows_text("abc"));
    CHECK_FALSE(browser.shows_text("Åse Bakke er prosjektleder"));
}

TEST_CASE_FIXTURE(ProjectPage, "others see their own role and no more") {
    browser.api.members = {{{.who = {.id = "x1", .name = "Åse Bakke"}, .is_self = true}}, false};
    open();
    CHECK(browser.shows_text("Rollen din er Deltaker"));
    CHECK_FALSE(browser.shows(Role::button, "Ta ut"));
    browser.api.members.members.clear();
    browser.open("/prosjekter/p1");
    CHECK(browser.shows_text("Du er ikke med i dette prosjektet"));
}
