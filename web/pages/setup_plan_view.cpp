// Draws first-time setup's role table, its plan, and what was carried out.
#include <algorithm>

#include "web/pages/failure.hpp"
#include "web/pages/members.hpp"
#include "web/pages/setup_parts.hpp"

namespace busy24::pages::setup {

namespace {

using api::ProjectRole;
using api::SetupState;
using text::Setup;

std::vector<ui::Option> role_options(const text::Texts& t) {
    std::vector<ui::Option> options;
    for (const auto role : {ProjectRole::manager, ProjectRole::participant, ProjectRole::none})
        options.push_back({std::string(word_of(role)), t(members::name_of(role))});
    return options;
}

void draw_role(const Drawing& d, const std::optional<std::string>& key, const std::string& name,
               const std::string& use, ProjectRole role) {
    const auto id = "setup.role." + key.value_or("others");
    auto item = d.ui.list_item(id);
    auto line = d.ui.flow(id + ".line", 12);
    {
        auto words = d.ui.stack(id + ".words", 2);
        d.ui.paragraph(id + ".name", name);
        if (!use.empty())
            d.ui.paragraph(id + ".use", use,
                           {.size = ui::TextSize::small, .tone = ui::Tone::muted});
    }
    d.ui.push_to_end(id + ".space");
    const auto chosen =
        d.ui.select(id + ".select", d.t(Setup::role_in_busy, {name}), role_options(d.t),
                    word_of(role), {.look = ui::SelectOptions::Look::compact});
    if (chosen)
        if (const auto wanted = value_of<ProjectRole>(*chosen))
            d.events.push_back(RoleChosen{key, *wanted});
}

std::string step_text(const text::Texts& t, const api::SetupStep& step) {
    if (step.after == ProjectRole::none) return t(Setup::step_removed, {step.name});
    const auto words = step.before == ProjectRole::none ? Setup::step_added : Setup::step_changed;
    return t(words, {step.name, t(members::name_of(step.after))});
}

std::string steps_text(const text::Texts& t, const api::PreviewRow& row) {
    std::string text;
    for (const auto& step : row.steps) text += (text.empty() ? "" : ", ") + step_text(t, step);
    const auto more = row.counts.total() - static_cast<std::int64_t>(row.steps.size());
    return more > 0 ? text + " " + t.counted(Setup::and_more, more) : text;
}

void draw_rows(const Drawing& d) {
    const auto& t = d.t;
    const auto& preview = *d.model.preview;
    const bool is_by_project = d.model.address.by == api::PreviewBy::project;
    const auto count = static_cast<int>(preview.rows.size());
    auto table =
        d.ui.table("setup.preview", t(Setup::preview_title),
                   {.columns = {{.label = t(is_by_project ? Setup::by_project : Setup::by_person),
                                 .weight = 2},
                                {.label = t(Setup::what), .weight = 4}},
                    .row_count = count});
    for (int i = 0; i < count; ++i) {
        const auto& line = preview.rows[static_cast<std::size_t>(i)];
        auto row = d.ui.row(
            "setup.preview." + line.id,
            {.index = i,
             .href = is_by_project ? app::path_of(app::RecordAddress{Entity::project, line.id})
                                   : app::path_of(app::ColleagueAddress{line.id})});
        d.ui.cell(line.name);
        d.ui.cell(steps_text(t, line));
    }
}

void draw_paging(const Drawing& d) {
    const auto& t = d.t;
    const auto offset = d.model.address.offset;
    const auto total = d.model.preview->total;
    const auto end = offset + static_cast<std::int64_t>(d.model.preview->rows.size());
    if (total <= page_size) return;
    d.ui.status("setup.shown",
                t(text::Mirror::shown, {t.number(offset + 1), t.number(end), t.number(total)}));
    const auto path_at = [&](std::int64_t at) {
        auto address = d.model.address;
        address.offset = std::max<std::int64_t>(at, 0);
        return app::path_of(address);
    };
    auto line = d.ui.flow("setup.paging", 24);
    if (offset > 0)
        d.ui.link("setup.previous", t(text::Mirror::previous), path_at(offset - page_size),
                  {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    if (end < total)
        d.ui.link("setup.next", t(text::Mirror::next), path_at(offset + page_size),
                  {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_right});
}

void draw_counts(const Drawing& d) {
    const auto& t = d.t;
    const auto& setup = *d.model.setup;
    auto facts = d.ui.facts("setup.counts", t(Setup::preview_title));
    d.ui.fact("setup.added", t(Setup::added), t.number(setup.plan.added));
    d.ui.fact("setup.changed", t(Setup::changed), t.number(setup.plan.changed));
    d.ui.fact("setup.removed", t(Setup::removed), t.number(setup.plan.removed));
    if (setup.kept > 0) d.ui.fact("setup.kept", t(Setup::kept), t.number(setup.kept));
}

void draw_notes(const Drawing& d) {
    const auto& t = d.t;
    const auto& setup = *d.model.setup;
    if (setup.projects_fetched < setup.projects)
        d.ui.banner(
            "setup.not_fetched",
            t(Setup::not_fetched, {t.number(setup.projects_fetched), t.number(setup.projects)}),
            {.tone = ui::Tone::info});
    if (setup.strangers > 0)
        d.ui.paragraph("setup.strangers", t.counted(Setup::not_employees, setup.strangers),
                       {.size = ui::TextSize::small, .tone = ui::Tone::muted});
}

void draw_preview(const Drawing& d) {
    const auto& t = d.t;
    const auto total = d.model.setup->plan.total();
    if (total == 0) return d.ui.paragraph("setup.nothing", t(Setup::nothing));
    draw_counts(d);
    if (d.ui.button("setup.apply", t.counted(Setup::apply, total),
                    {.look = ui::ButtonLook::primary,
                     .activity = d.model.is_starting ? ui::Activity::busy : ui::Activity::idle}))
        d.events.push_back(ApplyPressed{});
    const auto chosen = d.ui.segments("setup.by", t(Setup::by),
                                      {{.value = "project", .label = t(Setup::by_project)},
                                       {.value = "person", .label = t(Setup::by_person)}},
                                      word_of(d.model.address.by));
    if (chosen)
        if (const auto by = value_of<api::PreviewBy>(*chosen)) d.events.push_back(ByChosen{*by});
    if (!d.model.preview) return d.ui.spinner("setup.preview_loading", t(text::Shell::loading));
    draw_rows(d);
    draw_paging(d);
}

void draw_run(const Drawing& d, const api::SetupRun& run, bool can_undo) {
    const auto& t = d.t;
    const auto key = "setup.run." + run.id;
    auto item = d.ui.list_item(key);
    auto stack = d.ui.stack(key + ".stack", 4);
    d.ui.paragraph(key + ".text", t(Setup::run_text,
                                    {run.started_by, t.number(run.counts.added),
                                     t.number(run.counts.changed), t.number(run.counts.removed)}));
    if (run.state == SetupState::undone)
        d.ui.paragraph(key + ".undone",
                       t(Setup::run_undone, {t.number(run.restored), t.number(run.left_alone)}));
    d.ui.paragraph(key + ".when", t.date_and_time(run.started_at_ms),
                   {.size = ui::TextSize::small, .tone = ui::Tone::muted});
    if (can_undo) {
        d.ui.paragraph(key + ".undo_text", t(Setup::undo_text),
                       {.size = ui::TextSize::small, .tone = ui::Tone::muted});
        if (d.ui.button(
                key + ".undo", t(Setup::undo),
                {.activity = d.model.is_starting ? ui::Activity::busy : ui::Activity::idle}))
            d.events.push_back(UndoPressed{run.id});
    }
    d.ui.separator(key + ".end");
}

// Only what was done last can be undone: then what was done before it is the last.
void draw_runs(const Drawing& d) {
    const auto& runs = d.model.setup->runs;
    if (runs.empty()) return;
    auto card = d.ui.card("setup.runs", "setup.runs_title");
    auto stack = d.ui.stack("setup.runs_stack", 16);
    d.ui.heading("setup.runs_title", ui::Level::h2, d.t(Setup::history_title));
    auto list = d.ui.list("setup.runs_list", d.t(Setup::history_title));
    const auto last = std::find_if(runs.begin(), runs.end(), [](const api::SetupRun& run) {
        return run.state == SetupState::applied;
    });
    for (const auto& run : runs)
        if (&run != d.model.under_way())
            draw_run(d, run, !d.model.under_way() && last != runs.end() && last->id == run.id);
}

}  // namespace

void draw_roles(const Drawing& d) {
    const auto& t = d.t;
    const auto& setup = *d.model.setup;
    auto card = d.ui.card("setup.roles", "setup.roles_title");
    auto stack = d.ui.stack("setup.roles_stack", 16);
    d.ui.heading("setup.roles_title", ui::Level::h2, t(Setup::roles_title));
    d.ui.paragraph("setup.roles_lead", t(Setup::roles_lead), {.tone = ui::Tone::muted});
    {
        auto list = d.ui.list("setup.roles_list", t(Setup::roles_title));
        for (const auto& row : setup.roles)
            draw_role(d, row.key, row.name.empty() ? t(Setup::no_role) : row.name,
                      t(Setup::role_use, {t.number(row.people), t.number(row.projects)}), row.role);
        draw_role(d, std::nullopt, t(Setup::default_role), {}, setup.default_role);
    }
    d.ui.status("setup.roles_saved", d.model.is_saved ? t(Setup::roles_saved) : std::string());
}

void draw_plan(const Drawing& d) {
    const auto& t = d.t;
    {
        auto card = d.ui.card("setup.plan", "setup.plan_title");
        auto stack = d.ui.stack("setup.plan_stack", 16);
        d.ui.heading("setup.plan_title", ui::Level::h2, t(Setup::preview_title));
        draw_failure(d.ui, "setup.action_failure", d.visitor, d.model.action_failure);
        if (const auto* run = d.model.under_way()) {
            d.ui.progress(
                "setup.progress",
                t(run->state == SetupState::undoing ? Setup::undoing : Setup::applying),
                {.done = static_cast<double>(run->done), .total = static_cast<double>(run->total)});
        } else {
            draw_notes(d);
            draw_preview(d);
        }
    }
    draw_runs(d);
}

}  // namespace busy24::pages::setup
