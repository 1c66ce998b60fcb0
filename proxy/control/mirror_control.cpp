// Checks what is asked for, hands it on, and answers with how the mirror stands now.
#include "proxy/control/mirror_control.hpp"

#include "proxy/domain/names.hpp"
#include "proxy/http/csv.hpp"
#include "proxy/store/candidates.hpp"
#include "proxy/store/mirror_states.hpp"
#include "proxy/sync/decisions.hpp"
#include "proxy/sync/links.hpp"
#include "proxy/sync/standing.hpp"

namespace busy24::control {

namespace {

constexpr std::int64_t pause_max_ms = 30 * day_ms;
constexpr std::size_t reason_length_max = 200;

template <class Call>
sync::Switches switches_of(const Call& call) {
    return {.projects = call.projects, .work_types = call.work_types, .customers = call.customers};
}

}  // namespace

Result<MirrorControl::Scene> MirrorControl::scene_of(const http::Caller& caller) {
    const auto session = TRY(caller.session_in(api::SessionState::signed_in));
    auto connection = TRY(parts_.connections.of(session.workspace));
    return Scene{{parts_.database, parts_.random, session.workspace, parts_.clock.now()},
                 std::move(connection),
                 session.user_name};
}

Result<api::MirrorState> MirrorControl::state_of(const Scene& scene) {
    auto state = TRY(sync::standing_of(scene.place, scene.connection));
    if (const auto next = TRY(parts_.mirror.next_run(scene.connection.id)))
        state.next_run_at_ms = next->ms;
    return state;
}

// Somebody is waiting for it, so it does not keep the pause that follows a failed run.
Result<> MirrorControl::start_now(const Scene& scene, store::Scope scope) {
    const auto started = parts_.mirror.sync(scene.connection.id, scene.user_name, scope);
    if (!started.ok() && started.error().reason != "run_under_way") return started.error();
    return {};
}

Result<api::MirrorState> MirrorControl::get(const http::Caller& caller) {
    return state_of(TRY(scene_of(caller)));
}

Result<api::MirrorState> MirrorControl::sync(const http::Caller& caller, const api::SyncNow& call) {
    const auto scene = TRY(scene_of(caller));
    const auto scope = call.is_full ? store::Scope::full : store::Scope::changes;
    TRY(parts_.mirror.sync(scene.connection.id, scene.user_name, scope));
    return state_of(scene);
}

Result<api::MirrorState> MirrorControl::pause(const http::Caller& caller,
                                              const api::PauseMirror& call) {
    const auto scene = TRY(scene_of(caller));
    const bool is_in_range = call.until_ms >= 0 &&
                             call.until_ms - scene.place.now.ms <= pause_max_ms &&
                             domain::length_of(call.reason) <= reason_length_max;
    if (!is_in_range)
        return Error{ErrorCode::invalid, "at most 30 days, a reason of 200 characters"};
    store::MirrorStates states(parts_.database);
    auto state = TRY(states.get(scene.connection.id));
    state.paused_until = Instant{call.until_ms};
    state.pause_reason = call.until_ms ? call.reason : std::string();
    TRY(states.save(state));
    parts_.mirror.busy_changed();
    return state_of(scene);
}

Result<api::MirrorState> MirrorControl::set_policy(const http::Caller& caller,
                                                   const api::SetPolicy& call) {
    const auto scene = TRY(scene_of(caller));
    store::MirrorStates states(parts_.database);
    auto state = TRY(states.get(scene.connection.id));
    state.project_policy = call.project_policy;
    TRY(states.save(state));
    return state_of(scene);
}

Result<api::MirrorState> MirrorControl::decide_held(const http::Caller& caller,
                                                    const api::DecideHeldRun& call) {
    const auto scene = TRY(scene_of(caller));
    const auto state = TRY(sync::standing_of(scene.place, scene.connection));
    if (!state.held) return Error{ErrorCode::conflict, "no run is held"};
    const RunId run{state.run->id};
    if (call.goes_on)
        TRY(parts_.mirror.approve(scene.place.workspace, run));
    else
        TRY(parts_.mirror.drop(scene.place.workspace, run));
    return state_of(scene);
}

Result<api::MirrorState> MirrorControl::decide_problem(const http::Caller& caller,
                                                       const api::DecideProblem& call) {
    const auto scene = TRY(scene_of(caller));
    if (domain::length_of(call.note) > reason_length_max)
        return Error{ErrorCode::invalid, "a note of at most 200 characters"};
    TRY(sync::decide_problem(scene.place, scene.connection, call));
    if (!call.is_ignored) TRY(start_now(scene, store::Scope::changes));
    return state_of(scene);
}

Result<api::MirrorState> MirrorControl::decide_conflict(const http::Caller& caller,
                                                        const api::DecideConflict& call) {
    const auto scene = TRY(scene_of(caller));
    TRY(sync::decide_conflict(scene.place, scene.connection, call));
    parts_.mirror.busy_changed();
    return state_of(scene);
}

Result<api::MirrorState> MirrorControl::decide_question(const http::Caller& caller,
                                                        const api::DecideQuestion& call) {
    const auto scene = TRY(scene_of(caller));
    const store::Run no_run{.connection_id = scene.connection.id};
    TRY(sync::record_decision(scene.place, no_run, call.id, call.decision));
    const auto left = TRY(store::Candidates(parts_.database, scene.connection.id).undecided());
    if (left == 0) TRY(start_now(scene, store::Scope::full));
    return state_of(scene);
}

Result<api::GetAttention::Reply> MirrorControl::attention(const http::Caller& caller) {
    const auto scene = TRY(scene_of(caller));
    return api::GetAttention::Reply{TRY(sync::attention_in(scene.place, scene.connection))};
}

Result<api::Preview> MirrorControl::preview_switches(const http::Caller& caller,
                                                     const api::PreviewSwitches& call) {
    const auto scene = TRY(scene_of(caller));
    const auto switches = switches_of(call);
    const auto found = TRY(parts_.mirror.preview(scene.connection.id, switches));
    if (found.state == api::PreviewState::reading || found.state == api::PreviewState::ready)
        return found;
    TRY(parts_.mirror.prepare(scene.connection.id, switches));
    return parts_.mirror.preview(scene.connection.id, switches);
}

Result<api::MirrorState> MirrorControl::set_switches(const http::Caller& caller,
                                                     const api::SetSwitches& call) {
    auto scene = TRY(scene_of(caller));
    TRY(parts_.mirror.start_prepared(scene.connection.id, scene.user_name, switches_of(call)));
    scene.connection = TRY(parts_.connections.get(scene.connection.id));
    return state_of(scene);
}

Result<api::ExplainRecord::Reply> MirrorControl::change_link(const http::Caller& caller,
                                                             const api::ChangeLink& call) {
    const auto scene = TRY(scene_of(caller));
    TRY(sync::change_link(scene.place, scene.connection, call));
    parts_.mirror.busy_changed();
    return sync::explain(scene.place, scene.connection, {call.entity, call.id});
}

Result<api::Csv> MirrorControl::export_runs(const http::Caller& caller) {
    const auto scene = TRY(scene_of(caller));
    const auto rows = TRY(sync::run_lines(scene.place));
    return api::Csv{http::to_csv<sync::RunLine>(rows)};
}

Result<api::Csv> MirrorControl::export_problems(const http::Caller& caller) {
    const auto scene = TRY(scene_of(caller));
    const auto state = TRY(sync::standing_of(scene.place, scene.connection));
    return api::Csv{http::to_csv<api::SendProblem>(state.problems)};
}

Result<api::ListRuns::Reply> MirrorControl::runs(const http::Caller& caller,
                                                 const api::ListRuns& call) {
    return sync::runs_of(TRY(scene_of(caller)).place, call);
}

Result<api::ExplainRecord::Reply> MirrorControl::explain(const http::Caller& caller,
                                                         const api::ExplainRecord& call) {
    const auto scene = TRY(scene_of(caller));
    return sync::explain(scene.place, scene.connection, call);
}

}  // namespace busy24::control
