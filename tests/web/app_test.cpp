// The program around the pages: addresses, sessions, the network, languages, and a person who does
// anything at all.
#include "web/app/update.hpp"

#include <random>

#include "tests/web/app_harness.hpp"
#include "web/app/route.hpp"

using namespace busy24;
using app::Page;
using app::Route;
using test::Browser;
using ui::Role;

TEST_CASE("an address that is written and read again is the same page") {
    std::vector<Route> routes;
    for (int page = 0; page < static_cast<int>(Page::records); ++page)
        routes.push_back({static_cast<Page>(page)});
    for (const auto& entity : words(Entity{}))
        for (const auto& outcome : words(Outcome{}))
            routes.push_back(
                {Page::records, {"0190a-b", entity.value, outcome.value, "Æ & %2F=?", 150}});
    for (const auto& route : routes) {
        CAPTURE(app::path_of(route));
        CHECK(app::parse_route(app::path_of(route)) == route);
    }
}

TEST_CASE("an address is read leniently, and an unknown one is nobody's") {
    CHECK(app::parse_route("/registrer/").page == Page::sign_in);
    CHECK(app::parse_route("/logg-inn?x=1#y").page == Page::log_in);
    const std::string run = "/innstillinger/24sevenoffice/kjoring/";
    CHECK(app::parse_route(run + "r/project/created?fra=9999999999").records.offset == 0);
    CHECK(app::parse_route(run + "r/project/created?sok=a+b&fra=-5").records.search == "a b");
    for (const char* path : {"/x", "", "/registrer/klient/x", "/registrere"})
        CHECK(app::parse_route(path).page == Page::not_found);
    for (const char* rest : {"", "r/project", "/project/created", "r/cat/created", "r/project/x"})
        CHECK(app::parse_route(run + rest).page == Page::not_found);
}

TEST_CASE(
    "every page of the onboarding opens after a reload when it is reached, and leads to the "
    "furthest one when it is not") {
    const char* paths[] = {"/registrer", "/registrer/klient", "/registrer/api-bruker",
                           "/registrer/oppsett"};
    for (int step = 0; step < 4; ++step)
        for (int page = 0; page < 4; ++page) {
            CAPTURE(step);
            CAPTURE(page);
            Browser browser({.is_plain = true});
            test::reach(browser.api, static_cast<api::Step>(step));
            browser.open(paths[page]);
            CHECK(browser.path == paths[std::min(step, page)]);
        }
}

TEST_CASE("the front page leads to the settings, to the furthest step, or to the beginning") {
    Browser stranger;
    stranger.open("/");
    CHECK(stranger.path == "/registrer");
    CHECK(stranger.address_of("Logg inn") == "/logg-inn");
    Browser half_way;
    test::reach(half_way.api, api::Step::api_user);
    half_way.open("/");
    CHECK(half_way.path == "/registrer/api-bruker");
    Browser administrator;
    test::reach(administrator.api, api::Step::finished);
    administrator.open("/");
    CHECK(administrator.path == "/innstillinger/24sevenoffice");
    administrator.go("/logg-inn");
    CHECK(administrator.path == "/innstillinger/24sevenoffice");
}

TEST_CASE("after a restart of the server page 1 asks again and says that the rest is kept") {
    Browser browser;
    test::reach(browser.api, api::Step::options);
    browser.api.onboarding.has_login = false;
    browser.open("/registrer/oppsett");
    CHECK(browser.path == "/registrer");
    CHECK(browser.shows_text("Resten av det du har valgt, er tatt vare på."));
    browser.fill("24SevenOffice passord", "hemmelig");
    browser.press("Fortsett");
    CHECK(browser.path == "/registrer/oppsett");
}

TEST_CASE("a session that ends in the middle leads to the log-in page, and back again") {
    Browser browser;
    test::reach(browser.api, api::Step::finished);
    browser.open("/innstillinger/24sevenoffice");
    browser.api.fail_next<api::GetRunRecords>({ErrorCode::unauthenticated, "", "", {}});
    browser.go("/innstillinger/24sevenoffice/kjoring/r/person/created");
    CHECK(browser.path == "/logg-inn");
    CHECK(browser.shows_text("Du har vært borte en stund og er logget ut."));
    browser.fill("24SevenOffice brukernavn", "kari@fjellheim.no");
    browser.fill("24SevenOffice passord", "hemmelig");
    browser.press("Logg inn");
    CHECK(browser.path == "/innstillinger/24sevenoffice/kjoring/r/person/created");
}

