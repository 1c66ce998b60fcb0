// Checks what is asked for, hands it on, and answers with how the mirror stands now.
#include "proxy/control/mirror_control.hpp"

#include <algorithm>

#include "proxy/domain/names.hpp"
#include "proxy/http/csv.hpp"
#include "proxy/store/audit_values.hpp"
#include "proxy/store/candidates.hpp"
#include "proxy/store/mirror_states.hpp"
#include "proxy/store/outbox.hpp"
#include "proxy/sync/decisions.hpp"
#include "proxy/sync/explanation.hpp"
#include "proxy/sync/links.hpp"
#include "proxy/sync/problems.hpp"
#include "proxy/sync/standing.hpp"
#include "proxy/workspace/lists.hpp"

namespace busy24::control {

namespace {

using api::AuditAction;

constexpr std::int64_t pause_max_ms = 30 * day_ms;
constexpr std::size_t reason_length_max = 200;

template <class Call>
sync::Switches switches_of(const Call& call) {
    return {.projects = call.projects, .work_types = call.work_types, .customers = call.customers};
}

// What the audit log tells of the calls below.
struct Policies {
    api::Policy projects = api::Policy::erp;
    static constexpr auto fields() { return std::tuple{field("projects", &Policies::projects)}; }
};
struct Pause {
    std::string until;
    std::string reason;
    static constexpr auto fields() {
        return std::tuple{field("until", &Pause::until), field("reason", &Pause::reason)};
    }
};
struct ProblemDecision {
    std::string decision;
    std::string note;
    static constexpr auto fields() {
        return std::tuple{field("decision", &ProblemDecision::decision),
                          field("note", &ProblemDecision::note)};
    }
};
struct ConflictDecision {
    std::string member;
    api::Policy winner = api::Policy::erp;
    static constexpr auto fields() {
        return std::tuple{field("member", &ConflictDecision::member),
                          field("winner", &ConflictDecision::winner)};
    }
};
struct LinkDecision {
    api::LinkChange change = api::LinkChange::leave_alone;
    std::string number;
    static constexpr auto fields() {
        return std::tuple{field("change", &LinkDecision::change),
                          field("number", &LinkDecision::number)};
    }
};

Pause pause_of(const store::MirrorState& state) {
    if (state.paused_until.ms == 0) return {};
    return {to_iso8601(state.paused_until), state.pause_reason};
}

}  // namespace

Result<> MirrorControl::note(const http::Caller& caller, AuditAction action,
                             store::AuditEntry told) {
    auto entry = http::audited(caller, parts_.clock.now(), action);
    entry.subject_id = std::move(told.subject_id);
    entry.subject_name = std::move(told.subject_name);
    entry.before_value = std::move(told.before_value);
    entry.after_value = std::move(told.after_value);
    return parts_.audit.append(std::move(entry));
}

// As the lists call it; empty for a kind without a list.
Result<std::string> MirrorControl::name_of(const Scene& scene, Entity entity,
                                           const std::string& id) {
    const auto record = TRY(workspace::record_of(scene.place, entity, id));
    return record ? record->name : std::string();
}

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
    auto transaction = TRY(begin());
    const auto run = TRY(parts_.mirror.sync(scene.connection.id, scene.user_name, scope));
    TRY(note(caller, AuditAction::mirror_started,
             {.subject_id = run.text, .after_value = std::string(word_of(scope))}));
    TRY(transaction.commit());
    // The worker was woken before it could see the run.
    parts_.mirror.busy_changed();
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
    auto transaction = TRY(begin());
    store::MirrorStates states(parts_.database);
    auto state = TRY(states.get(scene.connection.id));
    const auto before = pause_of(state);
    state.paused_until = Instant{call.until_ms};
    state.pause_reason = call.until_ms ? call.reason : std::string();
    TRY(states.save(state));
    TRY(store::Runs(parts_.database)
            .pause_retries(scene.connection.id, std::max(state.paused_until, scene.place.now)));
    TRY(note(caller, call.until_ms ? AuditAction::mirror_paused : AuditAction::mirror_resumed,
             {.before_value = store::audit_text(before),
              .after_value = store::audit_text(pause_of(state))}));
    TRY(transaction.commit());
    parts_.mirror.busy_changed();
    return state_of(scene);
}

