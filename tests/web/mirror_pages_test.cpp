// Seeing, steering and repairing the mirror: the settings, the history, and why a record is so.
#include "shared/time.hpp"
#include "tests/web/app_harness.hpp"

using namespace busy24;
using api::RunState;
using test::Browser;
using ui::Role;

namespace {

constexpr std::string_view settings = "/innstillinger/24sevenoffice";

api::Run finished(const std::string& id = "run1") {
    return {.id = id,
            .state = RunState::succeeded,
            .started_at_ms = test::june_5_ms - hour_ms,
            .finished_at_ms = test::june_5_ms - hour_ms + 2 * second_ms,
            .entities = {{.entity = Entity::project, .total = 3, .done = 3, .changed = 3}}};
}

struct Scene {
    Browser browser;
    Scene() {
        test::reach(browser.api, api::Step::finished);
        browser.api.connection = {
            .tenant_name = "Fjellheim Bygg AS",
            .connected_at_ms = test::june_5_ms - 3 * day_ms,
            .options = {.projects = true, .work_types = true, .customers = true},
            .last_run = finished()};
        browser.api.mirror = {.entities = {{Entity::project, test::june_5_ms - 3 * minute_ms,
                                            test::june_5_ms - 2 * hour_ms, true},
                                           {Entity::work_type, test::june_5_ms - 3 * minute_ms}},
                              .last_compare_at_ms = test::june_5_ms - 8 * hour_ms,
                              .next_run_at_ms = test::june_5_ms + 57 * minute_ms,
                              .run = finished()};
    }
    void open() { browser.open(std::string(settings)); }
    template <class C>
    std::string asked() {
        const auto* request = browser.api.last<C>();
        return request ? request->body : "";
    }
    api::SendProblem problem(const std::string& id, const std::string& reason) {
        return {.id = id,
                .record_id = "p" + id,
                .label = "Prosjekt " + id,
                .reason = reason,
                .attempts = 8};
    }
};

}  // namespace

TEST_CASE_FIXTURE(Scene, "the settings say that all is in step, and when the next run comes") {
    open();
    CHECK(browser.shows_text("Alt er i takt"));
    CHECK(browser.shows_text("3 minutter siden"));
    // Of work types 24SevenOffice is the master, and the page says so.
    for (const auto* text : {"for 2 timer siden", "Begge", "Arbeidstyper", "Sendes ikke"})
        CHECK_MESSAGE(browser.shows_text(text), text);
    CHECK(browser.shows_text("5.6.2026 kl. 13:57"));
}

TEST_CASE_FIXTURE(Scene, "a run is started, followed and cancelled") {
    open();
    browser.press("Synk nå");
    CHECK(asked<api::SyncNow>() == R"({"isFull":false})");
    CHECK(browser.shows_text("Speiler nå"));
    CHECK_FALSE(browser.shows(Role::button, "Synk nå"));
    browser.api.mirror.run = finished();
    browser.press("Avbryt");
    CHECK(browser.api.count<api::CancelRun>() == 1);
    CHECK(browser.shows(Role::button, "Synk nå"));
    browser.press("Sammenlign alt");
    CHECK(asked<api::SyncNow>() == R"({"isFull":true})");
}

TEST_CASE_FIXTURE(Scene, "a pause has an end and a reason, and can be ended") {
    open();
    browser.press("Sett på pause");
    browser.check("1 døgn");
    browser.fill("Hvorfor", "Årsavslutning");
    browser.press("Start pausen");
    CHECK(asked<api::PauseMirror>().find("Årsavslutning") != std::string::npos);
    CHECK(browser.shows_text("Satt på pause til 6.6.2026 kl. 13:00"));
    CHECK(browser.shows_text("Årsavslutning"));
    browser.press("Avslutt pausen");
    CHECK(browser.shows_text("Alt er i takt"));
}

TEST_CASE_FIXTURE(Scene, "the policy is chosen, and what cannot be saved says so") {
    open();
    browser.check("Spør meg");
    CHECK(asked<api::SetPolicy>() == R"({"projectPolicy":"ask"})");
    browser.api.fail_next<api::SyncNow>({.code = ErrorCode::internal});
    browser.press("Synk nå");
    CHECK(browser.shows_text("Noe gikk galt hos oss"));
}