TEST_CASE("logging out forgets everything and says so") {
    Browser browser;
    test::reach(browser.api, api::Step::finished);
    browser.open("/innstillinger/24sevenoffice");
    CHECK(browser.shows_text("Kari Nordmann"));
    browser.press("Logg ut");
    CHECK(browser.path == "/logg-inn");
    CHECK(browser.shows_text("Du er logget ut"));
    CHECK(!browser.model.pages.settings.connection);
}

TEST_CASE("without a network the page says so, keeps what it shows, and comes back by itself") {
    Browser browser;
    test::reach(browser.api, api::Step::finished);
    browser.api.run.state = api::RunState::writing;
    browser.open("/registrer/ferdig");
    browser.api.is_offline = true;
    browser.pass_time();
    CHECK(browser.shows_text("Ingen kontakt med Busy"));
    CHECK(browser.shows_text("Lagrer i Busy"));
    browser.api.is_offline = false;
    browser.pass_time();
    CHECK(!browser.shows_text("Ingen kontakt med Busy"));
    CHECK(browser.timers.size() == 1);
}

TEST_CASE("a first load without a network is tried again by the button") {
    Browser browser;
    browser.api.is_offline = true;
    browser.open("/registrer");
    CHECK(browser.shows_text("Ingen kontakt med Busy"));
    browser.api.is_offline = false;
    browser.press("Prøv igjen");
    CHECK(browser.heading() == "Registrer deg med 24SevenOffice");
}

TEST_CASE("a form that could not be sent keeps what was entered") {
    Browser browser;
    browser.open("/registrer");
    browser.fill("24SevenOffice brukernavn", "kari@fjellheim.no");
    browser.fill("24SevenOffice passord", "hemmelig");
    browser.api.is_offline = true;
    browser.press("Fortsett");
    CHECK(browser.shows_text("Sjekk nettforbindelsen, og prøv igjen."));
    CHECK(browser.model.pages.sign_in.credential.has_password);
    browser.api.is_offline = false;
    browser.press("Fortsett");
    CHECK(browser.path == "/registrer/klient");
}

TEST_CASE("an answer to a question that has been asked anew is dropped") {
    app::Model model;
    auto first = app::update(model, app::Started{"/registrer", 0, {"nb"}, {}});
    const auto number = [](const app::Effects& effects) {
        for (const auto& effect : effects)
            if (const auto* request = std::get_if<app::Send>(&effect)) return request->number;
        return 0u;
    };
    const auto old_number = number(first);
    model.load_failure = api::Failure{};
    const auto new_number = number(app::update(model, app::RetryPressed{}));
    CHECK(new_number != old_number);
    app::update(model, app::Replied{old_number, 200, to_json_text(api::Session{}), 0});
    CHECK(!model.visitor.is_known);
    app::update(model, app::Replied{new_number, 200, to_json_text(api::Session{}), 0});
    CHECK(model.visitor.is_known);
}

TEST_CASE("an answer that is not what the API promises counts as no answer") {
    for (const char* body : {"", "<html>", "{\"state\":\"cat\"}", "[]"}) {
        const auto answer = app::decode_answer<api::GetSession>(200, body);
        CHECK(!answer.ok());
        CHECK(answer.failure.reason == app::network_reason);
    }
}

TEST_CASE("language and appearance are chosen on every page and remembered") {
    Browser browser;
    browser.open("/registrer", "nn-NO");
    CHECK(browser.language == "nn");
    browser.choose("Språk", "English");
    CHECK(browser.heading() == "Register with 24SevenOffice");
    CHECK(browser.title == "Register with 24SevenOffice – Busy");
    browser.choose("Appearance", "Dark");
    browser.press("Plain view");
    browser.open("/finnes-ikke", "nb");
    CHECK(browser.language == "en");
    CHECK(browser.heading() == "Page not found");
    CHECK(browser.model.visitor.appearance == app::Appearance::dark);
    CHECK(browser.model.visitor.rendering == app::Rendering::plain);
}

