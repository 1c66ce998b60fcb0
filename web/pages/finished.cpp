// Page 5: follows the first mirror, stops it and lets it go on.
#include "web/pages/finished.hpp"

#include "web/pages/run.hpp"

namespace busy24::pages::finished {

namespace {

app::Effects follow(Model& model) {
    if (!model.run || !is_running(*model.run)) return {};
    return {app::After{poll_delay_ms, {app::TimerKind::poll, ++model.timer}}};
}

app::Effects on_run(Model& model, std::optional<api::Run> run, api::Failure failure) {
    model.action = Model::Action::none;
    if (!run) {
        model.has_no_run = failure.code == ErrorCode::not_found;
        if (!model.has_no_run) model.failure = std::move(failure);
        return {};
    }
    const bool was_running = model.run && is_running(*model.run);
    model.run = std::move(*run);
    model.has_no_run = false;
    model.failure.reset();
    auto effects = follow(model);
    // What the run has brought is counted anew when it is over.
    if (was_running && effects.empty()) effects.push_back(app::send(api::GetConnection{}));
    return effects;
}

app::Effects load(Model& model) {
    ++model.timer;
    model.failure.reset();
    return {app::send(api::GetRun{}), app::send(api::GetConnection{})};
}

app::Effects on(Model& model, app::Visitor&, CancelPressed) {
    if (!model.run || !is_running(*model.run) || model.action != Model::Action::none) return {};
    model.action = Model::Action::cancelling;
    ++model.timer;
    return {app::send(api::CancelRun{.id = model.run->id})};
}

app::Effects on(Model& model, app::Visitor&, ResumePressed) {
    if (!model.run || !can_resume(*model.run) || model.action != Model::Action::none) return {};
    model.action = Model::Action::resuming;
    ++model.timer;
    return {app::send(api::ResumeRun{.id = model.run->id})};
}

app::Effects on(Model& model, app::Visitor&, ReloadPressed) { return load(model); }

app::Effects on(Model&, app::Visitor&, SettingsPressed) {
    return {app::Navigate{app::path_of(app::Page::settings)}};
}

app::Effects on(Model& model, app::Visitor&, app::TimeUp event) {
    if (event.timer != app::Timer{app::TimerKind::poll, model.timer} || !model.run) return {};
    return {app::send(api::GetRun{.id = model.run->id})};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::GetRun> answer) {
    // An answer that left before the button was pressed would undo what the button said.
    if (model.action != Model::Action::none) return {};
    return on_run(model, std::move(answer.reply), std::move(answer.failure));
}

// A conflict means that the run was over by then: its real state is asked for.
app::Effects on_action(Model& model, std::optional<api::Run> run, api::Failure failure) {
    const bool is_over = !run && failure.code == ErrorCode::conflict;
    if (!is_over) {
        auto effects = on_run(model, std::move(run), std::move(failure));
        if (effects.empty()) effects = follow(model);
        return effects;
    }
    model.action = Model::Action::none;
    return load(model);
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::CancelRun> answer) {
    return on_action(model, std::move(answer.reply), std::move(answer.failure));
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::ResumeRun> answer) {
    return on_action(model, std::move(answer.reply), std::move(answer.failure));
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::GetConnection> answer) {
    if (answer.ok())
        model.connection = std::move(answer.reply);
    else
        model.failure = std::move(answer.failure);
    return {};
}

}  // namespace

app::Effects enter(Model& model, app::Visitor&, const app::Route&) {
    model.action = Model::Action::none;
    return load(model);
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::finished