TEST_CASE_FIXTURE(Scene, "what cannot be kept here is told beside what was not sent") {
    browser.api.connection.attention = {api::Attention::records_failed};
    std::string long_name;
    for (int i = 0; i < 256; ++i) long_name += "ø";
    browser.api.mirror.problems = {{.id = "erp.project.77",
                                    .record_id = "p77",
                                    .number = "77",
                                    .label = "Et navn som er altfor langt",
                                    .reason = "too_long",
                                    .is_incoming = true},
                                   {.id = "erp.customer.8",
                                    .entity = Entity::customer,
                                    .number = "8",
                                    .reason = "no_name",
                                    .is_incoming = true},
                                   {.id = "erp.customer.9",
                                    .entity = Entity::customer,
                                    .number = "9",
                                    .label = long_name,
                                    .reason = "too_long",
                                    .is_incoming = true}};
    open();
    for (const auto* text : {"Ikke hentet fra 24SevenOffice", "Navnet er for langt for Busy",
                             "Mangler navn i 24SevenOffice", "Prosjekter · 77", "Kunder · 8"})
        CHECK_MESSAGE(browser.shows_text(text), text);
    CHECK_FALSE(browser.shows_text("Ikke sendt til 24SevenOffice"));
    // Said once.
    CHECK_FALSE(browser.shows_text("Noen oppføringer kunne ikke speiles"));
    CHECK_FALSE(browser.shows(Role::button, "Prøv igjen: 8"));
    std::string sixty;
    for (int i = 0; i < 60; ++i) sixty += "ø";
    CHECK(browser.shows(Role::button, "La være: " + sixty + "…"));
    CHECK(browser.address_of("Et navn som er altfor langt") == "/prosjekter/p77");
    browser.press("La være: 8");
    browser.fill("Hvorfor det skal være slik", "Skal slettes");
    browser.press("La være");
    CHECK(asked<api::DecideProblem>().find("erp.customer.8") != std::string::npos);
    browser.press("Hent alt på nytt");
    CHECK(asked<api::SyncNow>() == R"({"isFull":true})");
}

TEST_CASE_FIXTURE(Scene, "of policies that are chosen quickly the last one stays") {
    open();
    browser.api.is_slow = true;
    browser.check("Busy vinner");
    browser.check("Spør meg");
    CHECK(browser.find(Role::radio, "Spør meg")->has(ui::flag_checked));
    browser.catch_up();
    CHECK(browser.api.mirror.project_policy == api::Policy::ask);
    CHECK(browser.find(Role::radio, "Spør meg")->has(ui::flag_checked));
}

TEST_CASE_FIXTURE(Scene, "a held run says why and in numbers, and is approved or dropped") {
    browser.api.mirror.held =
        api::HeldRun{"list_shrank", 0, {{Entity::customer, 9, 20}, {Entity::project, 60, 150}}};
    browser.api.attention = 1;
    open();
    CHECK(browser.shows_text("60 av 150 Prosjekter mangler i listen fra 24SevenOffice"));
    CHECK(browser.shows_text("blir de arkivert i Busy"));
    CHECK(browser.shows(Role::link, "24SevenOffice (1)"));
    browser.api.attention = 0;
    browser.press("Gå videre likevel");
    CHECK(asked<api::DecideHeldRun>() == R"({"goesOn":true})");
    CHECK_FALSE(browser.shows_text("60 av 150"));
    CHECK(browser.shows(Role::link, "24SevenOffice"));
}

TEST_CASE_FIXTURE(Scene, "a run held for the wrong client says what trying again would do") {
    browser.api.mirror.held = api::HeldRun{"tenant_not_reached"};
    open();
    CHECK(browser.shows_text("Innloggingen når ikke lenger denne klienten"));
    CHECK(browser.shows_text("Ingenting er endret"));
    browser.press("Prøv igjen");
    CHECK(asked<api::DecideHeldRun>() == R"({"goesOn":true})");
}