TEST_CASE("every page opens in every language with one heading of the first level") {
    const char* paths[] = {"/registrer", "/registrer/klient", "/registrer/api-bruker",
                           "/registrer/oppsett", "/logg-inn"};
    const char* connected[] = {"/registrer/ferdig", "/innstillinger/24sevenoffice",
                               "/innstillinger/24sevenoffice/kjoring/r/project/created"};
    const auto check = [](api::Step step, const std::string& path, const std::string& language) {
        CAPTURE(path);
        CAPTURE(language);
        Browser browser({.is_plain = true});
        test::reach(browser.api, step);
        browser.open(path, language);
        CHECK(browser.path == path);
        int headings = 0;
        for (const auto& node : browser.nodes())
            headings += node.role == Role::heading && node.level == 1 ? 1 : 0;
        CHECK(headings == 1);
        // A place that no value was put into would show its braces.
        CHECK(!browser.shows_text("{"));
    };
    for (const char* language : {"nb", "nn", "en"}) {
        for (const char* path : paths) check(api::Step::options, path, language);
        for (const char* path : connected) check(api::Step::finished, path, language);
    }
}

namespace {

// One thing that a person could do with a control of the page.
void act_on(Browser& browser, const ui::Node& node, std::mt19937& random) {
    // The node goes away with the frame that this brings.
    const auto name = node.name;
    switch (node.role) {
        case Role::text_field:
        case Role::search_field:
            return browser.fill(name, random() % 2 == 0 ? "kari@fjellheim.no" : "");
        case Role::secret_field:
            return browser.fill(name, random() % 4 == 0 ? "" : "x");
        case Role::toggle:
        case Role::radio:
            return browser.check(name, random() % 4 != 0);
        case Role::select:
            return browser.choose(name, node.options[random() % node.options.size()].label);
        case Role::link:
            return node.href[0] == '/' ? browser.go(node.href) : void();
        case Role::button:
            return browser.press(name);
        default:
            return;
    }
}

void disturb(Browser& browser, std::mt19937& random) {
    auto& api = browser.api;
    switch (random() % 8) {
        case 0:
            api.is_offline = !api.is_offline;
            break;
        case 1:
            api.is_api_user_good = !api.is_api_user_good;
            break;
        case 2:
            api.fail_next<api::SaveOptions>({ErrorCode::internal, "", "s", {}});
            break;
        case 3:
            api.fail_next<api::SignIn>({ErrorCode::throttled, "quarantine", "s", 0});
            break;
        case 4:
            api.fail_next<api::GetConnection>({ErrorCode::unauthenticated, "", "", {}});
            break;
        case 5:
            api.run.state = static_cast<api::RunState>(random() % 6);
            break;
        case 6:
            api.preview.state = static_cast<api::PreviewState>(random() % 4);
            break;
        default:
            browser.pass_time();
    }
}

}  // namespace

TEST_CASE("property: whatever a person does, every page stands and no request is in vain") {
    for (unsigned seed = 0; seed < 50; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        // Without a layout, which other tests run, the walk is ten times as quick.
        Browser browser({.is_plain = true});
        browser.api.run.id = "r";
        test::reach(browser.api, static_cast<api::Step>(seed % 5));
        browser.open("/", seed % 3 == 0 ? "en" : "nb");
        for (int step = 0; step < 40; ++step) {
            std::vector<const ui::Node*> controls;
            for (const auto& node : browser.nodes())
                if (ui::is_interactive(node.role) && !node.has(ui::flag_disabled))
                    controls.push_back(&node);
            REQUIRE(!controls.empty());
            if (random() % 5 == 0)
                disturb(browser, random);
            else
                act_on(browser, *controls[random() % controls.size()], random);
            const auto requests = browser.api.requests.size();
            CHECK(requests < 400);
        }
    }
}
