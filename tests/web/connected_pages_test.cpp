// Page 5, the settings, a run's records, and logging in: what an administrator meets afterwards.
#include "shared/time.hpp"
#include "tests/web/app_harness.hpp"

using namespace busy24;
using api::RunState;
using test::Browser;
using ui::Role;

namespace {

api::Run running() {
    return {.id = "run1",
            .state = RunState::writing,
            .started_by = "Kari Nordmann",
            .started_at_ms = test::june_5_ms,
            .entities = {{.entity = Entity::customer, .total = 60, .done = 60, .created = 60},
                         {.entity = Entity::project, .total = 10142, .done = 2500}}};
}

api::Run finished_run() {
    auto run = running();
    run.state = RunState::succeeded;
    run.finished_at_ms = test::june_5_ms + 90 * second_ms;
    run.entities[1].done = 10142;
    run.entities[1].created = 10141;
    run.entities[1].failed = 1;
    return run;
}

api::Connection connection() {
    return {.tenant_name = "Fjellheim Bygg AS",
            .tenant_id = 101,
            .connected_at_ms = test::june_5_ms - 3 * day_ms,
            .last_contact_at_ms = test::june_5_ms - 3 * minute_ms,
            .api_user_name = "api@fjellheim.no",
            .counts = {{Entity::project, 1001, 141},
                       {Entity::work_type, 1, 0},
                       {Entity::person, 38, 2}},
            .users = 1,
            .last_run = finished_run()};
}

void open_signed_in(Browser& browser, const std::string& path) {
    test::reach(browser.api, api::Step::finished);
    browser.open(path);
}

}  // namespace

TEST_CASE("page 5 shows how far each kind is in real numbers, and follows the run") {
    Browser browser;
    browser.api.run = running();
    browser.api.connection = connection();
    open_signed_in(browser, "/registrer/ferdig");
    CHECK(browser.heading() == "Hva er neste steg?");
    CHECK(browser.shows_text("2\u00a0500 av 10\u00a0142"));
    CHECK(browser.shows_text("60, ferdig"));
    CHECK(browser.shows_text("Du kan lukke siden"));
    browser.api.run = finished_run();
    browser.pass_time();
    CHECK(browser.shows_text("Speilingen er ferdig"));
    CHECK(browser.timers.empty());
    // What the run brought is counted anew.
    CHECK(browser.api.count<api::GetConnection>() == 2);
    CHECK(browser.address_of("1 prosjekt feilet") ==
          "/innstillinger/24sevenoffice/kjoring/run1/project/failed");
}

TEST_CASE("a run is cancelled and goes on from where it stopped") {
    Browser browser;
    browser.api.run = running();
    open_signed_in(browser, "/registrer/ferdig");
    browser.press("Avbryt speilingen");
    CHECK(browser.api.last<api::CancelRun>()->body == R"({"id":"run1"})");
    CHECK(browser.shows_text("Speilingen er avbrutt"));
    CHECK(browser.shows_text("Det som rakk å bli hentet, er beholdt."));
    browser.press("Fortsett speilingen");
    CHECK(browser.shows_text("Lagrer i Busy"));
    // The timer from before the cancel counts no more.
    const auto asked = browser.api.count<api::GetRun>();
    browser.pass_time();
    CHECK(browser.api.count<api::GetRun>() == asked + 1);
}

TEST_CASE("a cancel that comes too late shows how the run ended") {
    Browser browser;
    browser.api.run = running();
    open_signed_in(browser, "/registrer/ferdig");
    browser.api.run = finished_run();
    browser.api.fail_next<api::CancelRun>({ErrorCode::conflict, "", "", {}});
    browser.press("Avbryt speilingen");
    CHECK(browser.shows_text("Speilingen er ferdig"));
}

