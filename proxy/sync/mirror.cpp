// Puts runs into the queue, lets the worker take them out, and shows how they stand.
#include "proxy/sync/mirror.hpp"

#include "proxy/domain/schedule.hpp"
#include "proxy/jobs/worker.hpp"
#include "proxy/store/connections.hpp"
#include "proxy/store/mirror_states.hpp"
#include "proxy/sync/decisions.hpp"
#include "proxy/sync/engine.hpp"
#include "proxy/sync/reports.hpp"

namespace busy24::sync {

namespace {

using store::Phase;
using store::Transaction;

// Longer than any single call to the ERP takes, and given back or taken over long before.
constexpr std::int64_t lease_ms = 20 * minute_ms;

std::string wanted_by(const store::Connection& connection) {
    return switches_text({.tenant_id = connection.tenant_id,
                          .projects = connection.has_projects,
                          .work_types = connection.has_work_types,
                          .customers = connection.has_customers});
}

Error under_way() { return {ErrorCode::conflict, "a run is under way", {}, "run_under_way"}; }

}  // namespace

struct Mirror::Inside {
    explicit Inside(MirrorParts given)
        : parts(std::move(given)),
          lease{make_id(parts.random, parts.clock.now()), lease_ms},
          worker(parts.clock, [this] { return work_by_clock(); }) {}

    // When the connection's next run is due; nullopt while one is under way, or waits for a person.
    Result<std::optional<domain::DueRun>> due_run(const store::Connection& connection) {
        const auto state = TRY(states.get(connection.id));
        const auto newest = TRY(runs.newest_of(connection.id));
        if (state.read_at.ms == 0 || !newest || !newest->has_ended())
            return std::optional<domain::DueRun>();
        if (is_held(*newest)) return std::optional<domain::DueRun>();
        domain::MirrorTimes times{
            .read_at = state.read_at,
            .compared_at = state.compared_at,
            .ended_at = newest->finished_at.value_or(newest->created_at),
            .paused_until = state.paused_until,
            .has_failed = newest->has_failed(),
            .has_changes = TRY(store::BusyChanges(parts.database).has_any(connection.workspace_id)),
            .spread = std::hash<std::string>()(connection.id.text)};
        return std::optional(domain::next_run(times));
    }

    Result<std::optional<Instant>> start_due_runs() {
        std::optional<Instant> next;
        const auto connected = TRY(store::select_all<store::Connection>(
            parts.database, {store::equals("state", store::ConnectionState::connected)}));
        for (const auto& connection : connected) {
            const auto due = TRY(due_run(connection));
            if (!due) continue;
            if (due->at <= parts.clock.now()) {
                const auto scope = due->is_full ? store::Scope::full : store::Scope::changes;
                TRY(start_sync(connection.id, "", scope));
            } else if (!next || due->at < *next) {
                next = due->at;
            }
        }
        return next;
    }

    // The thread's work: what is due by the clock becomes a run, and runs are worked on.
    std::optional<Instant> work_by_clock() {
        const auto scheduled = start_due_runs();
        const auto waiting = work();
        // Runs that have just ended are due again at another time.
        const auto next = start_due_runs();
        if (!scheduled.ok() || !next.ok() || !next.value()) return waiting;
        return waiting ? std::min(*waiting, *next.value()) : *next.value();
    }

    // Everything that is due; when the next is.
    std::optional<Instant> work() {
        while (!worker.is_stopping()) {
            const auto run = runs.claim(lease, parts.clock.now());
            if (!run.ok() || !run.value()) break;
            work_on_one(*run.value());
        }
        const auto due = runs.next_due();
        return due.ok() ? due.value() : std::nullopt;
    }

    void work_on_one(const store::Run& run) {
        RunContext context{.parts = parts, .lease = lease, .run = run, .is_stopping = [this] {
                               return worker.is_stopping();
                           }};
        const auto result = work_on(context);
        MirrorNote note{"run_put_down", run.id, run.workspace_id};
        if (!result.ok()) {
            note.event = "run_failed";
            note.error = result.error();
        } else if (context.run.phase == Phase::done) {
            note.event = "run_done";
        } else if (context.run.phase == Phase::ready) {
            note.event = "run_prepared";
        }
        parts.note(note);
    }

    std::string new_id() { return make_id(parts.random, parts.clock.now()); }

    bool is_fresh(const store::Run& run) const {
        return run.read_at && parts.clock.now() - *run.read_at <= reading_age_ms_max;
    }

    store::Run new_run(const store::Connection& connection) {
        return {.id = RunId{new_id()},
                .connection_id = connection.id,
                .workspace_id = connection.workspace_id,
                .switches = wanted_by(connection),
                .generation = new_id(),
                .created_at = parts.clock.now()};
    }

