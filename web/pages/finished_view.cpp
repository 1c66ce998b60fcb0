// Draws page 5.
#include "web/pages/failure.hpp"
#include "web/pages/finished.hpp"
#include "web/pages/help_link.hpp"
#include "web/pages/run.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::finished {

namespace {

using text::Mirror;
using text::Settings;

ui::Tone tone_of(api::RunState state) {
    if (state == api::RunState::succeeded) return ui::Tone::success;
    if (state == api::RunState::failed) return ui::Tone::error;
    return state == api::RunState::cancelled ? ui::Tone::warning : ui::Tone::info;
}

void draw_running(ui::Ui& ui, const Model& model, const app::Visitor& visitor,
                  std::vector<Event>& events) {
    const text::Texts t(visitor.language);
    draw_progress(ui, t, *model.run);
    if (model.run->failure) {
        const auto words = explain(t, *model.run->failure, visitor.now_ms);
        ui.banner("finished.waiting", words.what + ". " + words.advice,
                  {.tone = ui::Tone::warning,
                   .title = t(Mirror::waiting_title),
                   .announcement = ui::Announcement::polite});
    }
    ui.paragraph("finished.may_close", t(Mirror::may_close), {.tone = ui::Tone::muted});
    const bool is_busy = model.action == Model::Action::cancelling;
    if (ui.button("finished.cancel", t(is_busy ? Mirror::cancelling : Mirror::cancel),
                  {.activity = is_busy ? ui::Activity::busy : ui::Activity::idle}))
        events.push_back(CancelPressed{});
}

void draw_ended(ui::Ui& ui, const Model& model, const app::Visitor& visitor,
                std::vector<Event>& events) {
    const text::Texts t(visitor.language);
    const auto& run = *model.run;
    if (run.state == api::RunState::failed)
        draw_failure(ui, "finished.run_failure", visitor, run.failure.value_or(api::Failure{}));
    if (can_resume(run)) ui.paragraph("finished.kept", t(Mirror::cancelled_text));
    draw_counts(ui, t, run);
    const bool is_busy = model.action == Model::Action::resuming;
    if (can_resume(run) &&
        ui.button("finished.resume", t(is_busy ? Mirror::resuming : Mirror::resume),
                  {.look = ui::ButtonLook::primary,
                   .icon = ui::Icon::sync,
                   .activity = is_busy ? ui::Activity::busy : ui::Activity::idle}))
        events.push_back(ResumePressed{});
}

void draw_run(ui::Ui& ui, const Model& model, const app::Visitor& visitor,
              std::vector<Event>& events) {
    const text::Texts t(visitor.language);
    auto card = ui.card("finished.run", "finished.run_title");
    auto stack = ui.stack("finished.run_stack", 16);
    {
        auto line = ui.flow("finished.run_head");
        ui.heading("finished.run_title", ui::Level::h2, t(Settings::first_mirror));
        if (model.run)
            ui.badge("finished.run_state", t(state_text(model.run->state)),
                     tone_of(model.run->state));
    }
    if (model.has_no_run) return ui.paragraph("finished.no_run", t(Mirror::no_run));
    if (!model.run) {
        if (!model.failure) ui.spinner("finished.loading", t(text::Shell::loading));
    } else if (is_running(*model.run)) {
        draw_running(ui, model, visitor, events);
    } else {
        draw_ended(ui, model, visitor, events);
    }
    if (draw_failure(ui, "finished.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
}

struct Article {
    text::Help words;
    std::string_view name;
};

struct NextStep {
    std::string key;
    ui::Icon icon;
    Settings title;
    Settings text;
    std::string state;
    std::string badge;  // empty when the step is to be had, at `link`
    ui::Tone tone;
    std::string link_label = {};
    std::string link = {};
    std::optional<Article> article = {};
};

void draw_step(ui::Ui& ui, const text::Texts& t, const NextStep& step) {
    auto item = ui.list_item(step.key);
    auto card = ui.card(step.key + ".card");
    auto stack = ui.stack(step.key + ".stack", 8);
    {
        auto head = ui.flow(step.key + ".head", 8);
        ui.heading(step.key + ".title", ui::Level::h2, t(step.title));
        if (!step.badge.empty()) ui.badge(step.key + ".badge", step.badge, step.tone);
    }
    ui.paragraph(step.key + ".text", t(step.text));
    if (!step.state.empty())
        ui.paragraph(step.key + ".state", step.state, {.tone = ui::Tone::muted});
    if (!step.link.empty())
        ui.link(step.key + ".link", step.link_label, step.link,
                {.place = ui::LinkOptions::Place::block, .icon = step.icon});
    if (step.article)
        draw_help_link(ui, t, step.key + ".more", step.article->words, step.article->name);
}

const api::EntityCount* count_in(const Model& model, Entity entity) {
    if (model.connection)
        for (const auto& count : model.connection->counts)
            if (count.entity == entity) return &count;
    return nullptr;
}

// What comes after connecting, each with how far it really is.
void draw_next_steps(ui::Ui& ui, const text::Texts& t, const Model& model) {
    const bool is_mirrored = model.run && model.run->state == api::RunState::succeeded;
    const auto* persons = count_in(model, Entity::person);
    const auto* projects = count_in(model, Entity::project);
    const auto* work_types = count_in(model, Entity::work_type);
    const auto active = [](const api::EntityCount* count) { return count ? count->active : 0; };
    NextStep invite{"next.invite",
                    ui::Icon::people,
                    Settings::step_invite,
                    Settings::step_invite_text,
                    {},
                    {},
                    ui::Tone::neutral,
                    t(text::People::add),
                    app::path_of(app::Page::add_user)};
    if (model.connection)
        invite.state = t(Settings::step_invite_state,
                         {t.number(model.connection->users), t.number(active(persons))});
    NextStep setup{"next.setup",
                   ui::Icon::settings,
                   Settings::step_setup,
                   Settings::step_setup_text,
                   t(Settings::step_setup_state),
                   is_mirrored ? std::string() : t(Settings::state_waiting),
                   ui::Tone::neutral,
                   t(text::Setup::open_setup),
                   app::path_of(app::Page::setup)};
    NextStep hours{"next.hours",
                   ui::Icon::clock,
                   Settings::step_hours,
                   Settings::step_hours_text,
                   {},
                   t(is_mirrored ? Settings::not_here_yet : Settings::state_waiting),
                   ui::Tone::neutral,
                   {},
                   {},
                   Article{text::Help::about_hours, "timer"}};
    if (model.connection)
        hours.state = t(Settings::step_hours_state,
                        {t.number(active(projects)), t.number(active(work_types))});
    auto list = ui.list("next", t(Settings::finished_title));
    for (const auto& step : {invite, setup, hours}) draw_step(ui, t, step);
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    ui.heading("heading", ui::Level::h1, t(Settings::finished_title));
    const auto& name = visitor.session.workspace_name;
    const bool is_done = model.run && model.run->state == api::RunState::succeeded;
    if (model.run)
        ui.paragraph("finished.lead",
                     t(is_done ? Settings::finished_lead_done : Settings::finished_lead, {name}),
                     {.tone = ui::Tone::muted});
    draw_run(ui, model, visitor, events);
    draw_next_steps(ui, t, model);
    if (ui.button("finished.to_settings", t(Settings::to_settings),
                  {.look = is_done ? ui::ButtonLook::primary : ui::ButtonLook::secondary,
                   .is_full_width = true}))
        events.push_back(SettingsPressed{});
    return events;
}

}  // namespace busy24::pages::finished
