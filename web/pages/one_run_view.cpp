// Draws one run.
#include "web/pages/failure.hpp"
#include "web/pages/one_run.hpp"
#include "web/pages/run.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::one_run {

using text::Steering;

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    ui.link("run.back", t(Steering::history), app::path_of(app::Page::history),
            {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    const bool is_gone = model.failure && model.failure->code == ErrorCode::not_found;
    ui.heading("heading", ui::Level::h1,
               is_gone     ? t(Steering::run_gone)
               : model.run ? t(Steering::run_title, {t.date_and_time(model.run->started_at_ms)})
                           : t(Steering::history));
    if (is_gone) return events;
    if (draw_failure(ui, "run.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (!model.run) {
        if (!model.failure) ui.spinner("run.loading", t(text::Shell::loading));
        return events;
    }
    auto card = ui.card("run.card", "heading");
    auto stack = ui.stack("run.stack", 16);
    draw_run(ui, t, *model.run);
    draw_failure(ui, "run.reason", visitor, model.run->failure);
    return events;
}

}  // namespace busy24::pages::one_run
