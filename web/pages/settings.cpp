// Reads how the connection and its mirror are doing, keeps what is on the screen true, and hands on
// what a person decides.
#include "web/pages/settings.hpp"

#include <algorithm>

#include "shared/time.hpp"
#include "web/pages/run.hpp"

namespace busy24::pages::settings {

namespace {

using Action = Model::Action;

bool is_previewing(const Model& model) {
    return model.draft && (!model.preview || model.preview->state == api::PreviewState::reading);
}

// A running mirror and a preview in the making are asked about again; otherwise only the words for
// how long ago grow older.
app::Effects follow(Model& model) {
    const bool polls = is_mirroring(model) || is_previewing(model);
    const app::Timer timer{polls ? app::TimerKind::poll : app::TimerKind::tick, ++model.timer};
    return {app::After{polls ? poll_delay_ms : tick_ms, timer}};
}

app::Effects load() { return {app::send(api::GetConnection{}), app::send(api::GetMirror{})}; }

// One thing at a time: what is pressed while another one is on its way is not heard.
template <class Call>
app::Effects act(Model& model, Action action, const Call& call) {
    if (model.action != Action::none) return {};
    model.action = action;
    model.action_failure.reset();
    return {app::send(call)};
}

app::Effects on(Model& model, app::Visitor&, ReloadPressed) {
    model.failure.reset();
    return load();
}

app::Effects on(Model& model, app::Visitor&, SyncPressed event) {
    return act(model, Action::sync, api::SyncNow{event.is_full});
}

app::Effects on(Model& model, app::Visitor&, CancelPressed) {
    if (!model.mirror || !model.mirror->run) return {};
    return act(model, Action::cancel, api::CancelRun{model.mirror->run->id});
}

app::Effects on(Model& model, app::Visitor&, PauseLengthChosen event) {
    model.pause_length = event.length;
    return {};
}

app::Effects on(Model& model, app::Visitor&, PauseReasonTyped event) {
    model.pause_reason = std::move(event.text);
    return {};
}

std::int64_t length_ms(PauseLength length) {
    switch (length) {
        case PauseLength::hour:
            return hour_ms;
        case PauseLength::day:
            return day_ms;
        case PauseLength::week:
            return 7 * day_ms;
        case PauseLength::month:
            break;
    }
    // A little less than the most that the server takes, since its clock may be behind.
    return 30 * day_ms - hour_ms;
}

app::Effects on(Model& model, app::Visitor& visitor, PausePressed) {
    return act(
        model, Action::pause,
        api::PauseMirror{visitor.now_ms + length_ms(model.pause_length), model.pause_reason});
}

app::Effects on(Model& model, app::Visitor&, PauseEnded) {
    return act(model, Action::pause, api::PauseMirror{});
}

// The arrow keys choose what they pass: the last choice counts, and is never in the air beside
// another one.
app::Effects send_policy(Model& model) {
    if (!model.wanted_policy || !model.mirror || model.action != Action::none) return {};
    model.mirror->project_policy = *model.wanted_policy;
    return act(model, Action::policy,
               api::SetPolicy{*std::exchange(model.wanted_policy, std::nullopt)});
}

app::Effects on(Model& model, app::Visitor&, PolicyChosen event) {
    if (!model.mirror) return {};
    model.mirror->project_policy = event.policy;
    model.wanted_policy = event.policy;
    return send_policy(model);
}

app::Effects on(Model& model, app::Visitor&, HeldDecided event) {
    return act(model, Action::decide, api::DecideHeldRun{event.goes_on});
}

app::Effects on(Model& model, app::Visitor&, const api::DecideProblem& call) {
    return act(model, Action::decide, call);
}

app::Effects on(Model& model, app::Visitor&, IgnorePressed event) {
    model.ignoring = api::DecideProblem{.id = std::move(event.id), .is_ignored = true};
    return {app::Focus{std::string(ignore_reason_key)}};
}

app::Effects on(Model& model, app::Visitor&, IgnoreReasonTyped event) {
    if (model.ignoring) model.ignoring->note = std::move(event.text);
    return {};
}

app::Effects on(Model& model, app::Visitor&, IgnoreDropped) {
    if (!model.ignoring) return {};
    const auto id = std::exchange(model.ignoring, {})->id;
    return {app::Focus{"problem." + id + ".ignore"}};
}

app::Effects on(Model& model, app::Visitor&, const ConflictDecided& event) {
    return act(model, Action::decide,
               api::DecideConflict{event.conflict.entity, event.conflict.record_id,
                                   event.conflict.member, event.winner});
}

app::Effects on(Model& model, app::Visitor&, const QuestionDecided& event) {
    return act(model, Action::decide, api::DecideQuestion{event.id, event.decision});
}

bool is_as_before(const api::PreviewSwitches& draft, const api::Options& options) {
    return draft.projects == options.projects && draft.work_types == options.work_types &&
           draft.customers == options.customers;
}

app::Effects on(Model& model, app::Visitor&, SwitchTurned event) {
    if (!model.connection || model.action != Action::none) return {};
    const auto& options = model.connection->options;
    auto draft = model.draft.value_or(
        api::PreviewSwitches{options.projects, options.work_types, options.customers});
    (event.kind == Kind::projects     ? draft.projects
     : event.kind == Kind::work_types ? draft.work_types
                                      : draft.customers) = event.is_on;
    model.preview.reset();
    model.action_failure.reset();
    model.draft.reset();
    if (is_as_before(draft, options)) return {};
    model.draft = draft;
    draft.again = true;
    return {app::send(draft)};
}

app::Effects on(Model& model, app::Visitor&, SwitchesApplied) {
    if (!model.draft) return {};
    const auto& draft = *model.draft;
    return act(model, Action::apply,
               api::SetSwitches{draft.projects, draft.work_types, draft.customers});
}

app::Effects on(Model& model, app::Visitor&, SwitchesKept) {
    model.draft.reset();
    model.preview.reset();
    return {app::Focus{"settings.projects"}};
}

app::Effects on(Model& model, app::Visitor&, SignOnTurned event) {
    if (!model.connection || model.action != Action::none) return {};
    model.sign_on_draft.reset();
    model.without_sign_on.reset();
    model.links.clear();
    model.action_failure.reset();
    if (event.is_on == model.connection->options.sso) return {};
    model.sign_on_draft = event.is_on;
    if (event.is_on) return {};
    return {app::send(api::GetDisconnection{})};
}

app::Effects on(Model& model, app::Visitor&, LinksTicked event) {
    model.makes_links = event.is_on;
    return {};
}

app::Effects on(Model& model, app::Visitor&, SignOnApplied) {
    if (!model.sign_on_draft) return {};
    return act(model, Action::sign_on,
               api::SetSingleSignOn{*model.sign_on_draft, model.makes_links});
}

app::Effects on(Model& model, app::Visitor&, SignOnKept) {
    model.sign_on_draft.reset();
    return {app::Focus{"settings.sso"}};
}

app::Effects on(Model& model, app::Visitor&, app::TimeUp event) {
    if (event.timer.number != model.timer) return {};
    if (event.timer.kind != app::TimerKind::poll) return follow(model);
    if (is_previewing(model)) return {app::send(*model.draft)};
    return load();
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::GetConnection> answer) {
    if (!answer.ok()) {
        model.failure = std::move(answer.failure);
        return {};
    }
    model.failure.reset();
    model.connection = std::move(answer.reply);
    return follow(model);
}

app::Effects take(Model& model, api::MirrorState state) {
    model.mirror = std::move(state);
    if (auto effects = send_policy(model); !effects.empty()) return effects;
    const auto is_ignoring = [&](const api::SendProblem& problem) {
        return model.ignoring && problem.id == model.ignoring->id;
    };
    const auto& problems = model.mirror->problems;
    if (std::none_of(problems.begin(), problems.end(), is_ignoring)) model.ignoring.reset();
    return follow(model);
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::GetMirror> answer) {
    if (!answer.ok()) {
        model.failure = std::move(answer.failure);
        return {};
    }
    // One that left before the button was pressed would undo what the button said.
    if (model.action != Action::none) return {};
    return take(model, std::move(*answer.reply));
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::CancelRun> answer) {
    model.action = Action::none;
    // It may have ended by itself in the meantime.
    if (!answer.ok() && answer.failure.code != ErrorCode::conflict)
        model.action_failure = std::move(answer.failure);
    return load();
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::PreviewSwitches> answer) {
    if (!model.draft) return {};
    if (!answer.ok()) {
        model.action_failure = std::move(answer.failure);
        model.draft.reset();
        return {};
    }
    model.preview = std::move(answer.reply);
    return follow(model);
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::GetDisconnection> answer) {
    if (answer.ok()) {
        model.without_sign_on = std::move(answer.reply);
    } else {
        model.sign_on_draft.reset();
        model.action_failure = std::move(answer.failure);
    }
    return {};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::SetSingleSignOn> answer) {
    model.action = Action::none;
    if (!answer.ok()) {
        model.action_failure = std::move(answer.failure);
        return load();
    }
    model.sign_on_draft.reset();
    model.links = std::move(answer.reply->links);
    if (model.connection) model.connection->options.sso = answer.reply->is_on;
    return {app::Focus{model.links.empty() ? "settings.sso" : "sign_on.links_title"}};
}

// Every other call answers with how the mirror stands after it.
template <class Call>
app::Effects on(Model& model, app::Visitor&, app::Answer<Call> answer) {
    const auto action = std::exchange(model.action, Action::none);
    if (!answer.ok()) {
        model.action_failure = std::move(answer.failure);
        return load();
    }
    if (action == Action::pause) model.pause_reason.clear();
    if (action == Action::apply) model.draft.reset(), model.preview.reset();
    auto effects = take(model, std::move(*answer.reply));
    if (model.action != Action::none) return effects;
    effects.push_back(app::send(api::GetConnection{}));
    effects.push_back(app::send(api::GetAttention{}));
    return effects;
}

}  // namespace

bool is_mirroring(const Model& model) {
    if (model.mirror && model.mirror->run && is_running(*model.mirror->run)) return true;
    return model.connection && model.connection->last_run &&
           is_running(*model.connection->last_run);
}

app::Effects enter(Model& model, app::Visitor&, const app::Route&) {
    ++model.timer;
    model.failure.reset();
    model.action = Action::none;
    model.action_failure.reset();
    model.wanted_policy.reset();
    model.sign_on_draft.reset();
    model.links.clear();
    return load();
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::settings
