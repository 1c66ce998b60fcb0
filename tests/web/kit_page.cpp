// Pages made of every widget.
#include "tests/web/kit_page.hpp"

namespace busy24::test {

using namespace ui;

namespace {

void draw_fields(Ui& ui) {
    auto card = ui.card("card", "fields.title");
    ui.heading("fields.title", Level::h2, "Felter");
    auto form = ui.form("form", "Skjema");
    ui.text_field("username", "Brukernavn", "kari@fjordlys.no",
                  {.help = "E-postadressen din", .autocomplete = "username"});
    ui.secret_field("password", "Passord",
                    {.error = "Feil brukernavn eller passord", .autocomplete = "current-password"});
    ui.text_field("note", "Merknad", "", {.requirement = Requirement::optional});
    ui.search_field("search", "Søk", "");
    ui.select("tenant", "Klientnavn", {{"1", "Fjordlys Regnskap AS"}, {"2", "Nordavind Bygg AS"}},
              "1", {.help = "Klienten i 24SevenOffice"});
    ui.checkbox("remember", "Husk e-postadressen på denne enheten", true);
    ui.alert("alert", "24SevenOffice svarer ikke. Prøv igjen 13:00.");
    ui.status("status", "");
    ui.button("go", "Fortsett",
              {.look = ButtonLook::primary, .is_submit = true, .is_full_width = true});
}

void draw_choices(Ui& ui) {
    auto card = ui.card("choices");
    {
        auto rows = ui.stack("rows", 0);
        ui.toggle("projects", "Koble prosjekter", true,
                  {.help = "Prosjekter hentes fra 24SevenOffice.",
                   .consequence = "142 prosjekter hentes, 2 må du se på"});
        ui.toggle("sso", "Tillat «Single Sign On» (SSO)", false,
                  {.consequence = "Regner ut …", .activity = Activity::busy});
    }
    ui.radio_cards("client", "Klient",
                   {{"1", "Fjordlys Regnskap AS", "Organisasjonsnummer 123 456 785", "Standard"},
                    {"2", "Nordavind Bygg AS", "", "", true}},
                   "1");
    ui.segments("decision", "Avgjørelse",
                {{"same", "Samme"}, {"different", "Ulike"}, {"skip", "Hopp over"}}, "skip");
    auto flow = ui.flow("buttons");
    ui.button("connect", "Koble til konto", {.look = ButtonLook::primary, .icon = Icon::plug});
    ui.button("copy", "Kopier lenke", {.icon = Icon::copy, .copies = "https://busy.example/x"});
    ui.button("off", "Koble fra",
              {.look = ButtonLook::danger, .availability = Availability::disabled});
    ui.button("later", "Gjør dette senere", {.look = ButtonLook::quiet});
}

void draw_states(Ui& ui) {
    ui.banner("banner", "Koblingen bruker innloggingen til en person.",
              {.tone = Tone::warning,
               .title = "Legg til en API-bruker",
               .action = "Legg til",
               .announcement = Announcement::polite});
    auto columns = ui.columns("columns");
    {
        auto card = ui.card("progress.card");
        ui.progress("progress", "Prosjekter", {.done = 1043, .total = 12500});
        ui.progress("unknown", "Personer", {.detail = "leser …"});
        ui.spinner("spinner", "Henter fra 24SevenOffice …");
        ui.separator("line");
        ui.empty_state("empty", Icon::inbox, "Ingen prosjekter ennå", "De kommer her.");
    }
    auto card = ui.card("checks", {}, CardKind::inset);
    auto list = ui.list("rights", "Rettigheter");
    ui.check_row("r1", CheckState::passed, "Kan logge inn", {"ja"});
    ui.check_row("r2", CheckState::failed, "Kan lese prosjekter", {"nei", "Gi tilgang."});
}

void draw_tables(Ui& ui) {
    auto card = ui.card("tables");
    {
        auto flow = ui.flow("head");
        ui.heading("tables.title", Level::h2, "Siste kjøring");
        ui.badge("badge", "Ferdig", Tone::success);
        ui.push_to_end("push");
        ui.link("all", "Alle kjøringer", "/kjoringer");
    }
    {
        auto facts = ui.facts("facts", "Tilkobling");
        ui.fact("f1", "Klient", "Fjordlys Regnskap AS");
    }
    if (auto more = ui.disclosure("more", "Les mer"))
        ui.link("article", "Hele artikkelen", "/hjelp",
                {.place = LinkOptions::Place::block, .icon = Icon::arrow_right});
    {
        auto table = ui.table("table", "Prosjekter",
                              {.columns = {{"Prosjekt", 2}, {"Timer", 1, true}}, .row_count = 2});
        for (int i = 0; i < 2; ++i) {
            auto row = ui.row("row" + std::to_string(i), {.index = i, .href = "/prosjekt"});
            ui.cell("1042 Nytt tak på låven");
            ui.cell("7,5", {.icon = Icon::clock, .tone = Tone::success});
        }
    }
    const ComparedValue values[] = {{"Navn", "Åsgård AS", "Åsgård AS"}, {"E-post", "a@b.no", "–"}};
    ui.comparison("compare", "Sammenligning", "24SevenOffice", "Busy", values);
}

}  // namespace

void draw_form_page(Ui& ui) {
    ui.skip_link("Hopp til innholdet");
    {
        auto header = ui.header("header");
        ui.brand("brand", "Busy", "/");
        ui.push_to_end("header.push");
        ui.select("language", "Språk", {{"nb", "Bokmål"}, {"en", "English"}}, "nb",
                  {.look = SelectOptions::Look::compact, .icon = Icon::globe});
    }
    auto main = ui.main("main");
    ui.steps("steps", "Steg",
             {{"s1", "Logg inn", "/registrer", StepState::done},
              {"s2", "Velg klient", "", StepState::current},
              {"s3", "Oppsett", "", StepState::ahead}});
    ui.heading("title", Level::h1, "Registrer deg med 24SevenOffice");
    ui.paragraph("lead", "Logg inn med kontoen du bruker i 24SevenOffice. Passordet lagres aldri.");
    draw_fields(ui);
    draw_choices(ui);
}

void draw_state_page(Ui& ui) {
    auto shell = ui.shell("shell");
    {
        auto side = ui.side_panel("side", "Meny");
        ui.brand("brand", "Busy", "/");
        if (auto navigation = ui.navigation("nav", "Hovedmeny")) {
            ui.nav_link("nav.settings", Icon::settings, "Innstillinger", "/innstillinger", true);
            ui.nav_link("nav.help", Icon::help, "Hjelp", "/hjelp", false);
        }
        ui.button("out", "Logg ut", {.look = ButtonLook::quiet, .icon = Icon::log_out});
    }
    {
        auto main = ui.main("main", MainWidth::wide);
        ui.heading("title", Level::h1, "24SevenOffice");
        draw_states(ui);
        draw_tables(ui);
    }
    auto footer = ui.footer("footer");
    ui.paragraph("footer.text", "Busy", {.size = TextSize::small, .tone = Tone::muted});
}

}  // namespace busy24::test
