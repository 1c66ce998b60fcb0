// The queue of runs in SQL.
#include "proxy/store/runs.hpp"

namespace busy24::store {

namespace {

// A run that has work to do. A failure without a time waits for a person.
constexpr std::string_view has_work =
    "phase IN ('read', 'plan', 'write', 'send') AND is_cancelled = 0 "
    "AND (failure_code = '' OR retry_at IS NOT NULL)";

std::string all_columns() { return table_detail::columns<Run>(); }

std::string condition_of(api::RunFilter filter) {
    const std::string counts =
        " AND EXISTS (SELECT 1 FROM run_entity e WHERE e.run_id = run.id AND ";
    switch (filter) {
        case api::RunFilter::all:
            break;
        case api::RunFilter::by_people:
            return " AND started_by <> ''";
        case api::RunFilter::with_errors:
            return " AND (failure_code <> '' OR" + counts.substr(4) + "e.failed > 0))";
        case api::RunFilter::with_changes:
            return counts + "e.created + e.changed > 0)";
    }
    return {};
}

}  // namespace

Result<> Runs::save(const Run& run) { return upsert(database_, run, {"id"}); }

Result<> Runs::remove(const RunId& id) { return store::remove<Run>(database_, {equals("id", id)}); }

Result<Run> Runs::get(const RunId& id) { return select_one<Run>(database_, {equals("id", id)}); }

Result<std::optional<Run>> Runs::newest_of(const ConnectionId& connection) {
    auto runs = TRY(select_all<Run>(database_, {equals("connection_id", connection)},
                                    "ORDER BY id DESC LIMIT 1"));
    if (runs.empty()) return std::optional<Run>();
    return std::optional<Run>(std::move(runs.front()));
}

Result<Run> Runs::started_in(const WorkspaceId& workspace, const RunId& id) {
    if (!id.empty())
        return select_one<Run>(database_, {equals("workspace_id", workspace), equals("id", id),
                                           equals("is_started", true)});
    return select_one<Run>(database_,
                           {equals("workspace_id", workspace), equals("is_started", true)},
                           "ORDER BY id DESC LIMIT 1");
}

Result<std::vector<Run>> Runs::page(const WorkspaceId& workspace, api::RunFilter filter,
                                    std::int64_t offset, std::int64_t limit) {
    const std::array<Value, 3> values{workspace.text, to_value(limit), to_value(offset)};
    const auto rows = TRY(database_.query(
        "SELECT " + all_columns() + " FROM run WHERE workspace_id = $1 AND is_started = 1" +
            condition_of(filter) + " ORDER BY id DESC LIMIT $2 OFFSET $3",
        values));
    return from_rows<Run>(rows);
}

Result<std::int64_t> Runs::count(const WorkspaceId& workspace, api::RunFilter filter) {
    const std::array<Value, 1> values{workspace.text};
    const auto rows =
        TRY(database_.query("SELECT COUNT(*) FROM run WHERE workspace_id = $1 AND is_started = 1" +
                                condition_of(filter),
                            values));
    std::int64_t count = 0;
    TRY(from_value(rows[0][0], count));
    return count;
}

Result<std::optional<Run>> Runs::claim(const Lease& lease, Instant now) {
    // The outer condition repeats the inner one: without it two sessions of PostgreSQL that looked
    // at the same moment would both take the row.
    // And of a connection's runs one at a time: two would send the same changes.
    const auto due =
        std::string(has_work) +
        " AND lease_until < $3 AND COALESCE(retry_at, 0) <= $3 AND NOT EXISTS (SELECT 1 FROM run "
        "held WHERE held.connection_id = run.connection_id AND held.lease_until >= $3)";
    const auto sql = "UPDATE run SET lease_owner = $1, lease_until = $2 WHERE " + due +
                     " AND id = (SELECT id FROM run WHERE " + due +
                     " ORDER BY is_started DESC, id LIMIT 1) RETURNING " + all_columns();
    const std::array<Value, 3> values{lease.owner, to_value(now + lease.length_ms), to_value(now)};
    const auto rows = TRY(database_.query(sql, values));
    if (rows.empty()) return std::optional<Run>();
    return std::optional<Run>(TRY(from_row<Run>(rows[0])));
}

Result<bool> Runs::renew(const RunId& run, const Lease& lease, Instant now) {
    const std::array<Value, 3> values{to_value(now + lease.length_ms), run.text, lease.owner};
    const auto rows =
        TRY(database_.query("UPDATE run SET lease_until = $1 "
                            "WHERE id = $2 AND lease_owner = $3 AND is_cancelled = 0 RETURNING 1",
                            values));
    return !rows.empty();
}

Result<> Runs::release(const RunId& run, const Lease& lease) {
    const std::array<Value, 2> values{run.text, lease.owner};
    TRY(database_.query(
        "UPDATE run SET lease_owner = '', lease_until = 0 WHERE id = $1 AND lease_owner = $2",
        values));
    return {};
}

Result<> Runs::release_all() {
    TRY(database_.query(
        "UPDATE run SET lease_owner = '', lease_until = 0 WHERE lease_owner <> ''"));
    return {};
}

Result<> Runs::pause_retries(const ConnectionId& connection, Instant until) {
    const std::array<Value, 2> values{to_value(until), connection.text};
    TRY(
        database_.query("UPDATE run SET retry_at = $1 WHERE connection_id = $2 AND started_by = '' "
                        "AND is_started = 1 AND retry_at IS NOT NULL",
                        values));
    return {};
}

Result<> Runs::release_of(const ConnectionId& connection) {
    const std::array<Value, 1> values{connection.text};
    TRY(
        database_.query("UPDATE run SET lease_owner = '', lease_until = 0 "
                        "WHERE connection_id = $1 AND lease_owner <> ''",
                        values));
    return {};
}

Result<> Runs::end_all_of(const ConnectionId& connection, Instant now) {
    TRY(store::remove<Run>(database_,
                           {equals("connection_id", connection), equals("is_started", false)}));
    const std::array<Value, 2> values{to_value(now), connection.text};
    TRY(
        database_.query("UPDATE run SET is_cancelled = 1, finished_at = COALESCE(finished_at, $1) "
                        "WHERE connection_id = $2 AND phase <> 'done' AND is_cancelled = 0",
                        values));
    return release_of(connection);
}

Result<bool> Runs::is_worked_on(const ConnectionId& connection, Instant now) {
    const std::array<Value, 2> values{connection.text, to_value(now)};
    const auto rows = TRY(database_.query(
        "SELECT 1 FROM run WHERE connection_id = $1 AND lease_until >= $2 LIMIT 1", values));
    return !rows.empty();
}

Result<std::optional<Instant>> Runs::next_due(Instant now) {
    const std::array<Value, 1> values{to_value(now)};
    // One whose connection is being worked on is taken by whoever does that.
    const auto rows = TRY(
        database_.query("SELECT MIN(CASE WHEN COALESCE(retry_at, 0) > lease_until THEN retry_at "
                        "ELSE lease_until END) FROM run WHERE " +
                            std::string(has_work) +
                            " AND NOT EXISTS (SELECT 1 FROM run held WHERE held.id <> run.id AND "
                            "held.connection_id = run.connection_id AND held.lease_until >= $1)",
                        values));
    std::optional<Instant> due;
    TRY(from_value(rows[0][0], due));
    return due;
}

Result<> Runs::save(const RunEntity& entity) {
    return upsert(database_, entity, {"run_id", "entity"});
}

Result<std::vector<RunEntity>> Runs::entities_of(const RunId& run) {
    return select_all<RunEntity>(database_, {equals("run_id", run)}, "ORDER BY position");
}

Result<> Runs::remove_entities(const RunId& run) {
    return store::remove<RunEntity>(database_, {equals("run_id", run)});
}

}  // namespace busy24::store
