// Pages 1 to 3 of the onboarding, as a person meets them.
#include "shared/time.hpp"
#include "tests/web/app_harness.hpp"

using namespace busy24;
using test::Browser;
using ui::Role;

namespace {

void sign_in(Browser& browser) {
    browser.open("/registrer");
    browser.fill("24SevenOffice brukernavn", "kari@fjellheim.no");
    browser.fill("24SevenOffice passord", "hemmelig");
    browser.press("Fortsett");
}

}  // namespace

TEST_CASE("signing in sends the e-mail and names the field of the password, never the password") {
    Browser browser;
    sign_in(browser);
    const auto* request = browser.api.last<api::SignIn>();
    REQUIRE(request);
    CHECK(request->body == R"({"username":"kari@fjellheim.no"})");
    REQUIRE(request->secrets.size() == 1);
    CHECK(request->secrets[0] == app::SecretMember{"password", "sign_in.password"});
    CHECK(browser.path == "/registrer/klient");
    CHECK(browser.heading() == "Velg klient");
    CHECK(browser.title == "Velg klient – Busy");
    CHECK(browser.focus == "heading");
    CHECK(std::count(browser.wiped.begin(), browser.wiped.end(), "sign_in.password") > 0);
}

TEST_CASE("an e-mail is sent without the spaces that pasting brings along") {
    Browser browser;
    browser.open("/registrer");
    browser.fill("24SevenOffice brukernavn", "  kari@fjellheim.no \n");
    browser.fill("24SevenOffice passord", "hemmelig");
    browser.press("Fortsett");
    CHECK(browser.api.last<api::SignIn>()->body == R"({"username":"kari@fjellheim.no"})");
}

TEST_CASE("a form with something missing says what, and moves the focus there") {
    struct Case {
        const char* username;
        const char* password;
        const char* problem;
        const char* focus;
    };
    const Case cases[] = {
        {"", "x", "Skriv inn e-postadressen", "sign_in.username"},
        {"kari", "x", "Brukernavnet er en e-postadresse, for eksempel kari@firma.no",
         "sign_in.username"},
        {"kari@firma.no", "", "Skriv inn passordet", "sign_in.password"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.problem);
        Browser browser;
        browser.open("/registrer");
        browser.fill("24SevenOffice brukernavn", c.username);
        browser.fill("24SevenOffice passord", c.password);
        CHECK(!browser.shows_text(c.problem));
        browser.press("Fortsett");
        CHECK(browser.shows_text(c.problem));
        CHECK(browser.focus == c.focus);
        CHECK(browser.api.count<api::SignIn>() == 0);
    }
}

TEST_CASE("a wrong login is one sentence, the e-mail stays and the focus goes to the password") {
    Browser browser;
    browser.api.fail_next<api::SignIn>({ErrorCode::unauthenticated, "wrong_login", "t1", {}});
    sign_in(browser);
    CHECK(browser.path == "/registrer");
    CHECK(browser.shows_text("Feil e-postadresse eller passord"));
    CHECK(browser.find(Role::text_field, "24SevenOffice brukernavn")->value == "kari@fjellheim.no");
    CHECK(browser.focus == "sign_in.password");
    CHECK(browser.wiped.back() == "sign_in.password");
    CHECK(!browser.model.pages.sign_in.credential.has_password);
    CHECK(!browser.shows_text("Skriv inn passordet"));
}

TEST_CASE("page 1 says which obstacle it is and when to try again") {
    struct Case {
        ErrorCode code;
        const char* reason;
        std::optional<std::int64_t> retry_at_ms;
        const char* what;
        const char* when;
    };
    const auto later = test::june_5_ms + 4 * minute_ms;
    const Case cases[] = {
        {ErrorCode::throttled, "login_throttle", test::june_5_ms + 2000,
         "24SevenOffice tar ikke imot flere innlogginger akkurat nå",
         "Prøv igjen om et lite øyeblikk."},
        {ErrorCode::throttled, "quarantine", later, "24SevenOffice har satt Busy på pause",
         "Prøv igjen etter kl. 13:04."},
        {ErrorCode::throttled,
         "too_many_requests",
         {},
         "24SevenOffice har det for travelt akkurat nå",
         "Prøv igjen om noen minutter."},
        {ErrorCode::throttled, "too_many_attempts", later + 1, "For mange forsøk på å logge inn",
         "Prøv igjen etter kl. 13:05."},
        {ErrorCode::unavailable,
         "erp_down",
         {},
         "24SevenOffice svarer ikke",
         "Prøv igjen om noen minutter."},
        {ErrorCode::forbidden,
         "no_tenants",
         {},
         "Innloggingen når ingen klient i 24SevenOffice",
         "Be administratoren for 24SevenOffice om å gi deg tilgang"},
        {ErrorCode::internal, "", {}, "Noe gikk galt hos oss", "oppgi sporingsnummeret"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.what);
        Browser browser;
        browser.api.fail_next<api::SignIn>({c.code, c.reason, "spor-42", c.retry_at_ms});
        sign_in(browser);
        CHECK(browser.shows_text(c.what));
        CHECK(browser.shows_text(c.when));
        CHECK(browser.shows_text("Sporingsnummer: spor-42"));
        CHECK(browser.model.pages.sign_in.credential.has_password);
    }
}