TEST_CASE("a failed run says what happened and can be resumed; a waiting one says what it awaits") {
    Browser browser;
    browser.api.run = running();
    browser.api.run.failure =
        api::Failure{ErrorCode::throttled, "quarantine", "", test::june_5_ms + 10 * minute_ms};
    open_signed_in(browser, "/registrer/ferdig");
    CHECK(browser.shows_text("Speilingen venter"));
    CHECK(browser.shows_text("Prøv igjen etter kl. 13:10."));
    browser.api.run.state = RunState::failed;
    browser.pass_time();
    CHECK(browser.shows_text("Speilingen stoppet"));
    CHECK(browser.shows(Role::button, "Fortsett speilingen"));
}

TEST_CASE("a run without a login says so of the mirror, not of the viewer") {
    Browser browser;
    browser.api.run = running();
    browser.api.run.state = RunState::failed;
    browser.api.run.failure = api::Failure{ErrorCode::unauthenticated, "login_expired", "", {}};
    open_signed_in(browser, "/registrer/ferdig");
    CHECK(browser.shows_text("Speilingen har ingen innlogging i 24SevenOffice"));
    CHECK(browser.shows_text("eller en API-bruker er lagt til"));
    CHECK_FALSE(browser.shows_text("Du er ikke logget inn lenger"));
}

TEST_CASE("the three next steps stand there with their real state") {
    Browser browser;
    browser.api.run = finished_run();
    browser.api.connection = connection();
    open_signed_in(browser, "/registrer/ferdig");
    CHECK(browser.shows(Role::heading, "Inviter kolleger"));
    CHECK(browser.shows_text("1 bruker i arbeidsområdet, 38 personer i 24SevenOffice"));
    CHECK(browser.shows(Role::heading, "Førstegangsoppsett"));
    CHECK(browser.shows(Role::heading, "Start timeføring"));
    CHECK(browser.shows_text("1\u00a0001 aktive prosjekter og 1 aktiv arbeidstype ligger klare"));
    browser.press("Gå til innstillingene");
    CHECK(browser.path == "/innstillinger/24sevenoffice");
    browser.go("/registrer/ferdig");
    browser.follow("Legg til bruker");
    CHECK(browser.heading() == "Legg til bruker");
}

TEST_CASE("the settings tell the state in one line, and keep it true as time passes") {
    Browser browser;
    browser.api.connection = connection();
    open_signed_in(browser, "/innstillinger/24sevenoffice");
    CHECK(browser.heading() == "24SevenOffice");
    CHECK(
        browser.shows_text("Koblet til siden 2.6.2026 · sist i kontakt for 3 minutter siden · "
                           "ingenting trenger deg"));
    CHECK(browser.shows_text("1\u00a0001 aktive, 141 arkiverte"));
    CHECK(browser.shows_text("Startet"));
    CHECK(browser.shows_text("5.6.2026 kl. 13:00"));
    CHECK(browser.shows_text("2 minutter"));
    browser.now_ms += 2 * minute_ms;
    browser.pass_time();
    CHECK(browser.shows_text("sist i kontakt for 5 minutter siden"));
    CHECK(browser.api.count<api::GetConnection>() == 1);
}

TEST_CASE("whatever needs a person says so, with advice") {
    using api::Attention;
    struct Case {
        Attention attention;
        const char* what;
        const char* advice;
    };
    const Case cases[] = {
        {Attention::login_refused, "24SevenOffice avviser API-brukeren",
         "24SevenOffice avviser api@fjellheim.no. Sjekk der at API-brukeren er aktiv"},
        {Attention::tenant_not_reached, "API-brukeren når ikke klienten",
         "Speilingen har stått stille siden"},
        {Attention::right_lost, "API-brukeren mangler en rettighet",
         "api@fjellheim.no får ikke lenger lese alt som speiles"},
        {Attention::no_api_user, "Koblingen mangler en API-bruker", "Lag en API-bruker"},
        {Attention::person_as_api_user, "Koblingen logger inn som en person",
         "En egen API-bruker er tryggere"},
        {Attention::run_failed, "Siste speiling stoppet før den var ferdig", "Se speilingen"},
        {Attention::records_failed, "Noen oppføringer kunne ikke speiles", "Se speilingen"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.what);
        Browser browser;
        browser.api.connection = connection();
        browser.api.connection.attention = {c.attention};
        open_signed_in(browser, "/innstillinger/24sevenoffice");
        CHECK(browser.shows_text("1 ting trenger deg"));
        CHECK(browser.shows_text(c.what));
        CHECK(browser.shows_text(c.advice));
    }
}

