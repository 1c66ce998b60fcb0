// Draws page 4: the choices, and the way to «Koble til konto».
#include <algorithm>
#include <array>

#include "web/app/route.hpp"
#include "web/pages/failure.hpp"
#include "web/pages/help_link.hpp"
#include "web/pages/options.hpp"
#include "web/pages/plan_text.hpp"
#include "web/pages/questions_view.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::options {

namespace {

using text::Plan;

// The clients that both logins reach: the person's own, who becomes administrator, and the API
// user's.
std::vector<api::Tenant> choosable(const app::Visitor& visitor) {
    const auto& own = visitor.onboarding.tenants;
    std::vector<api::Tenant> both;
    for (const auto& tenant : visitor.onboarding.api_user_tenants)
        if (std::any_of(own.begin(), own.end(),
                        [&](const api::Tenant& reached) { return reached.id == tenant.id; }))
            both.push_back(tenant);
    return both;
}

void draw_tenant(ui::Ui& ui, const text::Texts& t, const Model& model, const app::Visitor& visitor,
                 std::vector<Event>& events) {
    const auto choices = choosable(visitor);
    std::vector<ui::Option> tenants;
    tenants.reserve(choices.size());
    for (const auto& tenant : choices) tenants.push_back({std::to_string(tenant.id), tenant.name});
    const auto chosen =
        ui.select("options.tenant", t(Plan::tenant_name), tenants,
                  std::to_string(model.edited.tenant_id), {.help = t(Plan::tenant_name_help)});
    if (!chosen) return;
    for (const auto& tenant : choices)
        if (std::to_string(tenant.id) == *chosen) events.push_back(TenantChosen{tenant.id});
}

struct SwitchRow {
    Switch which;
    std::string key;
    Plan title;
    Plan help;
    Entity entity;  // whose part of the plan tells the consequence
    bool is_on;
};

// What a switch will do, as far as it is known yet.
std::string consequence(const text::Texts& t, const Model& model, const SwitchRow& row) {
    if (!row.is_on) return row.which == Switch::sso ? std::string() : t(Plan::off_consequence);
    if (model.saving != Model::Saving::saved || model.preview.state == api::PreviewState::reading)
        return t(Plan::working_out);
    const auto* plan = plan_of(model, row.entity);
    if (model.preview.state != api::PreviewState::ready || !plan) return {};
    return row.which == Switch::sso ? t.counted(Plan::sso_consequence, plan->fetched)
                                    : plan_text(t, *plan);
}

void draw_switches(ui::Ui& ui, const text::Texts& t, const Model& model,
                   std::vector<Event>& events) {
    const auto& edited = model.edited;
    const std::array rows{
        SwitchRow{Switch::projects, "options.projects", Plan::projects, Plan::projects_help,
                  Entity::project, edited.projects},
        SwitchRow{Switch::work_types, "options.work_types", Plan::work_types, Plan::work_types_help,
                  Entity::work_type, edited.work_types},
        SwitchRow{Switch::customers, "options.customers", Plan::customers, Plan::customers_help,
                  Entity::customer, edited.customers},
        SwitchRow{Switch::sso, "options.sso", Plan::sso, Plan::sso_help, Entity::person,
                  edited.sso},
    };
    const bool is_settled =
        model.saving == Model::Saving::saved && model.preview.state != api::PreviewState::reading;
    for (const auto& row : rows) {
        const auto is_on = ui.toggle(
            row.key, t(row.title), row.is_on,
            {.help = t(row.help),
             .consequence = consequence(t, model, row),
             .consequence_tone = row.is_on && is_settled ? ui::Tone::accent : ui::Tone::muted,
             .activity = row.is_on && !is_settled ? ui::Activity::busy : ui::Activity::idle});
        if (is_on) events.push_back(Switched{row.which, *is_on});
    }
}

void draw_choices(ui::Ui& ui, const text::Texts& t, const Model& model, const app::Visitor& visitor,
                  std::vector<Event>& events) {
    auto card = ui.card("options.card", "options.switches_title");
    auto stack = ui.stack("options.stack", 20);
    draw_tenant(ui, t, model, visitor, events);
    ui.heading("options.switches_title", ui::Level::h2, t(Plan::switches_title));
    draw_switches(ui, t, model, events);
    draw_help_link(ui, t, "options.more", text::Help::about_mirror, "speiling");
    if (model.saving == Model::Saving::failed &&
        draw_failure(ui, "options.save_failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(SaveRetried{});
}

// What the whole plan means beside the switches: people, and that nothing is written over there.
void draw_ready(ui::Ui& ui, const text::Texts& t, const Model& model) {
    if (const auto* persons = plan_of(model, Entity::person))
        ui.paragraph("options.persons", t.counted(Plan::persons_fetched, persons->fetched));
    std::int64_t written = 0;
    for (const auto& plan : model.preview.plans) written += plan.create_in_erp + plan.change_in_erp;
    if (written == 0)
        ui.banner("options.nothing_written", t(Plan::nothing_written), {.tone = ui::Tone::success});
}

void draw_preview(ui::Ui& ui, const Model& model, const app::Visitor& visitor,
                  std::vector<Event>& events) {
    const text::Texts t(visitor.language);
    auto card = ui.card("options.preview", "options.preview_title");
    auto stack = ui.stack("options.preview_stack", 12);
    ui.heading("options.preview_title", ui::Level::h2, t(Plan::preview_title));
    const bool is_saving =
        model.saving == Model::Saving::waiting || model.saving == Model::Saving::sending;
    if (is_saving) return ui.spinner("options.saving", t(Plan::saving));
    switch (model.preview.state) {
        case api::PreviewState::reading:
            return ui.progress(
                "options.reading", t(Plan::reading),
                {.detail = t.counted(Plan::reading_so_far, model.preview.records_read)});
        case api::PreviewState::ready:
            return draw_ready(ui, t, model);
        case api::PreviewState::failed:
            break;
        case api::PreviewState::none:
            return ui.paragraph("options.no_preview", t(Plan::lead));
    }
    ui.paragraph("options.preview_failed", t(Plan::preview_failed));
    if (draw_failure(ui, "options.preview_failure", visitor,
                     model.preview_failure.value_or(api::Failure{}), t(text::Shell::retry)))
        events.push_back(PreviewRetried{});
}

std::string obstacle_text(const text::Texts& t, const Model& model, Obstacle what) {
    switch (what) {
        case Obstacle::none:
            return {};
        case Obstacle::saving:
            return t(Plan::wait_saving);
        case Obstacle::preview:
            return t(Plan::wait_preview);
        case Obstacle::preview_failed:
            return t(Plan::wait_failed);
        case Obstacle::questions:
            return t.counted(Plan::wait_questions, undecided_count(model));
    }
    return {};
}

void draw_questions(ui::Ui& ui, const text::Texts& t, const Model& model,
                    std::vector<Event>& events) {
    const auto& questions = model.preview.questions;
    if (questions.empty() || model.preview.state != api::PreviewState::ready) return;
    auto card = ui.card("questions", "questions.title");
    auto stack = ui.stack("questions.stack", 16);
    ui.heading("questions.title", ui::Level::h2, t(Plan::questions_title));
    ui.paragraph("questions.lead", t(Plan::questions_lead));
    const auto left = undecided_count(model);
    ui.status("questions.left",
              left == 0 ? t(Plan::questions_done) : t.counted(Plan::questions_left, left));
    for (const auto& question : questions)
        if (const auto decision = draw_question(ui, t, question))
            events.push_back(Decided{question.id, *decision});
}

void draw_connect(ui::Ui& ui, const Model& model, const app::Visitor& visitor,
                  std::vector<Event>& events) {
    const text::Texts t(visitor.language);
    const auto what = obstacle(model);
    const auto reason = obstacle_text(t, model, what);
    auto stack = ui.stack("options.connect_stack", 12);
    if (model.saving != Model::Saving::failed)
        draw_failure(ui, "options.failure", visitor, model.failure);
    if (ui.button("options.connect", t(model.is_connecting ? Plan::connecting : Plan::connect),
                  {.look = ui::ButtonLook::primary,
                   .icon = ui::Icon::plug,
                   .availability = what == Obstacle::none ? ui::Availability::enabled
                                                          : ui::Availability::disabled,
                   .activity = model.is_connecting ? ui::Activity::busy : ui::Activity::idle,
                   .is_full_width = true}))
        events.push_back(ConnectPressed{});
    ui.status("options.connect_state", reason.empty() ? t(Plan::connect_lead) : reason);
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    ui.heading("heading", ui::Level::h1, t(Plan::title));
    ui.paragraph("options.lead", t(Plan::lead), {.tone = ui::Tone::muted});
    draw_choices(ui, t, model, visitor, events);
    draw_preview(ui, model, visitor, events);
    draw_questions(ui, t, model, events);
    draw_connect(ui, model, visitor, events);
    ui.link("options.back", t(text::Shell::back), app::path_of(app::Page::api_user),
            {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    return events;
}

}  // namespace busy24::pages::options