TEST_CASE("an e-mail that was written and not sent survives a reload") {
    Browser browser;
    browser.open("/registrer");
    browser.fill("24SevenOffice brukernavn", "kari@fjellheim.no");
    browser.open("/registrer");
    CHECK(browser.find(Role::text_field, "24SevenOffice brukernavn")->value == "kari@fjellheim.no");
}

TEST_CASE("the only client is chosen already, and else the default one") {
    Browser browser;
    sign_in(browser);
    CHECK(browser.find(Role::radio, "Fjellheim Bygg AS")->has(ui::flag_checked));
    CHECK(!browser.find(Role::search_field, "Søk etter klient"));

    Browser second;
    second.api.reached = {{1, "Alfa AS", false}, {2, "Beta AS", true}, {3, "Gamma AS", false}};
    sign_in(second);
    CHECK(second.find(Role::radio, "Beta AS")->has(ui::flag_checked));
    second.check("Gamma AS");
    second.press("Lag din Busy-konto");
    CHECK(second.api.last<api::ChooseTenant>()->body == R"({"tenantId":3})");
    CHECK(second.path == "/registrer/api-bruker");
}

TEST_CASE("with no default client the person has to choose") {
    Browser browser;
    browser.api.reached = {{1, "Alfa AS", false}, {2, "Beta AS", false}};
    sign_in(browser);
    browser.press("Lag din Busy-konto");
    CHECK(browser.shows_text("Velg en klient først"));
    CHECK(browser.api.count<api::ChooseTenant>() == 0);
}

TEST_CASE("more than eight clients can be searched, without regard to capitals") {
    Browser browser;
    for (int i = 0; i < 9; ++i)
        browser.api.reached.push_back({i + 1, "Selskap " + std::to_string(i), false});
    browser.api.reached.push_back({77, "Ørland Ålefiske AS", false});
    sign_in(browser);
    browser.fill("Søk etter klient", "øRLAND å");
    CHECK(browser.shows(Role::radio, "Ørland Ålefiske AS"));
    CHECK(!browser.shows(Role::radio, "Selskap 1"));
    CHECK(browser.shows_text("Viser 1 av 11 klienter"));
    browser.fill("Søk etter klient", "finnes ikke");
    CHECK(browser.shows_text("Ingen klient passer til «finnes ikke»"));
}

TEST_CASE("a client with a workspace: its user logs in there") {
    Browser browser;
    browser.api.existing = api::ExistingWorkspace{"Fjellheim Bygg AS", true, "Ola Berg"};
    sign_in(browser);
    browser.press("Lag din Busy-konto");
    CHECK(browser.shows(Role::heading, "Arbeidsområdet finnes fra før"));
    CHECK(browser.focus == "tenant.existing_title");
    browser.press("Logg inn");
    CHECK(browser.path == "/innstillinger/24sevenoffice");
}

TEST_CASE("a client with a workspace: a stranger is told whom to ask, and may choose another") {
    Browser browser;
    browser.api.reached.push_back({102, "Havbris AS", false});
    browser.api.existing = api::ExistingWorkspace{"Fjellheim Bygg AS", false, "Ola Berg"};
    sign_in(browser);
    browser.press("Lag din Busy-konto");
    CHECK(browser.shows_text("Be Ola Berg om å legge deg til som bruker"));
    CHECK(!browser.shows(Role::button, "Logg inn"));
    browser.api.existing.reset();
    browser.check("Havbris AS");
    CHECK(!browser.shows(Role::heading, "Arbeidsområdet finnes fra før"));
    browser.press("Lag din Busy-konto");
    CHECK(browser.path == "/registrer/api-bruker");
}

TEST_CASE("the browser is asked to keep its owner's login out of the API user's") {
    Browser browser;
    test::reach(browser.api, api::Step::api_user);
    browser.open("/registrer/api-bruker");
    CHECK(browser.find_key("api_user.username")->autocomplete == "off");
    CHECK(browser.find_key("api_user.password")->autocomplete == "new-password");
}

TEST_CASE("an API user that works shows its rights before going on") {
    Browser browser;
    test::reach(browser.api, api::Step::api_user);
    browser.open("/registrer/api-bruker");
    browser.fill("API-brukerens e-post", "api@fjellheim.no");
    browser.fill("API-brukerens passord", "hemmelig");
    browser.press("Fortsett");
    const auto* request = browser.api.last<api::SetApiUser>();
    CHECK(request->secrets[0].field_key == "api_user.password");
    CHECK(request->body == R"({"mode":"own","username":"api@fjellheim.no"})");
    CHECK(browser.shows_text("API-brukeren api@fjellheim.no virker og er lagret kryptert"));
    CHECK(browser.shows_text("Lese arbeidstyper"));
    CHECK(browser.focus == "api_user.continue");
    browser.press("Fortsett");
    CHECK(browser.path == "/registrer/oppsett");
}