TEST_CASE("an employee is told that the connection is the administrators'") {
    Browser browser;
    test::reach(browser.api, api::Step::finished);
    browser.api.fail_next<api::GetConnection>({ErrorCode::forbidden, "", "", {}});
    browser.open("/innstillinger/24sevenoffice");
    CHECK(browser.shows_text("Bare administratorer ser dette"));
}

TEST_CASE("the records of a run are searched in the address, and paged by links") {
    Browser browser;
    browser.api.records.total = 142;
    for (int i = 0; i < 50; ++i)
        browser.api.records.records.push_back({std::to_string(1000 + i), "Storgata", i > 0, ""});
    open_signed_in(browser, "/innstillinger/24sevenoffice/kjoring/run1/project/skipped");
    browser.api.records.records[0].reason = "undecided";
    CHECK(browser.heading() == "Prosjekter: hoppet over");
    CHECK(browser.shows_text("Viser 1–50 av 142"));
    browser.fill("Søk i listen", "sto rgata");
    CHECK(browser.api.count<api::GetRunRecords>() == 1);
    browser.pass_time();
    CHECK(browser.path ==
          "/innstillinger/24sevenoffice/kjoring/run1/project/skipped?sok=sto%20rgata");
    CHECK(browser.api.count<api::GetRunRecords>() == 2);
    CHECK(browser.shows_text("Venter på svaret ditt"));
    browser.follow("Neste side");
    CHECK(browser.api.last<api::GetRunRecords>()->path.find("offset=50") != std::string::npos);
    CHECK(browser.find(Role::search_field, "Søk i listen")->value == "sto rgata");
    browser.api.records = {};
    browser.follow("Forrige side");
    CHECK(browser.shows_text("Ingenting i listen passer til «sto rgata»"));
}

TEST_CASE("logging in leads to where the person was going") {
    Browser browser;
    browser.api.connection = connection();
    browser.open("/innstillinger/24sevenoffice/kjoring/run1/project/failed");
    CHECK(browser.path == "/logg-inn");
    browser.fill("24SevenOffice brukernavn", "kari@fjellheim.no");
    browser.fill("24SevenOffice passord", "hemmelig");
    browser.press("Logg inn");
    CHECK(browser.path == "/innstillinger/24sevenoffice/kjoring/run1/project/failed");
}

TEST_CASE("the log-in page says the same about every login that is refused") {
    Browser browser;
    browser.api.fail_next<api::LogIn>({ErrorCode::unauthenticated, "", "spor-9", {}});
    browser.open("/logg-inn");
    browser.fill("24SevenOffice brukernavn", "kari@fjellheim.no");
    browser.fill("24SevenOffice passord", "feil");
    browser.press("Logg inn");
    CHECK(browser.shows_text("Vi fikk ikke logget deg inn."));
    CHECK(browser.focus == "log_in.password");
}

TEST_CASE("a user of several workspaces chooses one") {
    Browser browser;
    browser.api.workspaces = {{"w1", "Fjellheim Bygg AS"}, {"w2", "Havbris AS"}};
    browser.open("/logg-inn");
    browser.fill("24SevenOffice brukernavn", "kari@fjellheim.no");
    browser.fill("24SevenOffice passord", "hemmelig");
    browser.press("Logg inn");
    CHECK(browser.heading() == "Velg arbeidsområde");
    CHECK(browser.title == "Velg arbeidsområde – Busy");
    browser.check("Havbris AS");
    browser.press("Åpne arbeidsområdet");
    CHECK(browser.api.last<api::ChooseWorkspace>()->body == R"({"workspaceId":"w2"})");
    CHECK(browser.path == "/innstillinger/24sevenoffice");
}
