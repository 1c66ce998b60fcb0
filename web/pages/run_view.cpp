// Draws the progress and the counts of a run.
#include <array>

#include "shared/time.hpp"
#include "web/app/route.hpp"
#include "web/pages/run.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages {

namespace {

constexpr std::array outcomes{Outcome::created, Outcome::changed, Outcome::unchanged,
                              Outcome::skipped, Outcome::failed};

std::string key_of(Entity entity) { return "run." + std::string(word_of(entity)); }

// «142 prosjekter opprettet», each a link to the records.
void draw_entity_counts(ui::Ui& ui, const text::Texts& t, const api::Run& run,
                        const api::EntityProgress& progress) {
    const auto key = key_of(progress.entity);
    auto item = ui.list_item(key + ".counts");
    auto line = ui.flow(key + ".line", 16);
    bool has_any = false;
    for (const auto outcome : outcomes) {
        const auto count = count_of(progress, outcome);
        if (count == 0) continue;
        has_any = true;
        const app::Route route{app::Page::records, {run.id, progress.entity, outcome, {}, 0}};
        ui.link(key + "." + std::string(word_of(outcome)),
                t(count_of(outcome), {t.counted(count_of(progress.entity), count)}),
                app::path_of(route));
    }
    if (!has_any)
        ui.paragraph(key + ".none",
                     t(name_of(progress.entity)) + ": " + t(text::Mirror::nothing_to_do),
                     {.tone = ui::Tone::muted});
}

std::string duration_text(const text::Texts& t, std::int64_t ms) {
    if (ms < minute_ms)
        return t.counted(text::Settings::took_seconds, (ms + second_ms - 1) / second_ms);
    return t.counted(text::Settings::took_minutes, (ms + minute_ms / 2) / minute_ms);
}

}  // namespace

void draw_progress(ui::Ui& ui, const text::Texts& t, const api::Run& run) {
    for (const auto& progress : run.entities) {
        const bool is_done = progress.total > 0 && progress.done >= progress.total;
        const auto detail =
            is_done ? t(text::Mirror::all_done, {t.number(progress.total)})
            : progress.total > 0
                ? t(text::Mirror::done_of, {t.number(progress.done), t.number(progress.total)})
                : std::string();
        ui.progress(key_of(progress.entity), t(name_of(progress.entity)),
                    {.done = static_cast<double>(progress.done),
                     .total = static_cast<double>(progress.total),
                     .detail = detail,
                     .tone = is_done ? ui::Tone::success : ui::Tone::accent});
    }
}

void draw_counts(ui::Ui& ui, const text::Texts& t, const api::Run& run) {
    auto list = ui.list("run.counts", t(text::Mirror::result_title));
    for (const auto& progress : run.entities) draw_entity_counts(ui, t, run, progress);
}

void draw_run(ui::Ui& ui, const text::Texts& t, const api::Run& run) {
    using text::Settings;
    {
        auto facts = ui.facts("run.facts");
        ui.fact("run.state", t(text::Mirror::status), t(state_text(run.state)));
        ui.fact("run.started", t(Settings::started_at), t.date_and_time(run.started_at_ms));
        ui.fact("run.by", t(Settings::started_by),
                run.started_by.empty() ? t(Settings::started_by_itself) : run.started_by);
        if (run.finished_at_ms)
            ui.fact("run.took", t(Settings::took),
                    duration_text(t, *run.finished_at_ms - run.started_at_ms));
    }
    if (is_running(run))
        draw_progress(ui, t, run);
    else
        draw_counts(ui, t, run);
}

}  // namespace busy24::pages
