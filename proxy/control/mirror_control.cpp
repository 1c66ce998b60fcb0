// Checks what is asked for, hands it on, and answers with how the mirror stands now.
#include "proxy/control/mirror_control.hpp"

#include "proxy/domain/names.hpp"
#include "proxy/store/mirror_states.hpp"
#include "proxy/sync/standing.hpp"

namespace busy24::control {

namespace {

constexpr std::int64_t pause_max_ms = 30 * day_ms;
constexpr std::size_t reason_length_max = 200;

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
    if (!state.is_held) return Error{ErrorCode::conflict, "no run is held"};
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
    TRY(sync::decide_problem(scene.place, scene.connection, call));
    if (call.is_ignored) return state_of(scene);
    // Somebody is waiting for it, so it does not keep the pause that follows a failed run.
    const auto started =
        parts_.mirror.sync(scene.connection.id, scene.user_name, store::Scope::changes);
    if (!started.ok() && started.error().reason != "run_under_way") return started.error();
    return state_of(scene);
}

Result<api::MirrorState> MirrorControl::decide_conflict(const http::Caller& caller,
                                                        const api::DecideConflict& call) {
    const auto scene = TRY(scene_of(caller));
    TRY(sync::decide_conflict(scene.place, scene.connection, call));
    parts_.mirror.busy_changed();
    return state_of(scene);
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