Result<api::MirrorState> MirrorControl::set_policy(const http::Caller& caller,
                                                   const api::SetPolicy& call) {
    const auto scene = TRY(scene_of(caller));
    auto transaction = TRY(begin());
    store::MirrorStates states(parts_.database);
    auto state = TRY(states.get(scene.connection.id));
    store::AuditEntry told;
    const bool is_other =
        store::tell_change(told, Policies{state.project_policy}, Policies{call.project_policy});
    state.project_policy = call.project_policy;
    TRY(states.save(state));
    if (is_other) TRY(note(caller, AuditAction::policy_changed, std::move(told)));
    TRY(transaction.commit());
    return state_of(scene);
}

Result<api::MirrorState> MirrorControl::decide_held(const http::Caller& caller,
                                                    const api::DecideHeldRun& call) {
    const auto scene = TRY(scene_of(caller));
    const auto state = TRY(sync::standing_of(scene.place, scene.connection));
    if (!state.held) return Error{ErrorCode::conflict, "no run is held"};
    const RunId run{state.run->id};
    auto transaction = TRY(begin());
    if (call.goes_on)
        TRY(parts_.mirror.approve(scene.place.workspace, run));
    else
        TRY(parts_.mirror.drop(scene.place.workspace, run));
    TRY(note(caller, AuditAction::held_run_decided,
             {.subject_id = run.text,
              .before_value = state.held->reason,
              .after_value = call.goes_on ? "goes_on" : "dropped"}));
    TRY(transaction.commit());
    parts_.mirror.busy_changed();
    return state_of(scene);
}

Result<api::MirrorState> MirrorControl::decide_problem(const http::Caller& caller,
                                                       const api::DecideProblem& call) {
    const auto scene = TRY(scene_of(caller));
    if (domain::length_of(call.note) > reason_length_max)
        return Error{ErrorCode::invalid, "a note of at most 200 characters"};
    auto transaction = TRY(begin());
    // Without an id it is about all with one reason.
    api::SendProblem problem{.reason = call.reason};
    if (!call.id.empty()) problem = TRY(sync::find_problem(scene.place, scene.connection, call.id));
    store::AuditEntry told{.subject_id = call.id,
                           .subject_name = problem.label,
                           .before_value = problem.reason,
                           .after_value = store::audit_text(ProblemDecision{
                               call.is_ignored ? "ignored" : "tried_again", call.note})};
    TRY(sync::decide_problem(scene.place, scene.connection, call));
    TRY(note(caller, AuditAction::problem_decided, std::move(told)));
    TRY(transaction.commit());
    if (!call.is_ignored) TRY(start_now(scene, store::Scope::changes));
    return state_of(scene);
}

Result<api::MirrorState> MirrorControl::decide_conflict(const http::Caller& caller,
                                                        const api::DecideConflict& call) {
    const auto scene = TRY(scene_of(caller));
    auto transaction = TRY(begin());
    TRY(sync::decide_conflict(scene.place, scene.connection, call));
    const auto name = TRY(name_of(scene, call.entity, call.record_id));
    TRY(note(caller, AuditAction::conflict_decided,
             {.subject_id = call.record_id,
              .subject_name = name,
              .after_value = store::audit_text(ConflictDecision{call.member, call.winner})}));
    TRY(transaction.commit());
    parts_.mirror.busy_changed();
    return state_of(scene);
}

Result<api::MirrorState> MirrorControl::decide_question(const http::Caller& caller,
                                                        const api::DecideQuestion& call) {
    const auto scene = TRY(scene_of(caller));
    const store::Run no_run{.connection_id = scene.connection.id};
    auto transaction = TRY(begin());
    store::Candidates candidates(parts_.database, scene.connection.id);
    const auto question = TRY(candidates.find(call.id));
    store::AuditEntry told{.subject_id = call.id,
                           .after_value = std::string(word_of(call.decision))};
    if (question) {
        told.subject_name = TRY(name_of(scene, question->entity, question->busy_id));
        told.before_value = word_of(question->decision);
    }
    TRY(sync::record_decision(scene.place, no_run, call.id, call.decision));
    TRY(note(caller, AuditAction::question_decided, std::move(told)));
    TRY(transaction.commit());
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
    const bool is_told = found.state == api::PreviewState::failed && !call.again;
    if (is_told || found.state == api::PreviewState::reading ||
        found.state == api::PreviewState::ready)
        return found;
    TRY(parts_.mirror.prepare(scene.connection.id, switches));
    return parts_.mirror.preview(scene.connection.id, switches);
}

