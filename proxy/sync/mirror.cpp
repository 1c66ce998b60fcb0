// Puts runs into the queue, lets the worker take them out, and shows how they stand.
#include "proxy/sync/mirror.hpp"

#include <list>

#include "proxy/domain/schedule.hpp"
#include "proxy/jobs/worker.hpp"
#include "proxy/store/connections.hpp"
#include "proxy/store/mirror_states.hpp"
#include "proxy/sync/decisions.hpp"
#include "proxy/sync/engine.hpp"
#include "proxy/sync/fetcher.hpp"
#include "proxy/sync/reports.hpp"
#include "proxy/sync/run_starter.hpp"

namespace busy24::sync {

namespace {

using store::Phase;
using store::Transaction;

// Longer than any single call to the ERP takes, and given back or taken over long before.
constexpr std::int64_t lease_ms = 20 * minute_ms;

std::optional<Instant> earlier(std::optional<Instant> a, std::optional<Instant> b) {
    if (!a || !b) return a ? a : b;
    return std::min(*a, *b);
}

}  // namespace

// So many runs at once, of different connections: a long first mirror does not keep another
// workspace's change back. One of the calls that may be made at a time is left for people.
constexpr std::size_t lanes_count = 3;

struct Mirror::Inside {
    // A thread of the mirror, which holds its runs by a lease of its own.
    struct Lane {
        Lane(Inside& inside, bool fetches_details)
            : lease{make_id(inside.parts.random, inside.parts.clock.now()), lease_ms},
              fetches(fetches_details),
              worker(inside.parts.clock, [&inside, this] { return inside.work_by_clock(*this); }) {}
        store::Lease lease;
        bool fetches;  // what the fetcher has to do, between the runs
        jobs::Worker worker;
    };

    explicit Inside(MirrorParts given) : parts(std::move(given)) {
        for (std::size_t i = 0; i < lanes_count; ++i) lanes.emplace_back(*this, i == 0);
    }

    // A preparation that nobody has started holds up the mirror while it is being made, and neither
    // when it is made nor when that has failed.
    Result<std::optional<store::Run>> newest_in_force(const ConnectionId& connection) {
        auto newest = TRY(runs.newest_of(connection));
        const bool is_made = newest && (newest->phase == Phase::ready || newest->has_failed());
        if (!newest || newest->is_started || !is_made) return newest;
        auto started = runs.started_in(newest->workspace_id, {});
        if (!started.ok() && started.error().code == ErrorCode::not_found)
            return std::optional<store::Run>();
        return std::optional(TRY(std::move(started)));
    }

