// The widgets of the kit, each driven as a browser would.
#include <doctest/doctest.h>

#include <optional>

#include "tests/web/kit_page.hpp"
#include "tests/web/page_harness.hpp"
#include "web/ui/mirror.hpp"

namespace busy24::ui {
namespace {

using test::KitHarness;

TEST_CASE("a button tells its press once") {
    int presses = 0;
    KitHarness page([&](Ui& ui) { presses += ui.button("go", "Fortsett") ? 1 : 0; });
    page.press("Fortsett");
    page.frame();
    CHECK(presses == 1);
}

TEST_CASE("a button that is busy or disabled cannot be pressed") {
    int presses = 0;
    KitHarness page([&](Ui& ui) {
        presses += ui.button("a", "Opptatt", {.activity = Activity::busy}) ? 1 : 0;
        presses += ui.button("b", "Av", {.availability = Availability::disabled}) ? 1 : 0;
    });
    page.press("Opptatt");
    page.press("Av");
    CHECK(presses == 0);
    CHECK_FALSE(page.is_enabled(Role::button, "Opptatt"));
}

TEST_CASE("a text field gives what was typed, and shows what the program decides") {
    std::string value = "kari";
    KitHarness page([&](Ui& ui) {
        if (auto typed = ui.text_field("name", "Navn", value)) value = *typed;
    });
    const auto first = page.find(Role::text_field, "Navn")->value_revision;
    page.fill("Navn", "åse");
    CHECK(value == "åse");
    // The browser has the text already, so nothing is written over it.
    CHECK(page.find(Role::text_field, "Navn")->value_revision == first);
    value = "";
    page.frame();
    CHECK(page.find(Role::text_field, "Navn")->value_revision == first + 1);
    CHECK(page.find(Role::text_field, "Navn")->value.empty());
}

TEST_CASE("a field that left the page is written afresh when it comes back") {
    bool is_there = true;
    KitHarness page([&](Ui& ui) {
        if (is_there) ui.text_field("name", "Navn", "kari");
    });
    is_there = false;
    page.frame();
    is_there = true;
    page.frame();
    CHECK(page.find(Role::text_field, "Navn")->value_revision == 1);
}

TEST_CASE("a secret field tells only whether it is filled") {
    std::optional<bool> filled;
    KitHarness page([&](Ui& ui) {
        if (auto now = ui.secret_field("password", "Passord")) filled = now;
    });
    page.fill("Passord", "hemmelig");
    CHECK(filled == true);
    for (const Node& node : page.nodes()) CHECK(node.value.find("hemmelig") == std::string::npos);
    page.fill("Passord", "");
    CHECK(filled == false);
}

TEST_CASE("a secret can be shown and hidden, and the button says which") {
    KitHarness page([&](Ui& ui) { ui.secret_field("password", "Passord"); });
    CHECK_FALSE(page.find(Role::secret_field, "Passord")->has(flag_revealed));
    page.press("Vis passord");
    CHECK(page.find(Role::secret_field, "Passord")->has(flag_revealed));
    page.press("Skjul passord");
    CHECK_FALSE(page.find(Role::secret_field, "Passord")->has(flag_revealed));
}

TEST_CASE("an error takes the place of the help and is tied to its field") {
    std::string error;
    KitHarness page([&](Ui& ui) {
        ui.text_field("name", "Navn", "", {.help = "Slik det står i passet", .error = error});
    });
    CHECK(page.shows(Role::text, "Slik det står i passet"));
    CHECK_FALSE(page.find(Role::text_field, "Navn")->has(flag_invalid));
    error = "Skriv navnet";
    page.frame();
    CHECK(page.shows(Role::alert, "Skriv navnet"));
    CHECK_FALSE(page.shows_text("passet"));
    const Node* field = page.find(Role::text_field, "Navn");
    CHECK(field->has(flag_invalid));
    CHECK(field->described_by == std::vector<NodeId>{page.find(Role::alert, "Skriv navnet")->id});
}

TEST_CASE("checkbox and switch tell their new state; a disabled one tells nothing") {
    bool is_checked = false;
    bool is_on = true;
    int changes = 0;
    KitHarness page([&](Ui& ui) {
        if (auto now = ui.checkbox("c", "Husk meg", is_checked)) is_checked = *now;
        if (auto now = ui.toggle("t", "Koble kunder", is_on)) is_on = *now;
        changes += ui.toggle("x", "Låst", false, {.availability = Availability::disabled}) ? 1 : 0;
    });
    page.check("Husk meg");
    CHECK(is_checked);
    CHECK(page.find(Role::checkbox, "Husk meg")->has(flag_checked));
    page.uncheck("Koble kunder");
    CHECK_FALSE(is_on);
    page.check("Låst");
    CHECK(changes == 0);
}

TEST_CASE("of several choices one is chosen, and a disabled one cannot be") {
    std::string chosen = "a";
    const std::vector<ChoiceOption> options = {{"a", "Fjordlys"},
                                               {"b", "Nordavind", "Org.nr. 987 654 325"},
                                               {"c", "Sperret", "", "", true}};
    KitHarness page([&](Ui& ui) {
        if (auto now = ui.radio_cards("client", "Klient", options, chosen)) chosen = *now;
    });
    CHECK(page.find(Role::radio, "Fjordlys")->has(flag_checked));
    page.check("Nordavind");
    CHECK(chosen == "b");
    page.check("Sperret");
    CHECK(chosen == "b");
    CHECK(page.find(Role::radio, "Nordavind")->input_name == "client");
    CHECK(page.find(Role::radio_group, "Klient") != nullptr);
}

TEST_CASE("segments and select give the value of what was chosen, and nothing unknown") {
    std::string decision = "skip";
    std::string tenant = "1";
    KitHarness page([&](Ui& ui) {
        if (auto now = ui.segments("d", "Avgjørelse", {{"same", "Samme"}, {"skip", "Hopp over"}},
                                   decision))
            decision = *now;
        if (auto now = ui.select("t", "Klient", {{"1", "Fjordlys"}, {"2", "Nordavind"}}, tenant))
            tenant = *now;
    });
    page.check("Samme");
    CHECK(decision == "same");
    page.choose("Klient", "Nordavind");
    CHECK(tenant == "2");
    page.frame({{Input::Kind::choose, node_id("t"), "99"}});
    CHECK(tenant == "2");
}

TEST_CASE("a disclosure shows its content only when it is open") {
    KitHarness page([&](Ui& ui) {
        auto more = ui.disclosure("more", "Les mer");
        // Not asked whether it is open: what is emitted in a closed one is dropped anyway.
        ui.paragraph("text", "Alt om speiling");
    });
    CHECK_FALSE(page.shows_text("Alt om speiling"));
    page.press("Les mer");
    CHECK(page.shows_text("Alt om speiling"));
    CHECK(page.find(Role::button, "Les mer")->has(flag_expanded));
    page.press("Les mer");
    CHECK_FALSE(page.shows_text("Alt om speiling"));
}

TEST_CASE("a phone's menu opens with its button and closes on arrival at another page") {
    std::string path = "a";
    const auto draw = [&](Ui& ui) {
        auto side = ui.side_panel("side", "Meny");
        if (auto navigation = ui.navigation("nav", "Hovedmeny")) {
            ui.nav_link("a", Icon::home, "Oversikt", "/a", path == "a");
            ui.nav_link("b", Icon::help, "Hjelp", "/b", path == "b");
        }
        ui.button("out", "Logg ut");
    };
    KitHarness page(draw, {.width = 360});
    CHECK_FALSE(page.shows(Role::link, "Hjelp"));
    CHECK_FALSE(page.shows(Role::button, "Logg ut"));
    page.press("Meny");
    CHECK(page.shows(Role::link, "Hjelp"));
    CHECK(page.shows(Role::button, "Logg ut"));
    path = "b";
    page.frame();
    CHECK_FALSE(page.shows(Role::link, "Hjelp"));
    page.resize(1280);
    CHECK(page.shows(Role::link, "Hjelp"));
}

TEST_CASE("progress says how far it is, in grouped digits") {
    KitHarness page([](Ui& ui) {
        ui.progress("p", "Prosjekter", {.done = 1043, .total = 12500});
        ui.progress("q", "Personer", {});
    });
    CHECK(page.find(Role::progress, "Prosjekter")->value == "1\u00a0043 av 12\u00a0500");
    CHECK(page.find(Role::progress, "Personer")->has(flag_busy));
}

TEST_CASE("live regions are there before they speak, and take no room while silent") {
    std::string text;
    KitHarness page([&](Ui& ui) {
        auto main = ui.main("main");
        ui.status("s", text);
        ui.alert("a", text);
    });
    REQUIRE(page.find_key("s") != nullptr);
    CHECK(page.find_key("s")->box.height == 0);
    CHECK(page.find_key("a")->box.height == 0);
    text = "Lagret";
    page.frame();
    CHECK(page.find_key("s")->box.height > 0);
}

TEST_CASE("the tab order is the reading order") {
    KitHarness page(test::draw_form_page);
    std::string order;
    for (const Node& node : page.nodes())
        if (is_interactive(node.role)) order += node.name + " | ";
    CHECK(order ==
          "Hopp til innholdet | Busy | Språk | Logg inn | Brukernavn | Passord | Vis passord | "
          "Merknad | Søk | Klientnavn | Husk e-postadressen på denne enheten | Fortsett | "
          "Koble prosjekter | Tillat «Single Sign On» (SSO) | Fjordlys Regnskap AS | "
          "Nordavind Bygg AS | Samme | Ulike | Hopp over | Koble til konto | Kopier lenke | "
          "Koble fra | Gjør dette senere | ");
}

TEST_CASE("a table's rows say where they stand, and the first cell is the row's link") {
    KitHarness page(test::draw_state_page);
    const Node* link = page.find_key("row1.cell0.link");
    REQUIRE(link != nullptr);
    CHECK(link->href == "/prosjekt");
    CHECK(page.find_key("row1")->row_index == 1);
    CHECK(page.find(Role::column_header, "Timer") != nullptr);
}

TEST_CASE("the mirror tells a page once, and then only what changed") {
    std::string text = "Laster";
    KitHarness page([&](Ui& ui) {
        ui.heading("title", Level::h1, "Busy");
        ui.status("s", text);
    });
    Mirror mirror;
    const Surroundings surroundings;
    const std::string first = mirror.changes(page.nodes(), surroundings);
    CHECK(first.find("\"Busy\"") != std::string::npos);
    CHECK(mirror.changes(page.nodes(), surroundings).empty());
    text = "Ferdig";
    page.frame();
    const std::string second = mirror.changes(page.nodes(), surroundings);
    CHECK(second.find("Ferdig") != std::string::npos);
    CHECK(second.find("\"Busy\"") == std::string::npos);
    mirror.forget();
    CHECK(mirror.changes(page.nodes(), surroundings).find("\"Busy\"") != std::string::npos);
}

TEST_CASE("plain mode has the same nodes as the canvas") {
    for (const auto draw : {test::draw_form_page, test::draw_state_page}) {
        KitHarness canvas(draw);
        KitHarness plain(draw, {.is_plain = true});
        CHECK(canvas.snapshot() == plain.snapshot());
    }
}

TEST_CASE("letters that the typeface lacks are left to the browser") {
    KitHarness page([](Ui& ui) {
        ui.paragraph("a", "Łódź-kontoret, 10 €");
        ui.paragraph("b", "東京 AS");
    });
    CHECK_FALSE(page.find_key("a")->has(flag_own_text));
    CHECK(page.find_key("b")->has(flag_own_text));
}

TEST_CASE("only what moves asks for more frames, and nothing does with reduced motion") {
    KitHarness still([](Ui& ui) { ui.paragraph("p", "Ferdig"); });
    still.paint();
    CHECK_FALSE(still.stage().is_moving());
    KitHarness busy([](Ui& ui) { ui.spinner("s", "Henter …"); });
    busy.paint();
    CHECK(busy.stage().is_moving());
    busy.paint({.motion = Motion::reduced});
    CHECK_FALSE(busy.stage().is_moving());
}

TEST_CASE("random keys and texts never break the tree") {
    unsigned state = 0;
    unsigned seed = 1;
    const auto next = [&](unsigned below) {
        state = state * 1664525u + 1013904223u;
        return (state >> 16) % below;
    };
    const auto draw = [&](Ui& ui) {
        state = seed * 2654435761u;
        auto main = ui.main("main");
        for (unsigned i = 0; i < 30; ++i) {
            const std::string key = "k" + std::to_string(i);
            std::string text;
            for (unsigned j = next(40); j > 0; --j) text += "ab cdefgh ijklmnopq"[next(19)];
            switch (next(8)) {
                case 0:
                    ui.heading(key, Level::h2, text);
                    break;
                case 1:
                    ui.paragraph(key, text);
                    break;
                case 2:
                    ui.button(key, text);
                    break;
                case 3:
                    ui.toggle(key, text, next(2) == 1, {.help = text});
                    break;
                case 4:
                    ui.text_field(key, text, text, {.error = text});
                    break;
                case 5:
                    ui.banner(key, text, {.title = text});
                    break;
                case 6:
                    ui.check_row(key, CheckState::failed, text, {"nei", text});
                    break;
                default:
                    ui.link(key, text, "/x");
            }
        }
    };
    KitHarness page(draw, {.width = 320});
    for (; seed <= 60; ++seed) {
        CAPTURE(seed);
        page.frame();
        bool is_inside = true;
        for (const Node& node : page.nodes()) is_inside = is_inside && node.box.right() <= 320.6f;
        CHECK(is_inside);
        Mirror mirror;
        CHECK_FALSE(mirror.changes(page.nodes(), {}).empty());
    }
}

}  // namespace
}  // namespace busy24::ui