Result<api::MirrorState> MirrorControl::set_switches(const http::Caller& caller,
                                                     const api::SetSwitches& call) {
    auto scene = TRY(scene_of(caller));
    auto transaction = TRY(begin());
    TRY(parts_.mirror.start_prepared(scene.connection.id, scene.user_name, switches_of(call)));
    store::AuditEntry told;
    const auto& row = scene.connection;
    const sync::Switches before{.projects = row.has_projects,
                                .work_types = row.has_work_types,
                                .customers = row.has_customers};
    if (store::tell_change(told, before, switches_of(call)))
        TRY(note(caller, AuditAction::switches_changed, std::move(told)));
    TRY(transaction.commit());
    parts_.mirror.busy_changed();
    scene.connection = TRY(parts_.connections.get(scene.connection.id));
    return state_of(scene);
}

Result<api::ExplainRecord::Reply> MirrorControl::change_link(const http::Caller& caller,
                                                             const api::ChangeLink& call) {
    const auto scene = TRY(scene_of(caller));
    auto transaction = TRY(begin());
    const auto before = TRY(sync::explain(scene.place, scene.connection, {call.entity, call.id}));
    TRY(sync::change_link(scene.place, scene.connection, call));
    const auto name = TRY(name_of(scene, call.entity, call.id));
    TRY(note(caller, AuditAction::link_changed,
             {.subject_id = call.id,
              .subject_name = name,
              .before_value = before.is_left_alone ? "left_alone"
                              : before.is_linked   ? "linked"
                                                   : "not_linked",
              .after_value = store::audit_text(LinkDecision{call.change, call.number})}));
    TRY(transaction.commit());
    parts_.mirror.busy_changed();
    return explain(scene, {call.entity, call.id});
}

Result<api::Csv> MirrorControl::export_runs(const http::Caller& caller) {
    const auto scene = TRY(scene_of(caller));
    const auto rows = TRY(sync::run_lines(scene.place));
    return api::Csv{http::to_csv<sync::RunLine>(rows)};
}

Result<api::Csv> MirrorControl::export_problems(const http::Caller& caller) {
    const auto scene = TRY(scene_of(caller));
    const auto rows = TRY(sync::problem_lines(scene.place, scene.connection));
    return api::Csv{http::to_csv<sync::ProblemLine>(rows)};
}

Result<api::ListRuns::Reply> MirrorControl::runs(const http::Caller& caller,
                                                 const api::ListRuns& call) {
    return sync::runs_of(TRY(scene_of(caller)).place, call);
}

Result<api::ExplainRecord::Reply> MirrorControl::explain(const http::Caller& caller,
                                                         const api::ExplainRecord& call) {
    return explain(TRY(scene_of(caller)), call);
}

// The mirror itself knows when it runs next.
Result<api::ExplainRecord::Reply> MirrorControl::explain(const Scene& scene,
                                                         const api::ExplainRecord& call) {
    using Next = api::ExplainRecord::Next;
    auto reply = TRY(sync::explain(scene.place, scene.connection, call));
    const bool waits_for_run = reply.next == Next::next_run || reply.next == Next::is_sent ||
                               reply.next == Next::is_looked_up;
    if (!waits_for_run) return reply;
    constexpr std::int64_t soon_ms = 10 * second_ms;
    const auto run = TRY(parts_.mirror.next_run(scene.connection.id)).value_or(Instant{});
    const auto at_ms = std::max(run.ms, reply.next_at_ms.value_or(0));
    reply.next_at_ms.reset();
    if (at_ms > scene.place.now.ms + soon_ms) reply.next_at_ms = at_ms;
    return reply;
}

}  // namespace busy24::control
