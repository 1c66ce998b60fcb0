// Every widget of the kit on pages of its own, to look at while working on it. Not in the product:
// it stands in for web/app, whose functions it defines anew.
#include <map>
#include <string>

#include "web/app/update.hpp"
#include "web/app/view.hpp"
#include "web/ui/ui.hpp"

namespace busy24::app {

namespace {

// What the person has set; the gallery has no model of its own.
std::map<std::string, std::string> values{{"language", "nb"}, {"theme", "system"},
                                          {"tenant", "1"},    {"projects", "1"},
                                          {"client", "1"},    {"decision", "same"}};
std::string current_path = "/";
bool has_changed = false;
Appearance appearance = Appearance::system;

bool is_on(const std::string& key) { return !values[key].empty(); }

void keep(const std::string& key, const std::optional<bool>& value) {
    if (value) values[key] = *value ? "1" : "", has_changed = true;
}
void keep(const std::string& key, std::optional<std::string> value) {
    if (value) values[key] = std::move(*value), has_changed = true;
}

void draw_header(ui::Ui& ui) {
    auto header = ui.header("header");
    ui.brand("brand", "Busy", "/");
    ui.push_to_end("header.push");
    keep("language",
         ui.select("language", "Språk", {{"nb", "Bokmål"}, {"nn", "Nynorsk"}, {"en", "English"}},
                   values["language"],
                   {.look = ui::SelectOptions::Look::compact, .icon = ui::Icon::globe}));
    keep("theme",
         ui.select("theme", "Utseende",
                   {{"system", "System"}, {"light", "Lyst"}, {"dark", "Mørkt"}}, values["theme"],
                   {.look = ui::SelectOptions::Look::compact, .icon = ui::Icon::theme}));
}

void draw_footer(ui::Ui& ui) {
    auto footer = ui.footer("footer");
    ui.paragraph("footer.text", "Busy × 24SevenOffice",
                 {.size = ui::TextSize::small, .tone = ui::Tone::muted});
    ui.link("footer.help", "Hjelp", "/hjelp");
    ui.link("footer.plain", "Enkel visning", "/?plain");
}

void draw_steps(ui::Ui& ui) {
    ui.steps("steps", "Steg",
             {{"s1", "Logg inn", "/", ui::StepState::done},
              {"s2", "Velg klient", "/", ui::StepState::done},
              {"s3", "API-bruker", "/", ui::StepState::current},
              {"s4", "Oppsett", "", ui::StepState::ahead},
              {"s5", "Ferdig", "", ui::StepState::ahead}});
}

void draw_sign_in(ui::Ui& ui) {
    draw_steps(ui);
    ui.heading("title", ui::Level::h1, "Registrer deg med 24SevenOffice");
    ui.paragraph("lead",
                 "Logg inn med kontoen du bruker i 24SevenOffice. Passordet brukes bare til å "
                 "logge inn, og lagres aldri.",
                 {.tone = ui::Tone::muted});
    auto card = ui.card("card");
    auto form = ui.form("form", "Logg inn");
    keep("username", ui.text_field("username", "24SevenOffice brukernavn", values["username"],
                                   {.help = "E-postadressen du logger inn med",
                                    .autocomplete = "username",
                                    .name = "username",
                                    .input_mode = "email"}));
    keep("password.filled",
         ui.secret_field(
             "password", "24SevenOffice passord",
             {.error = is_on("failed") ? "Feil brukernavn eller passord. Prøv igjen." : "",
              .autocomplete = "current-password",
              .name = "password"}));
    keep("company", ui.text_field("company", "Kallenavn på koblingen", values["company"],
                                  {.requirement = ui::Requirement::optional}));
    keep("remember",
         ui.checkbox("remember", "Husk e-postadressen på denne enheten", is_on("remember")));
    ui.alert("alert", is_on("failed")
                          ? "24SevenOffice svarer ikke akkurat nå. Prøv igjen om noen minutter."
                          : "");
    if (ui.button("go", "Fortsett",
                  {.look = ui::ButtonLook::primary, .is_submit = true, .is_full_width = true}))
        values["failed"] = is_on("failed") ? "" : "1", has_changed = true;
    auto flow = ui.flow("under", 6);
    ui.paragraph("under.text", "Har du allerede et arbeidsområde?", {.tone = ui::Tone::muted});
    ui.link("under.link", "Logg inn", "/logg-inn");
}

void draw_options(ui::Ui& ui) {
    draw_steps(ui);
    ui.heading("title", ui::Level::h1, "Velg hvordan Busy og 24SevenOffice skal fungere sammen");
    {
        auto card = ui.card("switches");
        keep(
            "tenant",
            ui.select("tenant", "Klientnavn",
                      {{"1", "Fjordlys Regnskap AS"}, {"2", "Nordavind Bygg AS"}}, values["tenant"],
                      {.help = "Klienten i 24SevenOffice som arbeidsområdet kobles til"}));
        auto rows = ui.stack("rows", 0);
        keep(
            "projects",
            ui.toggle(
                "projects", "Koble prosjekter", is_on("projects"),
                {.help =
                     "Prosjekter hentes fra 24SevenOffice, og nye prosjekter i Busy opprettes der.",
                 .consequence = "142 prosjekter hentes, 3 opprettes i 24SevenOffice, 2 må du se på",
                 .consequence_tone = ui::Tone::accent}));
        keep("types", ui.toggle("types", "Koble arbeidstyper", is_on("types"),
                                {.help = "Arbeidstypene i 24SevenOffice blir arbeidstyper i Busy.",
                                 .consequence = "Regner ut …",
                                 .activity = ui::Activity::busy}));
        keep("sso", ui.toggle("sso", "Tillat «Single Sign On» (SSO)", is_on("sso"),
                              {.help = "Ansatte logger inn i Busy med 24SevenOffice-kontoen sin.",
                               .availability = ui::Availability::disabled}));
    }
    {
        auto card = ui.card("clients");
        ui.heading("clients.title", ui::Level::h2, "Velg klient");
        keep("client",
             ui.radio_cards(
                 "client", "Klient",
                 {{"1", "Fjordlys Regnskap AS", "Organisasjonsnummer 123 456 785", "Standard"},
                  {"2", "Nordavind Bygg AS", "Organisasjonsnummer 987 654 325"},
                  {"3", "Skogholt Eiendom AS", "Kan ikke velges", "", true}},
                 values["client"]));
    }
    {
        auto card = ui.card("question");
        ui.heading("question.title", ui::Level::h3, "Er dette samme kunde?");
        ui.paragraph("question.why", "Navnet er likt, men organisasjonsnummeret mangler i Busy.",
                     {.tone = ui::Tone::muted});
        const ui::ComparedValue compared[] = {
            {"Navn", "Åsgård Maskin AS", "Åsgård Maskin AS"},
            {"Organisasjonsnummer", "923 609 016", "–"},
            {"E-post", "post@asgardmaskin.no", "firmapost@asgardmaskin.no"}};
        ui.comparison("question.table", "Sammenligning", "24SevenOffice", "Busy", compared);
        keep("decision",
             ui.segments("decision", "Avgjørelse",
                         {{"same", "Samme"}, {"different", "Ulike"}, {"skip", "Hopp over"}},
                         values["decision"]));
    }
    auto buttons = ui.flow("buttons");
    ui.button("connect", "Koble til konto",
              {.look = ui::ButtonLook::primary, .icon = ui::Icon::plug});
    ui.button("back", "Tilbake", {.look = ui::ButtonLook::secondary});
    ui.button("busy", "Kobler til …",
              {.look = ui::ButtonLook::primary, .activity = ui::Activity::busy});
    ui.button("off", "Slått av",
              {.look = ui::ButtonLook::primary, .availability = ui::Availability::disabled});
    ui.button("danger", "Koble fra", {.look = ui::ButtonLook::danger});
    ui.button("later", "Gjør dette senere", {.look = ui::ButtonLook::quiet});
}

void draw_states(ui::Ui& ui) {
    ui.heading("title", ui::Level::h1, "24SevenOffice");
    ui.paragraph("lead", "Koblet til siden 5.6.2026. Siste kontakt for to minutter siden.",
                 {.tone = ui::Tone::muted});
    ui.banner("b1",
              "Koblingen bruker innloggingen til Kari Nordmann. Slutter hun, stopper speilingen.",
              {.tone = ui::Tone::warning,
               .title = "Legg til en API-bruker",
               .action = "Legg til API-bruker"});
    ui.banner("b2", "Første speiling er ferdig.",
              {.tone = ui::Tone::success, .announcement = ui::Announcement::polite});
    ui.banner("b3", "24SevenOffice svarer ikke. Vi prøver igjen 13:00.",
              {.tone = ui::Tone::error, .announcement = ui::Announcement::assertive});
    ui.banner("b4", "Du kan lukke siden; speilingen går videre.");
    {
        auto columns = ui.columns("columns");
        {
            auto card = ui.card("progress");
            ui.heading("p.title", ui::Level::h2, "Speiling");
            ui.progress("p1", "Prosjekter", {.done = 1043, .total = 1500});
            ui.progress("p2", "Kunder", {.done = 60, .total = 60, .tone = ui::Tone::success});
            ui.progress("p3", "Personer", {.detail = "leser …"});
            ui.spinner("spin", "Henter fra 24SevenOffice …");
        }
        auto card = ui.card("rights");
        ui.heading("r.title", ui::Level::h2, "Rettigheter");
        auto list = ui.list("r.list", "Rettigheter");
        ui.check_row("r1", ui::CheckState::passed, "Kan logge inn", {"ja"});
        ui.check_row("r2", ui::CheckState::failed, "Kan lese prosjekter",
                     {"nei", "Gi brukeren tilgang til Prosjekt i 24SevenOffice."});
        ui.check_row("r3", ui::CheckState::doubtful, "Kan lese kunder",
                     {"usikkert", "Ingen kunder kom tilbake."});
        ui.check_row("r4", ui::CheckState::untested, "Kan lese personer", {"ikke prøvd"});
        ui.check_row("r5", ui::CheckState::running, "Kan lese arbeidstyper", {"prøver"});
    }
    {
        auto card = ui.card("facts.card");
        {
            auto flow = ui.flow("facts.head");
            ui.heading("facts.title", ui::Level::h2, "Tilkobling");
            ui.badge("facts.badge", "Tilkoblet", ui::Tone::success);
            ui.push_to_end("facts.push");
            ui.button("facts.sync", "Synk nå", {.icon = ui::Icon::sync});
        }
        {
            auto facts = ui.facts("facts", "Tilkobling");
            ui.fact("f1", "Klient", "Fjordlys Regnskap AS");
            ui.fact("f2", "API-bruker", "busy-integrasjon@fjordlys.no");
            ui.fact("f3", "Neste kjøring", "i dag 14:00", ui::Tone::success);
        }
        if (auto more = ui.disclosure("more", "Les mer om hva som speiles")) {
            ui.paragraph("more.text",
                         "Prosjekter, kunder, arbeidstyper og personer hentes hver time. Ingenting "
                         "slettes i 24SevenOffice.");
            ui.link("more.link", "Hele artikkelen", "/hjelp/speiling",
                    {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_right});
        }
    }
    {
        auto card = ui.card("table.card");
        ui.heading("table.title", ui::Level::h2, "Siste kjøring");
        keep("search", ui.search_field("search", "Søk i prosjekter", values["search"]));
        auto table = ui.table(
            "table", "Prosjekter",
            {.columns = {{"Prosjekt", 2}, {"Kunde", 1.5f}, {"Status", 1}, {"Timer", 0.7f, true}},
             .row_count = 3});
        const char* rows[][3] = {{"1042 Nytt tak på låven", "Åsgård Maskin AS", "7,5"},
                                 {"1043 Årsoppgjør & skatt 2026", "Fjordlys Regnskap AS", "1 204"},
                                 {"1044 Łódź-kontoret, oppussing", "Nordavind Bygg AS", "0"}};
        int index = 0;
        for (const auto& cells : rows) {
            auto row = ui.row("row" + std::to_string(index), {.index = index, .href = "/prosjekt"});
            ui.cell(cells[0]);
            ui.cell(cells[1]);
            ui.cell("Opprettet", {.icon = ui::Icon::success, .tone = ui::Tone::success});
            ui.cell(cells[2]);
            ++index;
        }
    }
    auto card = ui.card("empty.card");
    ui.empty_state("empty", ui::Icon::inbox, "Ingen prosjekter ennå",
                   "Når første speiling er ferdig, står prosjektene her. 日本");
}

void draw_long(ui::Ui& ui) {
    ui.heading("title", ui::Level::h1, "Lang tabell");
    constexpr int count = 4000;
    auto table = ui.table("long", "Tall",
                          {.columns = {{"Navn", 2}, {"Kvadrat", 1, true}}, .row_count = count});
    const auto range = ui.visible_rows("long", count);
    for (int i = range.begin; i < range.end; ++i) {
        auto row = ui.row("n" + std::to_string(i), {.index = i});
        ui.cell("Nummer " + std::to_string(i));
        ui.cell(std::to_string(i * i));
    }
}

}  // namespace

Effects update(Model& model, Event event) {
    (void)model;
    if (auto* started = std::get_if<Started>(&event)) current_path = started->path;
    if (auto* routed = std::get_if<Routed>(&event)) {
        current_path = routed->path;
        return {Focus{"title"}};
    }
    return {SetTitle{"Galleri"}, SetAppearance{appearance, Rendering::canvas}};
}

std::vector<Event> view(ui::Ui& ui, const Model& model) {
    (void)model;
    ui.skip_link("Hopp til innholdet");
    const auto is_at = [](std::string_view path) { return current_path.rfind(path, 0) == 0; };
    if (is_at("/innstillinger") || is_at("/lang")) {
        auto shell = ui.shell("shell");
        {
            auto side = ui.side_panel("side", "Meny");
            ui.brand("brand", "Busy", "/");
            if (auto nav = ui.navigation("nav", "Hovedmeny")) {
                ui.nav_link("nav.home", ui::Icon::home, "Oversikt", "/lang", is_at("/lang"));
                ui.nav_link("nav.projects", ui::Icon::project, "Prosjekter", "/oppsett", false);
                ui.nav_link("nav.people", ui::Icon::people, "Brukere", "/", false);
                ui.nav_link("nav.settings", ui::Icon::settings, "Innstillinger", "/innstillinger",
                            is_at("/innstillinger"));
            }
            ui.paragraph("side.user", "Kari Nordmann",
                         {.size = ui::TextSize::small, .tone = ui::Tone::muted});
            ui.button("side.out", "Logg ut",
                      {.look = ui::ButtonLook::quiet, .icon = ui::Icon::log_out});
        }
        {
            auto main = ui.main("main", ui::MainWidth::wide);
            is_at("/lang") ? draw_long(ui) : draw_states(ui);
        }
        draw_footer(ui);
        return {};
    }
    draw_header(ui);
    {
        auto main = ui.main("main");
        is_at("/oppsett") ? draw_options(ui) : draw_sign_in(ui);
    }
    draw_footer(ui);
    const auto wanted = values["theme"];
    const auto before = appearance;
    appearance = wanted == "dark"    ? Appearance::dark
                 : wanted == "light" ? Appearance::light
                                     : Appearance::system;
    if (before != appearance || std::exchange(has_changed, false)) return {RetryPressed{}};
    return {};
}

}  // namespace busy24::app