    // The run that a connection's preparation or first mirror goes on with. Inside a transaction.
    // Errors: conflict when a started run is under way.
    Result<store::Run> open_run(const store::Connection& connection) {
        auto newest = TRY(runs.newest_of(connection.id));
        if (!newest || (newest->is_started && newest->has_ended())) return new_run(connection);
        if (newest->is_started) return under_way();
        return std::move(*newest);
    }

    // Back to the beginning. Whoever works on it finds the lease gone and puts it down.
    Result<> restart(store::Run& run, const std::string& switches) {
        read_again(run, switches, new_id());
        run.lease_owner.clear();
        run.lease_until = {};
        TRY(runs.remove_entities(run.id));
        return plans.clear(run.id);
    }

    Result<store::Run> prepare(const ConnectionId& id) {
        auto transaction = TRY(Transaction::begin(parts.database));
        const auto connection = TRY(connections.get(id));
        auto run = TRY(open_run(connection));
        const auto switches = wanted_by(connection);
        const bool is_under_way = run.phase == Phase::read || run.phase == Phase::plan;
        if (run.switches != switches || (!is_under_way && !is_fresh(run))) {
            TRY(restart(run, switches));
        } else if (run.has_failed()) {
            clear_failure(run);
        }
        TRY(runs.save(run));
        TRY(transaction.commit());
        return run;
    }

    Result<store::Run> start_first(const ConnectionId& id, const std::string& started_by) {
        auto transaction = TRY(Transaction::begin(parts.database));
        const auto connection = TRY(connections.get(id));
        auto run = TRY(open_run(connection));
        const auto switches = wanted_by(connection);
        if (run.phase == Phase::ready && TRY(store::Candidates(parts.database, id).undecided()) > 0)
            return Error{ErrorCode::invalid, "questions are open", {}, "undecided_matches"};
        if (run.switches != switches || (run.phase != Phase::read && !is_fresh(run)))
            TRY(restart(run, switches));
        if (run.phase != Phase::read) {
            run.phase = Phase::plan;
            run.lease_owner.clear();
            run.lease_until = {};
        }
        clear_failure(run);
        run.is_started = true;
        // Whoever starts the first one has seen in the preview what it will do.
        const auto state = TRY(store::MirrorStates(parts.database).get(id));
        run.is_approved = state.read_at.ms == 0;
        run.started_by = started_by;
        run.started_at = parts.clock.now();
        TRY(runs.save(run));
        TRY(transaction.commit());
        return run;
    }

    Result<store::Run> start_sync(const ConnectionId& id, const std::string& started_by,
                                  store::Scope scope) {
        auto transaction = TRY(Transaction::begin(parts.database));
        const auto connection = TRY(connections.get(id));
        const auto newest = TRY(runs.newest_of(id));
        const auto state = TRY(store::MirrorStates(parts.database).get(id));
        if (state.read_at.ms == 0)
            return Error{ErrorCode::conflict, "no first run yet", {}, "not_connected"};
        if (newest && newest->is_started && !newest->has_ended()) return under_way();
        auto run = new_run(connection);
        // What a run that was given up has read is not sure to have been taken up.
        run.scope = scope;
        run.is_started = true;
        run.started_by = started_by;
        run.started_at = parts.clock.now();
        TRY(runs.save(run));
        TRY(transaction.commit());
        return run;
    }

    // Changes a started run in one transaction and reports it.
    Result<api::Run> change(const WorkspaceId& workspace, const RunId& id,
                            const std::function<Result<>(store::Run&)>& change) {
        auto transaction = TRY(Transaction::begin(parts.database));
        auto run = TRY(runs.started_in(workspace, id));
        TRY(change(run));
        TRY(runs.save(run));
        TRY(transaction.commit());
        return run_report(parts.database, run);
    }

    Result<> go_on(store::Run& run) {
        if (run.phase == Phase::done || !run.has_ended())
            return Error{ErrorCode::conflict, "the run is under way or done"};
        const auto newest = TRY(runs.newest_of(run.connection_id));
        if (newest && newest->id != run.id) return under_way();
        run.is_cancelled = false;
        run.finished_at.reset();
        clear_failure(run);
        // What was written stays written: the plan of a new reading finds it unchanged.
        if (run.phase != Phase::read && !is_fresh(run)) return restart(run, run.switches);
        return {};
    }

    workspace::Place place(const WorkspaceId& workspace) {
        return {parts.database, parts.random, workspace, parts.clock.now()};
    }

