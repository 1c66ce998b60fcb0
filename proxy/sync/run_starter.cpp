// Decides which run a wish becomes, in one transaction each.
#include "proxy/sync/run_starter.hpp"

#include <algorithm>

#include "proxy/store/candidates.hpp"
#include "proxy/store/mirror_states.hpp"
#include "proxy/sync/engine.hpp"
#include "proxy/sync/run_context.hpp"

namespace busy24::sync {

namespace {

using store::Phase;
using store::Transaction;

Error under_way() { return {ErrorCode::conflict, "a run is under way", {}, "run_under_way"}; }

}  // namespace

std::string switches_for(const store::Connection& connection,
                         const std::optional<Switches>& chosen) {
    auto switches = chosen.value_or(switches_of(connection));
    switches.tenant_id = connection.tenant_id;
    return switches_text(switches);
}

// What is newest is told by the ids.
std::string RunStarter::id_after(const std::optional<store::Run>& run) {
    const auto newest = run ? std::max(run->id.text, run->generation) : std::string();
    return make_id_after(random_, clock_.now(), newest);
}

bool RunStarter::is_fresh(const store::Run& run) const {
    if (!rules_.renews_old_plans) return true;
    return run.read_at && clock_.now() - *run.read_at <= reading_age_ms_max;
}

store::Run RunStarter::new_run(const store::Connection& connection,
                               const std::optional<store::Run>& newest) {
    return {.id = RunId{id_after(newest)},
            .connection_id = connection.id,
            .workspace_id = connection.workspace_id,
            .switches = switches_for(connection, {}),
            .generation = id_after(newest),
            .created_at = clock_.now()};
}

Result<store::Connection> RunStarter::usable(const ConnectionId& id) {
    auto connection = TRY(connections_.get(id));
    if (connection.state == store::ConnectionState::disconnected)
        return Error{ErrorCode::conflict, "the workspace is disconnected", {}, "disconnected"};
    return connection;
}

// The run that a connection's preparation or first mirror goes on with. Inside a transaction.
// Errors: conflict when a started run is under way.
Result<store::Run> RunStarter::open_run(const store::Connection& connection) {
    auto newest = TRY(runs_.newest_of(connection.id));
    if (!newest || (newest->is_started && newest->has_ended())) return new_run(connection, newest);
    if (newest->is_started) return under_way();
    return std::move(*newest);
}

// Back to the beginning. Whoever works on it finds the lease gone and puts it down.
Result<> RunStarter::restart(store::Run& run, const std::string& switches) {
    read_again(run, switches, id_after(run));
    run.lease_owner.clear();
    run.lease_until = {};
    TRY(runs_.remove_entities(run.id));
    return plans_.clear(run.id);
}

// What the preview has planned stands while nobody has decided or changed anything here since.
Result<> RunStarter::plan_again(const store::Connection& connection, const store::Run& run) {
    const bool stands = TRY(store::Candidates(database_, connection.id).questions(1)).empty() &&
                        !TRY(store::BusyChanges(database_).has_any(connection.workspace_id));
    for (auto entity : TRY(runs_.entities_of(run.id))) {
        if (stands && !entity_type(entity.entity).comes_unannounced) continue;
        entity.is_planned = false;
        TRY(runs_.save(entity));
    }
    return {};
}

Result<store::Run> RunStarter::prepare(const ConnectionId& id,
                                       const std::optional<Switches>& chosen) {
    auto transaction = TRY(Transaction::begin(database_));
    const auto connection = TRY(usable(id));
    auto run = TRY(open_run(connection));
    const auto switches = switches_for(connection, chosen);
    const bool is_under_way = run.phase == Phase::read || run.phase == Phase::plan;
    if (run.switches != switches || (!is_under_way && !is_fresh(run))) {
        TRY(restart(run, switches));
    } else if (run.has_failed()) {
        clear_failure(run);
    }
    TRY(runs_.save(run));
    TRY(transaction.commit());
    return run;
}

Result<store::Run> RunStarter::start_first(const ConnectionId& id, const std::string& started_by) {
    auto transaction = TRY(Transaction::begin(database_));
    const auto connection = TRY(usable(id));
    auto run = TRY(open_run(connection));
    const auto switches = switches_for(connection, {});
    if (run.phase == Phase::ready && TRY(store::Candidates(database_, id).undecided()) > 0)
        return Error{ErrorCode::invalid, "questions are open", {}, "undecided_matches"};
    if (run.switches != switches || (run.phase != Phase::read && !is_fresh(run)))
        TRY(restart(run, switches));
    if (run.phase != Phase::read) {
        TRY(plan_again(connection, run));
        run.phase = Phase::plan;
        run.lease_owner.clear();
        run.lease_until = {};
    }
    clear_failure(run);
    run.is_started = true;
    // Whoever starts the first one has seen in the preview what it will do, unless it has grown
    // old.
    const auto state = TRY(store::MirrorStates(database_).get(id));
    run.is_approved = run.may_write_many = state.read_at.ms == 0 && run.phase != Phase::read;
    run.started_by = started_by;
    run.started_at = clock_.now();
    TRY(runs_.save(run));
    TRY(transaction.commit());
    return run;
}

// Takes a preparation into force, together with the switches that it was made for.
Result<> RunStarter::start_prepared(const ConnectionId& id, const std::string& started_by,
                                    const Switches& chosen) {
    auto transaction = TRY(Transaction::begin(database_));
    auto connection = TRY(usable(id));
    auto run = TRY(runs_.newest_of(id));
    const bool is_ready = run && !run->is_started && run->phase == Phase::ready &&
                          run->switches == switches_for(connection, chosen) && is_fresh(*run);
    if (!is_ready)
        return Error{ErrorCode::conflict, "no preview of these", {}, "preview_not_ready"};
    connection.has_projects = chosen.projects;
    connection.has_work_types = chosen.work_types;
    connection.has_customers = chosen.customers;
    TRY(connections_.save(connection));
    TRY(plan_again(connection, *run));
    run->phase = Phase::plan;
    run->is_started = true;
    run->is_approved = run->may_write_many = true;
    run->started_by = started_by;
    run->started_at = clock_.now();
    TRY(runs_.save(*run));
    return transaction.commit();
}

Result<store::Run> RunStarter::start_sync(const ConnectionId& id, const std::string& started_by,
                                          store::Scope scope) {
    auto transaction = TRY(Transaction::begin(database_));
    const auto connection = TRY(usable(id));
    auto newest = TRY(runs_.newest_of(id));
    const auto state = TRY(store::MirrorStates(database_).get(id));
    if (state.read_at.ms == 0)
        return Error{ErrorCode::conflict, "no first run yet", {}, "not_connected"};
    if (newest && !newest->has_ended() && !newest->has_failed() && newest->phase != Phase::ready)
        return under_way();
    if (newest && !newest->is_started) TRY(runs_.remove(newest->id));
    // One that waits for its next try must never have it: what either reads would look to the other
    // like records that are gone.
    if (newest && newest->is_started && !newest->has_ended()) {
        newest->retry_at.reset();
        newest->finished_at = clock_.now();
        TRY(runs_.save(*newest));
    }
    auto run = new_run(connection, newest);
    // What a run that was given up has read is not sure to have been taken up.
    run.scope = scope;
    run.is_started = true;
    run.started_by = started_by;
    run.started_at = clock_.now();
    TRY(runs_.save(run));
    TRY(transaction.commit());
    return run;
}

Result<> RunStarter::go_on(store::Run& run) {
    if (run.phase == Phase::done || !run.has_ended())
        return Error{ErrorCode::conflict, "the run is under way or done"};
    TRY(usable(run.connection_id));
    const auto newest = TRY(runs_.newest_of(run.connection_id));
    if (newest && newest->id != run.id) return under_way();
    run.is_cancelled = false;
    run.finished_at.reset();
    clear_failure(run);
    // What was written stays written: the plan of a new reading finds it unchanged.
    if (run.phase != Phase::read && !is_fresh(run)) return restart(run, run.switches);
    return {};
}

}  // namespace busy24::sync
