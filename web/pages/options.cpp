// Page 4: keeps each choice a moment after it is made, and follows the plan that it leads to.
#include "web/pages/options.hpp"

#include <algorithm>

namespace busy24::pages::options {

namespace {

using app::TimerKind;

app::Effect after(Model& model, TimerKind kind, std::int64_t ms) {
    return app::After{ms, {kind, ++model.timer}};
}

app::Effects save(Model& model) {
    model.saving = Model::Saving::sending;
    model.failure.reset();
    return {app::send(api::SaveOptions{.options = model.edited})};
}

app::Effects start_preview(Model& model) {
    model.preview_failure.reset();
    model.preview.state = api::PreviewState::reading;
    model.preview.records_read = 0;
    return {app::send(api::StartPreview{})};
}

// A choice was made: what the plan says is about the old ones from now on.
app::Effects changed(Model& model) {
    model.saving = Model::Saving::waiting;
    model.failure.reset();
    model.preview.state = api::PreviewState::reading;
    return {after(model, TimerKind::save, save_delay_ms)};
}

app::Effects on_preview(Model& model, std::optional<api::Preview> preview, api::Failure failure) {
    // The plan of choices that are no longer the person's must not come back on the screen.
    if (model.saving != Model::Saving::saved) return {};
    if (!preview) {
        model.preview.state = api::PreviewState::failed;
        model.preview_failure = std::move(failure);
        return {};
    }
    model.preview = std::move(*preview);
    model.preview_failure = model.preview.failure;
    if (model.preview.state != api::PreviewState::reading) return {};
    return {after(model, TimerKind::poll, poll_delay_ms)};
}

app::Effects on(Model& model, app::Visitor&, TenantChosen event) {
    if (model.is_connecting || model.edited.tenant_id == event.tenant_id) return {};
    model.edited.tenant_id = event.tenant_id;
    return changed(model);
}

app::Effects on(Model& model, app::Visitor&, Switched event) {
    if (model.is_connecting) return {};
    switch (event.which) {
        case Switch::projects:
            model.edited.projects = event.is_on;
            break;
        case Switch::work_types:
            model.edited.work_types = event.is_on;
            break;
        case Switch::customers:
            model.edited.customers = event.is_on;
            break;
        case Switch::sso:
            model.edited.sso = event.is_on;
            break;
    }
    return changed(model);
}

app::Effects on(Model& model, app::Visitor&, Decided event) {
    if (model.is_connecting || model.preview.state != api::PreviewState::ready) return {};
    auto& questions = model.preview.questions;
    const auto question =
        std::find_if(questions.begin(), questions.end(),
                     [&](const api::MatchQuestion& q) { return q.id == event.question_id; });
    if (question == questions.end()) return {};
    question->decision = event.decision;  // the answer confirms it
    model.failure.reset();
    return {app::send(api::Decide{.question_id = event.question_id, .decision = event.decision})};
}

app::Effects on(Model& model, app::Visitor&, PreviewRetried) { return start_preview(model); }

app::Effects on(Model& model, app::Visitor&, SaveRetried) {
    return model.saving == Model::Saving::failed ? save(model) : app::Effects();
}

app::Effects on(Model& model, app::Visitor& visitor, ConnectPressed) {
    if (model.is_connecting || obstacle(model) != Obstacle::none) return {};
    model.is_connecting = true;
    model.failure.reset();
    return {app::send(api::Connect{.language = visitor.language})};
}

app::Effects on(Model& model, app::Visitor&, app::TimeUp event) {
    if (event.timer.number != model.timer) return {};
    if (event.timer.kind == TimerKind::save) return save(model);
    if (event.timer.kind == TimerKind::poll) return {app::send(api::GetPreview{})};
    return {};
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::SaveOptions> answer) {
    // A newer choice waits already; its own saving brings the answer that counts.
    if (model.saving != Model::Saving::sending) return {};
    if (!answer.ok()) {
        model.saving = Model::Saving::failed;
        model.failure = std::move(answer.failure);
        return {};
    }
    visitor.onboarding = std::move(*answer.reply);
    model.edited = visitor.onboarding.options;
    model.saving = Model::Saving::saved;
    // An API user without the rights in the new client leads back to page 3.
    if (!visitor.onboarding.api_user.is_working) return {};
    return start_preview(model);
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::StartPreview> answer) {
    return on_preview(model, std::move(answer.reply), std::move(answer.failure));
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::GetPreview> answer) {
    return on_preview(model, std::move(answer.reply), std::move(answer.failure));
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::Decide> answer) {
    if (answer.ok()) return on_preview(model, std::move(answer.reply), {});
    // What was decided is not kept there; ask for what is.
    model.failure = std::move(answer.failure);
    return {app::send(api::GetPreview{})};
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::Connect> answer) {
    if (!answer.ok()) {
        model.is_connecting = false;
        model.failure = std::move(answer.failure);
        return {};
    }
    visitor.onboarding.step = api::Step::finished;
    // The session has become a signed-in one; the answer to this leads on to the last page.
    return {app::send(api::GetSession{})};
}

}  // namespace

std::int64_t undecided_count(const Model& model) {
    const auto& questions = model.preview.questions;
    return std::count_if(questions.begin(), questions.end(), [](const api::MatchQuestion& q) {
        return q.decision == api::Decision::undecided;
    });
}

const api::EntityPlan* plan_of(const Model& model, Entity entity) {
    for (const auto& plan : model.preview.plans)
        if (plan.entity == entity) return &plan;
    return nullptr;
}

Obstacle obstacle(const Model& model) {
    if (model.saving != Model::Saving::saved) return Obstacle::saving;
    if (model.preview.state == api::PreviewState::failed) return Obstacle::preview_failed;
    if (model.preview.state != api::PreviewState::ready) return Obstacle::preview;
    return undecided_count(model) > 0 ? Obstacle::questions : Obstacle::none;
}

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route&) {
    model = Model{.edited = visitor.onboarding.options, .timer = model.timer + 1};
    if (model.edited.tenant_id == 0)
        model.edited.tenant_id = visitor.onboarding.tenant_id.value_or(0);
    return start_preview(model);
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::options