TEST_CASE_FIXTURE(Scene, "errors stand by their cause, with advice, and are tried again") {
    browser.api.mirror.problems = {problem("1", "no_right"), problem("2", "no_right"),
                                   problem("3", "answer_lost"), problem("4", "noe_nytt")};
    open();
    CHECK(browser.shows_text("API-brukeren mangler rettigheter"));
    CHECK(browser.shows_text("Gi API-brukeren rett til å endre prosjekter"));
    CHECK(browser.shows_text("24SevenOffice svarte ikke"));
    CHECK(browser.shows_text("24SevenOffice sa nei (noe_nytt)"));
    CHECK(browser.address_of("Prosjekt 1") == "/prosjekter/p1");
    browser.press("Prøv igjen: Prosjekt 3");
    CHECK(asked<api::DecideProblem>().find(R"("id":"3")") != std::string::npos);
    CHECK_FALSE(browser.shows_text("24SevenOffice svarte ikke"));
    browser.press("La være: Prosjekt 4");
    CHECK(browser.focus == "problem.why");
    browser.press("Avbryt");
    CHECK(browser.api.count<api::DecideProblem>() == 1);
    browser.press("La være: Prosjekt 4");
    browser.fill("Hvorfor det skal være slik", "Avklart med regnskapet");
    browser.press("La være");
    CHECK(asked<api::DecideProblem>().find(R"("note":"Avklart med regnskapet")") !=
          std::string::npos);
    CHECK(asked<api::DecideProblem>().find(R"("isIgnored":true)") != std::string::npos);
    browser.press("Prøv alle disse igjen");
    CHECK(asked<api::DecideProblem>().find(R"("reason":"no_right")") != std::string::npos);
    CHECK_FALSE(browser.shows_text("Ikke sendt til 24SevenOffice"));
}

TEST_CASE_FIXTURE(Scene, "going on with what was read a while ago reads it again first") {
    browser.api.mirror.held = {.reason = "too_many_writes", .writes = 501};
    open();
    CHECK_FALSE(browser.shows_text("Dette ble lest for en stund siden"));
    browser.api.mirror.held->is_old = true;
    open();
    CHECK(browser.shows_text("Dette ble lest for en stund siden"));
}

TEST_CASE_FIXTURE(Scene, "what is not shown of what waits is counted") {
    browser.api.mirror.problems = {problem("1", "no_right"), problem("2", "no_right")};
    browser.api.mirror.by_hand = {{.record_id = "p1", .number = "1001", .label = "Brygga"}};
    browser.api.mirror_hidden = 40;
    open();
    CHECK(browser.shows_text("83 ting trenger deg"));
    CHECK(browser.shows_text("De første 2 av 42 vises"));
    CHECK(browser.shows_text("De første 1 av 41 vises"));
    browser.api.mirror_hidden = 0;
    open();
    CHECK_FALSE(browser.shows_text("De første"));
}

TEST_CASE_FIXTURE(Scene, "what both sides changed is shown side by side, and one is chosen") {
    browser.api.mirror.conflicts = {{.record_id = "p1",
                                     .label = "Brygga",
                                     .member = "ends_on",
                                     .erp_value = "2026-06-05",
                                     .busy_value = "2026-07-01"}};
    open();
    CHECK(browser.shows_text("5.6.2026"));
    CHECK(browser.shows_text("1.7.2026"));
    browser.press("Bruk verdien fra Busy");
    CHECK(asked<api::DecideConflict>().find(R"("winner":"busy")") != std::string::npos);
    CHECK_FALSE(browser.shows_text("Endret begge steder"));
}

TEST_CASE_FIXTURE(Scene, "what may be the same is asked about") {
    browser.api.mirror.questions = {{.id = "q1",
                                     .entity = Entity::project,
                                     .erp = {{"name", "Brygga"}},
                                     .busy = {{"name", "BRYGGA"}},
                                     .reasons = {api::MatchReason::same_name}}};
    open();
    CHECK(browser.shows_text("Kan være det samme"));
    browser.check("Det samme");
    CHECK(asked<api::DecideQuestion>() == R"({"decision":"same","id":"q1"})");
    CHECK_FALSE(browser.shows_text("Kan være det samme"));
}

TEST_CASE_FIXTURE(Scene, "what only 24SevenOffice can do stands in a list of its own") {
    browser.api.mirror.by_hand = {{"p1", "1001", "Brygga", false}, {"p2", "1002", "Taket", true}};
    open();
    CHECK(browser.shows_text("Må deaktiveres i 24SevenOffice"));
    CHECK(browser.shows_text("Må aktiveres i 24SevenOffice"));
    CHECK(browser.address_of("1001 · Brygga") == "/prosjekter/p1");
}