    // When the connection's next run is due; nullopt while one is under way, or waits for a person.
    Result<std::optional<domain::DueRun>> due_run(const store::Connection& connection) {
        const auto state = TRY(states.get(connection.id));
        const auto newest = TRY(newest_in_force(connection.id));
        if (state.read_at.ms == 0 || !newest || !newest->has_ended())
            return std::optional<domain::DueRun>();
        if (is_held(*newest)) return std::optional<domain::DueRun>();
        // What a run has seen and could not send (it is archived here, or waits for a person) is no
        // reason for another one at once. A change may be stored a moment after it was made.
        constexpr std::int64_t stored_within_ms = 5 * second_ms;
        const bool has_seen_all = newest->phase == Phase::done;
        const auto unseen = has_seen_all ? newest->created_at + -stored_within_ms : Instant{};
        domain::MirrorTimes times{
            .now = parts.clock.now(),
            .read_at = state.read_at,
            .compared_at = state.compared_at,
            .ended_at = newest->finished_at.value_or(newest->created_at),
            .paused_until = state.paused_until,
            .has_failed = newest->has_failed() || newest->is_cancelled,
            .has_changes =
                TRY(store::BusyChanges(parts.database).has_any(connection.workspace_id, unseen)),
            .look_at = TRY(store::Outbox(parts.database, connection.id).next_try()),
            .spread = std::hash<std::string>()(connection.id.text)};
        // Whoever puts an end to a run does not want the same one a moment later.
        if (newest->is_cancelled) {
            times.read_at = std::max(times.read_at, times.ended_at);
            if (newest->scope == store::Scope::full)
                times.compared_at = std::max(times.compared_at, times.ended_at);
        }
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
                const auto started = starter.start_sync(connection.id, "", scope);
                // Another lane was quicker.
                if (!started.ok() && started.error().reason != "run_under_way")
                    return started.error();
            } else if (!next || due->at < *next) {
                next = due->at;
            }
        }
        return next;
    }

    // The thread's work: what is due by the clock becomes a run, and runs are worked on.
    std::optional<Instant> work_by_clock(const Lane& lane) {
        const auto scheduled = start_due_runs();
        const auto waiting = work(lane);
        // Runs that have just ended are due again at another time.
        const auto next = start_due_runs();
        if (!scheduled.ok() || !next.ok()) return waiting;
        return earlier(waiting, next.value());
    }

    // Everything that is due, runs first; when the next is.
    std::optional<Instant> work(const Lane& lane) {
        while (!lane.worker.is_stopping()) {
            const auto run = runs.claim(lane.lease, parts.clock.now());
            if (!run.ok()) break;
            if (run.value())
                work_on_one(*run.value(), lane);
            else if (!lane.fetches || !fetcher.fetch_one())
                break;
        }
        const auto due = runs.next_due(parts.clock.now());
        if (!due.ok()) return std::nullopt;
        return lane.fetches ? earlier(due.value(), fetcher.next_due()) : due.value();
    }

    void work_on_one(const store::Run& run, const Lane& lane) {
        RunContext context{.parts = parts, .lease = lane.lease, .run = run, .is_stopping = [&lane] {
                               return lane.worker.is_stopping();
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
        // What the run has left to the fetcher.
        if (!lane.fetches) lanes.front().worker.wake();
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

    workspace::Place place(const WorkspaceId& workspace) {
        return {parts.database, parts.random, workspace, parts.clock.now()};
    }

    void wake() {
        for (auto& lane : lanes) lane.worker.wake();
    }

    MirrorParts parts;
    store::Runs runs{parts.database};
    store::Plans plans{parts.database};
    store::Connections connections{parts.database};
    store::MirrorStates states{parts.database};
    RunStarter starter{parts.database, parts.clock, parts.random, parts.rules};
    Fetcher fetcher{parts};
    std::list<Lane> lanes;  // last: their threads end before the rest goes
};

Mirror::Mirror(MirrorParts parts) : inside_(std::make_unique<Inside>(std::move(parts))) {}
Mirror::~Mirror() { stop(); }

void Mirror::start() {
    // When the database cannot be reached, the leases run out by themselves.
    (void)inside_->runs.release_all().ok();
    for (auto& lane : inside_->lanes) lane.worker.start();
}

void Mirror::stop() {
    for (auto& lane : inside_->lanes) lane.worker.stop();
}

void Mirror::work_until_idle() { inside_->work(inside_->lanes.front()); }

Result<std::optional<Instant>> Mirror::start_due_runs() { return inside_->start_due_runs(); }

Result<std::optional<Instant>> Mirror::next_run(const ConnectionId& connection) {
    const auto row = TRY(inside_->connections.get(connection));
    const auto due = TRY(inside_->due_run(row));
    return due ? std::optional(due->at) : std::nullopt;
}

void Mirror::busy_changed() { inside_->wake(); }

Result<> Mirror::prepare(const ConnectionId& connection, const std::optional<Switches>& chosen) {
    TRY(inside_->starter.prepare(connection, chosen));
    inside_->wake();
    return {};
}

Result<> Mirror::start_prepared(const ConnectionId& connection, const std::string& started_by,
                                const Switches& chosen) {
    TRY(inside_->starter.start_prepared(connection, started_by, chosen));
    inside_->wake();
    return {};
}

Result<api::Preview> Mirror::preview(const ConnectionId& connection,
                                     const std::optional<Switches>& chosen) {
    const auto run = TRY(inside_->runs.newest_of(connection));
    const auto row = TRY(inside_->connections.get(connection));
    const auto wanted = switches_for(row, chosen);
    if (!run || run->is_started || run->switches != wanted) return api::Preview{};
    return preview_report(inside_->place(run->workspace_id), *run);
}

Result<> Mirror::decide(const ConnectionId& connection, const std::string& question,
                        api::Decision decision) {
    const auto run = TRY(inside_->runs.newest_of(connection));
    if (!run || run->is_started) return Error{ErrorCode::not_found, "nothing is prepared"};
    return record_decision(inside_->place(run->workspace_id), *run, question, decision);
}

Result<RunId> Mirror::start_first_run(const ConnectionId& connection,
                                      const std::string& started_by) {
    const auto run = TRY(inside_->starter.start_first(connection, started_by));
    inside_->wake();
    return run.id;
}

Result<RunId> Mirror::sync(const ConnectionId& connection, const std::string& started_by,
                           store::Scope scope) {
    const auto run = TRY(inside_->starter.start_sync(connection, started_by, scope));
    inside_->wake();
    return run.id;
}

Result<api::Run> Mirror::approve(const WorkspaceId& workspace, const RunId& run) {
    auto report = inside_->change(workspace, run, [this](store::Run& found) -> Result<> {
        const auto reason = found.failure_reason;
        TRY(inside_->starter.go_on(found));
        // Only of the plan that was seen: what a new reading leads to is guarded again.
        const bool is_plan_kept = found.phase != store::Phase::read;
        found.may_write_many = is_plan_kept && reason == "too_many_writes";
        found.is_approved = is_plan_kept && (found.is_approved || reason == "list_shrank");
        return {};
    });
    if (report.ok()) inside_->wake();
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
    auto report = inside_->change(
        workspace, run, [this](store::Run& found) { return inside_->starter.go_on(found); });
    if (report.ok()) inside_->wake();
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
