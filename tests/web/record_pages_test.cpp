// The lists and the page of one record: what is asked for, what the address says, and that nothing
// that somebody wrote is lost.
#include "tests/web/app_harness.hpp"
#include "web/pages/day.hpp"

using namespace busy24;
using test::Browser;
using ui::Role;

namespace {

std::vector<api::Record> many(int count) {
    std::vector<api::Record> list;
    for (int i = 0; i < count; ++i)
        list.push_back({.id = "p" + std::to_string(i),
                        .number = std::to_string(1000 + i),
                        .name = "Prosjekt " + std::to_string(i),
                        .customer_name = "Fjellheim Bygg AS",
                        .starts_on = "2026-06-05"});
    return list;
}

void open_at(Browser& browser, const std::string& path) {
    test::reach(browser.api, api::Step::finished);
    browser.open(path);
}

api::RecordPage project_page() {
    return {.record = {.id = "p1",
                       .number = "1001",
                       .name = "Bro over Elva",
                       .customer_id = "c1",
                       .customer_name = "Fjellheim Bygg AS",
                       .starts_on = "2026-06-05"},
            .description = "To\nlinjer",
            .link = api::LinkState::linked,
            .version = 7};
}

void open_project(Browser& browser) {
    browser.api.record_page = project_page();
    open_at(browser, "/prosjekter/p1");
}

bool asks(Browser& browser, std::string_view part) {
    const auto* request = browser.api.last<api::ListRecords>();
    return request && request->path.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a list shows its rows as links, with what each kind has to show") {
    Browser browser;
    browser.api.list = many(3);
    open_at(browser, "/prosjekter");
    CHECK(browser.heading() == "Prosjekter");
    CHECK(browser.title == "Prosjekter – Busy");
    CHECK(browser.shows_text("3 prosjekter"));
    CHECK(browser.address_of("Prosjekt 1") == "/prosjekter/p1");
    CHECK(browser.shows_text("5.6.2026"));
    CHECK(asks(browser, "filter=active"));
    browser.go("/kunder");
    CHECK(browser.heading() == "Kunder");
    CHECK(browser.shows_text("Opprettes i 24SevenOffice"));
    CHECK(!browser.shows(Role::button, "Nytt prosjekt"));
    CHECK(asks(browser, "entity=customer"));
    browser.go("/arbeidstyper");
    CHECK(browser.shows_text("Fakturerbar"));
}

TEST_CASE("of a hundred thousand rows those in sight exist, each with its place in the whole") {
    Browser browser;
    browser.api.list = many(100'000);
    open_at(browser, "/prosjekter");
    const auto rows = [&] {
        std::vector<int> indices;
        for (const auto& node : browser.nodes())
            if (node.role == Role::row && node.row_index >= 0) indices.push_back(node.row_index);
        return indices;
    };
    CHECK(rows().size() < 80);
    CHECK(browser.find(Role::table, "Prosjekter")->row_count == 100'000);
    // Far down, at a place that no window has been fetched for.
    browser.look({.scroll_top = 48.f * 60'000});
    browser.pass_time();
    CHECK(rows().front() > 59'000);
    CHECK(browser.shows_text("Prosjekt 60000"));
    CHECK(asks(browser, "offset=60000"));
    CHECK(browser.path.find("/prosjekter?fra=5999") == 0);
    // Looking at another place of the same list fetches no more than that place.
    CHECK(browser.api.count<api::ListRecords>() < 8);
}

TEST_CASE("search, filter and order are in the address, and Back undoes them") {
    Browser browser;
    browser.api.list = many(3);
    open_at(browser, "/prosjekter");
    browser.fill("Søk etter navn, kunde eller nummer", "bro & elv");
    browser.pass_time();
    CHECK(browser.path == "/prosjekter?sok=bro%20%26%20elv");
    CHECK(asks(browser, "search=bro%20%26%20elv"));
    browser.check("Arkiverte");
    CHECK(browser.path == "/prosjekter?sok=bro%20%26%20elv&vis=arkiverte");
    browser.press("Nummer");
    CHECK(browser.path == "/prosjekter?sok=bro%20%26%20elv&sorter=nummer&vis=arkiverte");
    browser.press("Nummer");
    CHECK(asks(browser, "direction=descending"));
    CHECK(browser.path == "/prosjekter?sok=bro%20%26%20elv&sorter=-nummer&vis=arkiverte");
    browser.go("/prosjekter?sok=bro&sorter=start&vis=alle");
    CHECK(asks(browser, "filter=all"));
    CHECK(asks(browser, "sort=starts_on"));
    CHECK(browser.find(Role::search_field, "Søk etter navn, kunde eller nummer")->value == "bro");
    // A reload finds the same.
    browser.open("/prosjekter?sok=bro&sorter=start&vis=alle");
    CHECK(asks(browser, "search=bro"));
}

TEST_CASE("typing in the search keeps the focus there") {
    Browser browser;
    browser.api.list = many(3);
    open_at(browser, "/prosjekter");
    browser.focus.clear();
    browser.fill("Søk etter navn, kunde eller nummer", "bro");
    browser.pass_time();
    CHECK(browser.focus.empty());
    browser.go("/kunder");
    CHECK(browser.focus == "heading");
}

TEST_CASE("an empty list says why, and a failing one can be tried again") {
    Browser browser;
    open_at(browser, "/prosjekter");
    CHECK(browser.shows_text("Ingenting her ennå"));
    browser.go("/prosjekter?vis=arkiverte");
    CHECK(browser.shows_text("Arkivet er tomt"));
    browser.go("/prosjekter?sok=xyz");
    CHECK(browser.shows_text("xyz"));
    browser.api.fail_next<api::ListRecords>({ErrorCode::internal, "", "T1", {}});
    browser.go("/kunder");
    CHECK(browser.shows_text("T1"));
    browser.api.list = many(1);
    browser.press("Prøv igjen");
    CHECK(browser.shows(Role::link, "Prosjekt 0"));
}

TEST_CASE("without a connection the list says so and comes by itself") {
    Browser browser;
    browser.api.list = many(2);
    open_at(browser, "/prosjekter");
    browser.api.is_offline = true;
    browser.go("/kunder");
    CHECK(browser.shows_text("Ingen kontakt med Busy"));
    browser.api.is_offline = false;
    browser.pass_time();
    CHECK(browser.shows(Role::link, "Prosjekt 1"));
}

TEST_CASE("on a phone the list is sorted by a choice of its own, and in plain HTML it has pages") {
    Browser browser({.width = 360, .height = 740});
    browser.api.list = many(300);
    open_at(browser, "/prosjekter");
    browser.choose("Sorter etter", "Start, synkende");
    CHECK(browser.path == "/prosjekter?sorter=-start");
    browser.look({.is_plain = true});
    CHECK(browser.address_of("Neste side") == "/prosjekter?fra=100&sorter=-start");
    browser.follow("Neste side");
    CHECK(browser.shows(Role::link, "Prosjekt 199"));
    CHECK(!browser.shows(Role::link, "Prosjekt 99"));
}

TEST_CASE("a record tells what it holds, its number and its link") {
    Browser browser;
    open_project(browser);
    CHECK(browser.heading() == "Bro over Elva");
    CHECK(browser.shows_text("Fjellheim Bygg AS"));
    CHECK(browser.shows_text("5.6.2026"));
    CHECK(browser.shows_text("Koblet"));
    const auto* copy = browser.find(Role::button, "Kopier nummeret 1001");
    REQUIRE(copy);
    CHECK(copy->value == "1001");
    browser.press("Arkiver");
    CHECK(browser.shows_text("Må deaktiveres i 24SevenOffice"));
    CHECK(browser.shows_text("Finn prosjekt 1001 og deaktiver det"));
    browser.press("Gjenåpne");
    CHECK(browser.shows(Role::button, "Arkiver"));
}

TEST_CASE("customers and work types are read, and say why they are not edited") {
    Browser browser;
    browser.api.record_page = {.record = {.id = "c1",
                                          .number = "10001",
                                          .name = "Fjellheim Bygg AS",
                                          .organisation_number = "123456785",
                                          .kind = "business"},
                               .link = api::LinkState::linked};
    open_at(browser, "/kunder/c1");
    CHECK(browser.shows_text("123\u00a0456\u00a0785"));
    CHECK(browser.shows_text("Opprettes i 24SevenOffice"));
    CHECK(!browser.shows(Role::button, "Rediger"));
    CHECK(browser.address_of("Prosjektene til kunden") ==
          "/prosjekter?sok=Fjellheim%20Bygg%20AS&vis=alle");
}

TEST_CASE("an employee sees projects and cannot change them") {
    Browser browser;
    browser.api.record_page = project_page();
    test::reach(browser.api, api::Step::finished);
    browser.api.session.role = api::Role::employee;
    browser.open("/prosjekter/p1");
    CHECK(browser.heading() == "Bro over Elva");
    CHECK(!browser.shows(Role::button, "Rediger"));
    CHECK(!browser.shows(Role::button, "Arkiver"));
}

TEST_CASE("what is wrong in the form is said at its field, and the first of them gets the focus") {
    Browser browser;
    open_project(browser);
    browser.press("Rediger");
    browser.fill("Start", "31.2.2026");
    browser.fill("Slutt", "1.1.2026");
    browser.press("Lagre");
    CHECK(browser.shows_text("Skriv datoen som 5.6.2026"));
    CHECK(browser.focus == "record.starts_on");
    CHECK(browser.api.count<api::SaveProject>() == 0);
    browser.fill("Start", "5.6.26");
    CHECK(browser.shows_text("Slutt kan ikke være før start"));
    browser.fill("Slutt", "");
    browser.fill("Navn", "  ");
    CHECK(browser.shows_text("Skriv inn et navn"));
    browser.fill("Navn", "Bro");
    browser.fill("Kunde", "Fjell");
    CHECK(browser.shows_text("Velg en kunde fra listen"));
    browser.fill("Kunde", "");
    browser.press("Lagre");
    CHECK(browser.api.last<api::SaveProject>()->body ==
          R"({"customerId":"","description":"To\nlinjer","endsOn":"","id":"p1","name":"Bro",)"
          R"("startsOn":"2026-06-05","version":7})");
    CHECK(browser.heading() == "Bro");
    CHECK(browser.shows_text("Endringene er lagret"));
}

TEST_CASE("a customer is found by some letters and chosen with one press") {
    Browser browser;
    open_project(browser);
    browser.api.list = {{.id = "c9", .number = "10009", .name = "Nordvik Helse AS"}};
    browser.press("Rediger");
    browser.fill("Kunde", "nordv");
    browser.pass_time();
    CHECK(asks(browser, "search=nordv"));
    browser.press("Nordvik Helse AS · 10009");
    CHECK(browser.find(Role::text_field, "Kunde")->value == "Nordvik Helse AS");
    CHECK(browser.focus == "record.customer");
    browser.press("Lagre");
    CHECK(browser.api.last<api::SaveProject>()->body.find("\"customerId\":\"c9\"") !=
          std::string::npos);
}

TEST_CASE("a new project is created and gets an address of its own") {
    Browser browser;
    open_at(browser, "/prosjekter");
    browser.press("Nytt prosjekt");
    CHECK(browser.path == "/prosjekter/ny");
    browser.fill("Navn", "Brygge på Ås");
    browser.api.fail_next<api::SaveProject>({ErrorCode::unavailable, "", "", {}});
    browser.press("Opprett prosjektet");
    CHECK(browser.find(Role::text_field, "Navn")->value == "Brygge på Ås");
    browser.press("Opprett prosjektet");
    CHECK(browser.path == "/prosjekter/new1");
    CHECK(browser.heading() == "Brygge på Ås");
}

TEST_CASE("what is not saved survives another page and a reload, and says so everywhere") {
    Browser browser;
    open_project(browser);
    browser.press("Rediger");
    browser.fill("Navn", "Nytt navn");
    CHECK(browser.shows_text("Endringene dine er ikke lagret"));
    browser.go("/innstillinger/24sevenoffice");
    CHECK(browser.shows_text("Endringene i «Bro over Elva» er ikke lagret"));
    CHECK(browser.address_of("Fortsett redigeringen") == "/prosjekter/p1");
    browser.open("/prosjekter/p1");
    CHECK(browser.find(Role::text_field, "Navn")->value == "Nytt navn");
    browser.press("Forkast endringene");
    CHECK(browser.heading() == "Bro over Elva");
    browser.open("/prosjekter/p1");
    CHECK(browser.heading() == "Bro over Elva");
    CHECK(!browser.shows_text("ikke lagret"));
}

TEST_CASE("logging out forgets what was not saved") {
    Browser browser;
    open_project(browser);
    browser.press("Rediger");
    browser.fill("Navn", "Nytt navn");
    browser.press("Logg ut");
    for (const auto& [key, value] : browser.memory)
        CHECK(value.find("Nytt navn") == std::string::npos);
}

TEST_CASE("two people's changes go together when they are not about the same") {
    Browser browser;
    open_project(browser);
    browser.press("Rediger");
    browser.fill("Navn", "Mitt navn");
    browser.api.record_page.description = "Deres beskrivelse";
    browser.api.record_page.version = 8;
    browser.api.is_save_refused = true;
    browser.press("Lagre");
    CHECK(browser.api.count<api::SaveProject>() == 2);
    const auto& body = browser.api.last<api::SaveProject>()->body;
    CHECK(body.find("Mitt navn") != std::string::npos);
    CHECK(body.find("Deres beskrivelse") != std::string::npos);
    CHECK(body.find("\"version\":8") != std::string::npos);
    CHECK(browser.heading() == "Mitt navn");
}

TEST_CASE("two changes to the same value are shown side by side, and nothing is lost") {
    for (const bool keeps_mine : {true, false}) {
        CAPTURE(keeps_mine);
        Browser browser;
        open_project(browser);
        browser.press("Rediger");
        browser.fill("Navn", "Mitt navn");
        browser.api.record_page.record.name = "Deres navn";
        browser.api.record_page.version = 8;
        browser.api.is_save_refused = true;
        browser.press("Lagre");
        CHECK(browser.api.count<api::SaveProject>() == 1);
        CHECK(browser.shows_text("Noen andre har endret prosjektet"));
        CHECK(browser.shows(Role::cell, "Mitt navn"));
        CHECK(browser.shows(Role::cell, "Deres navn"));
        browser.press(keeps_mine ? "Lagre mine verdier" : "Behold det som er lagret");
        CHECK(browser.heading() == (keeps_mine ? "Mitt navn" : "Deres navn"));
        CHECK(browser.api.count<api::SaveProject>() == (keeps_mine ? 2u : 1u));
    }
}

TEST_CASE("a record that there is not says so") {
    Browser browser;
    browser.api.fail_next<api::GetRecord>({ErrorCode::not_found, "", "", {}});
    open_at(browser, "/prosjekter/borte");
    CHECK(browser.shows_text("Oppføringen finnes ikke"));
    browser.go("/kunder/ny");
    CHECK(browser.heading() == "Fant ikke siden");
}

TEST_CASE("days are read as people write them, and never guessed") {
    using pages::read_day;
    for (const auto text :
         {"5.6.2026", "05.06.2026", "5/6 2026", "5-6-26", "2026-06-05", " 5. 6. 26 "})
        CHECK(read_day(text) == "2026-06-05");
    CHECK(read_day("") == "");
    CHECK(read_day("  ") == "");
    for (const auto text :
         {"31.6.2026", "5.6", "i dag", "5.13.2026", "5.6.2026.1", "12345.1.1", "0.0.0"})
        CHECK(!read_day(text));
    const text::Texts nb(text::Language::nb);
    CHECK(pages::price_text(nb, 125'000) == "1\u00a0250\u00a0kr");
    CHECK(pages::price_text(nb, 75'005) == "750,05\u00a0kr");
    CHECK(pages::price_text(nb, std::nullopt).empty());
}
