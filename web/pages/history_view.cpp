// Draws the runs as a table, newest first.
#include <algorithm>

#include "web/pages/failure.hpp"
#include "web/pages/history.hpp"
#include "web/pages/mirror_text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::history {

namespace {

using text::Mirror;
using text::Steering;

void draw_table(ui::Ui& ui, const text::Texts& t, const Model& model) {
    const auto& runs = model.reply->runs;
    const auto count = static_cast<int>(runs.size());
    auto table = ui.table("history.table", t(Steering::history),
                          {.columns = {{.label = t(Steering::when), .weight = 2},
                                       {.label = t(text::Settings::started_by), .weight = 2},
                                       {.label = t(Steering::what), .weight = 4}},
                           .row_count = count});
    const auto visible = ui.visible_rows("history.table", count);
    for (int i = visible.begin; i < visible.end; ++i) {
        const auto& run = runs[static_cast<std::size_t>(i)];
        auto row = ui.row("history.row." + run.id,
                          {.index = i, .href = app::path_of(app::RunAddress{run.id})});
        ui.cell(t.date_and_time(run.started_at_ms));
        ui.cell(run.started_by.empty() ? t(text::Settings::started_by_itself) : run.started_by);
        const bool is_bad = run.state == api::RunState::failed;
        ui.cell(result_text(t, run), {.tone = is_bad ? ui::Tone::error : ui::Tone::neutral});
    }
}

void draw_paging(ui::Ui& ui, const text::Texts& t, const Model& model) {
    const auto offset = model.address.offset;
    const auto end = offset + static_cast<std::int64_t>(model.reply->runs.size());
    ui.status("history.shown", t(Mirror::shown, {t.number(offset + 1), t.number(end),
                                                 t.number(model.reply->total)}));
    const auto path_at = [&](std::int64_t at) {
        return app::path_of(
            app::HistoryAddress{model.address.filter, std::max<std::int64_t>(at, 0)});
    };
    auto line = ui.flow("history.paging", 24);
    if (offset > 0)
        ui.link("history.previous", t(Mirror::previous), path_at(offset - page_size),
                {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    if (end < model.reply->total)
        ui.link("history.next", t(Mirror::next), path_at(offset + page_size),
                {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_right});
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    ui.link("history.back", t(Mirror::back_to_settings), app::path_of(app::Page::settings),
            {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    ui.heading("heading", ui::Level::h1, t(Steering::history));
    const auto chosen =
        ui.segments("history.filter", t(Steering::history_show),
                    {{.value = "all", .label = t(Steering::history_all)},
                     {.value = "by_people", .label = t(Steering::history_people)},
                     {.value = "with_errors", .label = t(Steering::history_errors)},
                     {.value = "with_changes", .label = t(Steering::history_changes)}},
                    word_of(model.address.filter));
    if (chosen)
        if (const auto filter = value_of<api::RunFilter>(*chosen))
            events.push_back(FilterChosen{*filter});
    if (draw_failure(ui, "history.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (!model.reply) {
        if (!model.failure) ui.spinner("history.loading", t(text::Shell::loading));
        return events;
    }
    if (model.reply->runs.empty()) {
        ui.empty_state("history.none", ui::Icon::inbox, t(Steering::history_none),
                       t(Steering::history_none_text));
        return events;
    }
    draw_table(ui, t, model);
    draw_paging(ui, t, model);
    ui.link("history.download", t(Steering::problems_table),
            std::string(api::ExportRuns::endpoint.path),
            {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::external});
    return events;
}

}  // namespace busy24::pages::history