    MirrorParts parts;
    store::Lease lease;
    store::Runs runs{parts.database};
    store::Plans plans{parts.database};
    store::Connections connections{parts.database};
    store::MirrorStates states{parts.database};
    jobs::Worker worker;  // last: its thread ends before the rest goes
};

Mirror::Mirror(MirrorParts parts) : inside_(std::make_unique<Inside>(std::move(parts))) {}
Mirror::~Mirror() { stop(); }

void Mirror::start() {
    // When the database cannot be reached, the leases run out by themselves.
    (void)inside_->runs.release_all().ok();
    inside_->worker.start();
}

void Mirror::stop() { inside_->worker.stop(); }

void Mirror::work_until_idle() { inside_->work(); }

Result<std::optional<Instant>> Mirror::start_due_runs() { return inside_->start_due_runs(); }

Result<std::optional<Instant>> Mirror::next_run(const ConnectionId& connection) {
    const auto row = TRY(inside_->connections.get(connection));
    const auto due = TRY(inside_->due_run(row));
    return due ? std::optional(due->at) : std::nullopt;
}

void Mirror::busy_changed() { inside_->worker.wake(); }

Result<> Mirror::prepare(const ConnectionId& connection) {
    TRY(inside_->prepare(connection));
    inside_->worker.wake();
    return {};
}

Result<api::Preview> Mirror::preview(const ConnectionId& connection) {
    const auto run = TRY(inside_->runs.newest_of(connection));
    const auto wanted = wanted_by(TRY(inside_->connections.get(connection)));
    if (!run || run->is_started || run->switches != wanted) return api::Preview{};
    return preview_report(inside_->place(run->workspace_id), *run);
}

Result<> Mirror::decide(const ConnectionId& connection, const std::string& question,
                        api::Decision decision) {
    const auto run = TRY(inside_->runs.newest_of(connection));
    if (!run || run->is_started) return Error{ErrorCode::not_found, "nothing is prepared"};
    return record_decision(inside_->parts.database, *run, question, decision);
}

Result<RunId> Mirror::start_first_run(const ConnectionId& connection,
                                      const std::string& started_by) {
    const auto run = TRY(inside_->start_first(connection, started_by));
    inside_->worker.wake();
    return run.id;
}

Result<RunId> Mirror::sync(const ConnectionId& connection, const std::string& started_by,
                           store::Scope scope) {
    const auto run = TRY(inside_->start_sync(connection, started_by, scope));
    inside_->worker.wake();
    return run.id;
}

Result<api::Run> Mirror::approve(const WorkspaceId& workspace, const RunId& run) {
    auto report = inside_->change(workspace, run, [this](store::Run& found) -> Result<> {
        TRY(inside_->go_on(found));
        found.is_approved = true;
        return {};
    });
    if (report.ok()) inside_->worker.wake();
    return report;
}

Result<api::Run> Mirror::drop(const WorkspaceId& workspace, const RunId& run) {
    return inside_->change(workspace, run, [this](store::Run& found) -> Result<> {
        if (!is_held(found)) return Error{ErrorCode::conflict, "the run is not held"};
        found.is_cancelled = true;
        found.finished_at = inside_->parts.clock.now();
        return {};
    });
}

Result<api::Run> Mirror::run(const WorkspaceId& workspace, const RunId& run) {
    return run_report(inside_->parts.database, TRY(inside_->runs.started_in(workspace, run)));
}

Result<api::Run> Mirror::cancel(const WorkspaceId& workspace, const RunId& run) {
    return inside_->change(workspace, run, [this](store::Run& found) -> Result<> {
        if (found.has_ended()) return Error{ErrorCode::conflict, "the run has ended"};
        found.is_cancelled = true;
        found.finished_at = inside_->parts.clock.now();
        return {};
    });
}

Result<api::Run> Mirror::resume(const WorkspaceId& workspace, const RunId& run) {
    auto report = inside_->change(workspace, run,
                                  [this](store::Run& found) { return inside_->go_on(found); });
    if (report.ok()) inside_->worker.wake();
    return report;
}

Result<api::GetRunRecords::Reply> Mirror::records(const WorkspaceId& workspace,
                                                  const api::GetRunRecords& call) {
    constexpr std::int64_t page_max = 200;
    if (call.limit < 1 || call.limit > page_max || call.offset < 0)
        return Error{ErrorCode::invalid, "limit is 1 to 200, offset 0 or more"};
    auto found = call;
    found.run_id = TRY(inside_->runs.started_in(workspace, RunId{call.run_id})).id.text;
    return inside_->plans.page(found, domain::search_pattern(call.search));
}

Result<std::vector<api::EntityCount>> Mirror::counts(const WorkspaceId& workspace) {
    std::vector<api::EntityCount> counts;
    for (const auto& type : all_entity_types()) {
        const auto found = TRY(type.count_busy(inside_->place(workspace)));
        counts.push_back({type.entity, found.active, found.archived});
    }
    return counts;
}

}  // namespace busy24::sync