TEST_CASE("each right that is missing says what to do in 24SevenOffice") {
    using api::Right;
    using api::RightState;
    Browser browser;
    test::reach(browser.api, api::Step::api_user);
    browser.api.is_api_user_good = false;
    browser.api.checks = {{Right::log_in, RightState::granted},
                          {Right::reach_tenant, RightState::granted},
                          {Right::read_projects, RightState::denied},
                          {Right::read_work_types, RightState::empty},
                          {Right::read_customers, RightState::unavailable},
                          {Right::read_persons, RightState::untested}};
    browser.open("/registrer/api-bruker");
    browser.fill("API-brukerens e-post", "api@fjellheim.no");
    browser.fill("API-brukerens passord", "hemmelig");
    browser.press("Fortsett");
    CHECK(browser.path == "/registrer/api-bruker");
    CHECK(browser.focus == "api_user.result");
    CHECK(browser.shows(Role::heading, "API-brukeren kan ikke brukes ennå"));
    CHECK(browser.shows_text("Nå Fjellheim Bygg AS"));
    CHECK(browser.shows_text("Gi brukeren lesetilgang til prosjekter i 24SevenOffice"));
    CHECK(browser.shows_text("Listen var tom."));
    CHECK(browser.shows_text("24SevenOffice svarte ikke, så dette er ikke avgjort."));
}

TEST_CASE("an API user whose login is refused has its password typed anew") {
    Browser browser;
    test::reach(browser.api, api::Step::api_user);
    browser.api.is_api_user_good = false;
    browser.api.checks = {{api::Right::log_in, api::RightState::denied}};
    browser.open("/registrer/api-bruker");
    browser.fill("API-brukerens e-post", "api@fjellheim.no");
    browser.fill("API-brukerens passord", "feil");
    browser.press("Fortsett");
    CHECK(browser.focus == "api_user.password");
    CHECK(browser.wiped.back() == "api_user.password");
    CHECK(browser.shows_text("Sjekk e-posten og passordet"));
}

TEST_CASE("the same login is used only after a warning and a yes") {
    Browser browser;
    test::reach(browser.api, api::Step::api_user);
    browser.open("/registrer/api-bruker");
    browser.press("Bruk samme innlogging");
    CHECK(browser.api.count<api::SetApiUser>() == 0);
    CHECK(browser.shows_text("Passordet ditt må også lagres, kryptert"));
    browser.press("Avbryt");
    CHECK(!browser.shows_text("Passordet ditt må også lagres, kryptert"));
    browser.press("Bruk samme innlogging");
    browser.press("Bruk min innlogging likevel");
    CHECK(browser.api.last<api::SetApiUser>()->body == R"({"mode":"same_login","username":""})");
    CHECK(browser.path == "/registrer/oppsett");
}

TEST_CASE("doing it later goes on with the login of page 1") {
    Browser browser;
    test::reach(browser.api, api::Step::api_user);
    browser.open("/registrer/api-bruker");
    CHECK(browser.shows_text("Busy minner deg på at API-brukeren mangler"));
    browser.press("Gjør dette senere");
    CHECK(browser.api.last<api::SetApiUser>()->body == R"({"mode":"later","username":""})");
    CHECK(browser.path == "/registrer/oppsett");
}

TEST_CASE("a login that is gone leads back to page 1, and then to where the person was") {
    Browser browser;
    test::reach(browser.api, api::Step::api_user);
    browser.open("/registrer/api-bruker");
    browser.api.fail_next<api::SetApiUser>({ErrorCode::unauthenticated, "login_expired", "", {}});
    browser.press("Gjør dette senere");
    CHECK(browser.path == "/registrer");
    CHECK(browser.shows_text("Logg inn på nytt for å fortsette der du slapp"));
    CHECK(browser.find(Role::text_field, "24SevenOffice brukernavn")->value == "kari@fjellheim.no");
    browser.fill("24SevenOffice passord", "hemmelig");
    browser.press("Fortsett");
    CHECK(browser.path == "/registrer/api-bruker");
}

TEST_CASE("a login of page 1 that does not reach the client is not called an API user") {
    Browser browser;
    test::reach(browser.api, api::Step::api_user);
    browser.api.is_api_user_good = false;
    browser.api.checks = {{api::Right::log_in, api::RightState::granted},
                          {api::Right::reach_tenant, api::RightState::denied}};
    browser.open("/registrer/api-bruker");
    browser.press("Gjør dette senere");
    CHECK(browser.path == "/registrer/api-bruker");
    CHECK(browser.focus == "api_user.result");
    CHECK(browser.shows(Role::heading, "Innloggingen din rekker ikke til"));
    CHECK(browser.shows_text("eller velg en annen klient"));
}
