// Draws first-time setup: the board of who is ready, and the order of the parts.
#include "web/pages/failure.hpp"
#include "web/pages/help_link.hpp"
#include "web/pages/people_text.hpp"
#include "web/pages/setup_parts.hpp"
#include "web/pages/setup_text.hpp"

namespace busy24::pages::setup {

namespace {

using text::Setup;

void draw_rows(const Drawing& d, const std::vector<const api::ReadyRow*>& shown) {
    const auto& t = d.t;
    const auto count = static_cast<int>(shown.size());
    auto table = d.ui.table("setup.board", t(Setup::ready_title),
                            {.columns = {{.label = t(Setup::employee), .weight = 3},
                                         {.label = t(text::People::state), .weight = 2},
                                         {.label = t(Setup::contact), .weight = 2},
                                         {.label = t(text::People::last_login), .weight = 2}},
                             .row_count = count});
    const auto visible = d.ui.visible_rows("setup.board", count);
    for (int i = visible.begin; i < visible.end; ++i) {
        const auto& who = *shown[static_cast<std::size_t>(i)];
        const bool is_unmatched = who.state == api::Readiness::unmatched;
        auto row = d.ui.row("setup.person." + who.id,
                            {.index = i, .href = app::path_of(app::ColleagueAddress{who.id})});
        d.ui.cell(who.name);
        d.ui.cell(t(name_of(who.state)), {.tone = tone_of(who.state)});
        d.ui.cell(t(name_of(who)), {.tone = is_unmatched  ? ui::Tone::warning
                                            : who.is_user ? ui::Tone::neutral
                                                          : ui::Tone::muted});
        d.ui.cell(who.last_login_at_ms > 0 ? t.ago(who.last_login_at_ms, d.visitor.now_ms)
                                           : t(text::People::never),
                  {.tone = ui::Tone::muted});
    }
}

void draw_filters(const Drawing& d, std::int64_t all, std::int64_t missing) {
    const auto& t = d.t;
    const auto chosen =
        d.ui.segments("setup.filter", t(Setup::show),
                      {{.value = "all", .label = t.counted(Setup::show_all, all)},
                       {.value = "missing", .label = t.counted(Setup::show_missing, missing)}},
                      d.model.address.is_missing_only ? "missing" : "all");
    if (chosen) d.events.push_back(FilterChosen{*chosen == "missing"});
    if (auto typed = d.ui.search_field("setup.search", t(text::People::search), d.model.search))
        d.events.push_back(SearchTyped{std::move(*typed)});
}

void draw_reminder(const Drawing& d, std::int64_t count) {
    const auto& t = d.t;
    if (count > 0 &&
        d.ui.button(
            "setup.remind",
            d.model.is_reminding ? t(Setup::reminding) : t.counted(Setup::remind_all, count),
            {.activity = d.model.is_reminding ? ui::Activity::busy : ui::Activity::idle}))
        d.events.push_back(RemindPressed{});
    draw_failure(d.ui, "setup.remind_failure", d.visitor, d.model.remind_failure);
    if (d.model.reminded) draw_reminded(d.ui, t, *d.model.reminded);
}

}  // namespace

void draw_board(const Drawing& d) {
    const auto& t = d.t;
    std::int64_t missing = 0;
    std::int64_t to_remind = 0;
    std::vector<const api::ReadyRow*> shown;
    for (const auto& row : d.model.ready->people) {
        missing += is_missing(row) ? 1 : 0;
        to_remind += row.is_user ? 0 : 1;
        if ((!d.model.address.is_missing_only || is_missing(row)) &&
            matches(d.model.search, row.name, row.email))
            shown.push_back(&row);
    }
    const auto all = static_cast<std::int64_t>(d.model.ready->people.size());
    auto card = d.ui.card("setup.ready", "setup.ready_title");
    auto stack = d.ui.stack("setup.ready_stack", 16);
    d.ui.heading("setup.ready_title", ui::Level::h2, t(Setup::ready_title));
    d.ui.paragraph("setup.ready_count",
                   t(Setup::ready_count, {t.number(all - missing), t.number(all)}));
    draw_help_link(d.ui, t, "setup.more", text::Help::about_first_setup, "forstegangsoppsett");
    draw_reminder(d, to_remind);
    draw_filters(d, all, missing);
    if (!shown.empty()) return draw_rows(d, shown);
    if (d.model.search.empty())
        d.ui.empty_state("setup.nobody", ui::Icon::check, t(Setup::none_missing),
                         t(Setup::none_missing_text));
    else
        d.ui.empty_state("setup.nobody", ui::Icon::search, t(text::People::none_found),
                         t(text::People::none_found_text));
}

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    ui.link("setup.back", t(text::Mirror::back_to_settings), app::path_of(app::Page::settings),
            {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    ui.heading("heading", ui::Level::h1, t(Setup::title));
    ui.paragraph("setup.lead", t(Setup::lead), {.tone = ui::Tone::muted});
    if (draw_failure(ui, "setup.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (!model.ready || !model.setup) {
        if (!model.failure) ui.spinner("setup.loading", t(text::Shell::loading));
        return events;
    }
    const Drawing d{ui, t, model, visitor, events};
    draw_board(d);
    draw_roles(d);
    draw_plan(d);
    return events;
}

}  // namespace busy24::pages::setup