TEST_CASE_FIXTURE(Scene, "a switch shows what it does before it takes effect") {
    browser.api.preview = {.state = api::PreviewState::reading, .records_read = 40};
    open();
    browser.uncheck("Koble arbeidstyper");
    CHECK(asked<api::PreviewSwitches>() ==
          R"({"again":true,"customers":true,"projects":true,"workTypes":false})");
    CHECK(browser.shows_text("Slik blir det"));
    CHECK_FALSE(browser.shows(Role::button, "Ta i bruk"));
    browser.api.preview = {.state = api::PreviewState::ready,
                           .plans = {{.entity = Entity::project, .fetched = 150, .change = 2}}};
    browser.pass_time();
    CHECK(browser.shows_text("150 prosjekter hentes"));
    browser.press("Behold som før");
    CHECK(browser.api.count<api::SetSwitches>() == 0);
    CHECK_FALSE(browser.shows_text("Slik blir det"));
    browser.uncheck("Koble arbeidstyper");
    browser.press("Ta i bruk");
    CHECK(browser.api.count<api::SetSwitches>() == 1);
    CHECK_FALSE(browser.shows_text("Slik blir det"));
    CHECK_FALSE(browser.api.connection.options.work_types);
}

TEST_CASE_FIXTURE(Scene,
                  "turning Single Sign-On off tells who is locked out, and makes them links") {
    browser.api.connection.options.sso = true;
    browser.api.disconnection = {.has_sso = true, .locked_out = {"Tone Bakke", "Per Moen"}};
    open();
    browser.uncheck("Tillat «Single Sign On» (SSO)");
    CHECK(browser.shows_text("2 brukere kan ikke lenger logge inn"));
    CHECK(browser.shows_text("Tone Bakke, Per Moen"));
    CHECK(browser.api.count<api::SetSingleSignOn>() == 0);
    browser.press("Behold som før");
    CHECK_FALSE(browser.shows_text("Tone Bakke"));
    browser.uncheck("Tillat «Single Sign On» (SSO)");
    browser.press("Slå av Single Sign On");
    CHECK(asked<api::SetSingleSignOn>() == R"({"isOn":false,"makesLinks":true})");
    CHECK(browser.shows_text("2 lenker til å velge Busy-passord"));
    CHECK(browser.shows_text("Tone Bakke"));
    browser.check("Tillat «Single Sign On» (SSO)");
    CHECK_FALSE(browser.shows_text("2 lenker"));
    browser.press("Slå på Single Sign On");
    CHECK(browser.api.connection.options.sso);
    CHECK_FALSE(browser.shows_text("Slik blir det"));
}

TEST_CASE_FIXTURE(Scene, "nobody gets a link who was not to have one, and a failure keeps it on") {
    browser.api.connection.options.sso = true;
    browser.api.disconnection = {.has_sso = true, .locked_out = {"Tone Bakke"}};
    open();
    browser.uncheck("Tillat «Single Sign On» (SSO)");
    browser.uncheck("Lag en lenke til hver av dem, så de kan velge et Busy-passord");
    browser.press("Slå av Single Sign On");
    CHECK(asked<api::SetSingleSignOn>() == R"({"isOn":false,"makesLinks":false})");
    CHECK_FALSE(browser.shows_text("Tone Bakke"));
}

TEST_CASE_FIXTURE(Scene, "the history is filtered in the address, and leads to each run") {
    auto failed = finished("run2");
    failed.state = RunState::failed;
    browser.api.runs = {{finished(), failed}, 42};
    browser.api.run = finished();
    open();
    browser.follow("Tidligere speilinger");
    CHECK(browser.path == "/innstillinger/24sevenoffice/speilinger");
    CHECK(browser.heading() == "Tidligere speilinger");
    CHECK(browser.shows_text("3 prosjekter endret"));
    CHECK(browser.shows_text("Speilingen stoppet"));
    CHECK(browser.shows_text("Viser 1–2 av 42"));
    browser.check("Med feil");
    CHECK(browser.path == "/innstillinger/24sevenoffice/speilinger?vis=feil");
    browser.follow("Last ned som tabell (CSV)");
    browser.go("/innstillinger/24sevenoffice/kjoring/run1");
    CHECK(browser.heading() == "Speilingen 5.6.2026 kl. 12:00");
    CHECK(browser.shows_text("3 prosjekter endret"));
    browser.api.fail_next<api::GetRun>({.code = ErrorCode::not_found});
    browser.go("/innstillinger/24sevenoffice/kjoring/finnes-ikke");
    CHECK(browser.heading() == "Speilingen finnes ikke");
}
