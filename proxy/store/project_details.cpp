// Rows of the table `project_detail`.
#include "proxy/store/project_details.hpp"

namespace busy24::store {

namespace {

// Nobody is likely to register hours on it again; the next who looks gets it fetched anew.
constexpr std::int64_t kept_fresh_ms = 30 * day_ms;

// `condition` is SQL on the project_detail d; $1 is the workspace.
Result<std::vector<NumberedProject>> numbered_where(Database& database, std::string_view condition,
                                                    std::span<const Value> values) {
    return from_rows<NumberedProject>(
        TRY(database.query("SELECT d.project_id, p.number, d.attempts FROM project_detail d "
                           "JOIN project p ON p.id = d.project_id "
                           "WHERE d.workspace_id = $1 AND p.number IS NOT NULL AND " +
                               std::string(condition),
                           values)));
}

std::optional<NumberedProject> first_of(std::vector<NumberedProject> projects) {
    if (projects.empty()) return std::nullopt;
    return std::move(projects.front());
}

}  // namespace

Result<ProjectDetail> ProjectDetails::get(const std::string& project_id) {
    auto rows = TRY(select_all<ProjectDetail>(database_, {equals("project_id", project_id)}));
    if (rows.empty()) return ProjectDetail{.project_id = project_id};
    return std::move(rows.front());
}

Result<std::string> ProjectDetails::members_wanted(const ConnectionId& connection,
                                                   const std::string& generation,
                                                   const std::string& after, int limit) {
    const std::array<Value, 4> values{connection.text, generation, after, to_value(limit)};
    const auto ids = TRY(database_.query(
        "SELECT id FROM record WHERE connection_id = $1 AND entity = 'project' AND side = 'erp' "
        "AND seen_in = $2 AND id > $3 ORDER BY id LIMIT $4",
        values));
    if (ids.empty()) return std::string();
    const auto last = ids.back()[0].value_or("");
    const std::array<Value, 4> range{connection.text, generation, after, last};
    TRY(
        database_.query("INSERT INTO project_detail (project_id, workspace_id, is_members_due) "
                        "SELECT p.id, p.workspace_id, 1 FROM record r "
                        "JOIN link l ON l.connection_id = r.connection_id AND l.entity = r.entity "
                        "AND l.erp_id = r.id JOIN project p ON p.id = l.busy_id "
                        "WHERE r.connection_id = $1 AND r.entity = 'project' AND r.side = 'erp' "
                        "AND r.seen_in = $2 AND r.id > $3 AND r.id <= $4 "
                        "ON CONFLICT (project_id) DO UPDATE SET is_members_due = 1",
                        range));
    return last;
}

Result<std::vector<NumberedProject>> ProjectDetails::with_members_due(const WorkspaceId& workspace,
                                                                      int limit) {
    const std::array<Value, 2> values{workspace.text, to_value(limit)};
    return numbered_where(database_, "d.is_members_due = 1 ORDER BY d.project_id LIMIT $2", values);
}

Result<> ProjectDetails::members_fetched(const std::string& project_id, Instant now) {
    const std::array<Value, 2> values{to_value(now), project_id};
    TRY(
        database_.query("UPDATE project_detail SET members_at = $1, is_members_due = 0 "
                        "WHERE project_id = $2",
                        values));
    return {};
}

Result<> ProjectDetails::members_given_up(const std::string& project_id) {
    const std::array<Value, 1> values{project_id};
    TRY(database_.query("UPDATE project_detail SET is_members_due = 0 WHERE project_id = $1",
                        values));
    return {};
}

Result<> ProjectDetails::needed(const WorkspaceId& workspace, const std::string& project_id,
                                Instant now) {
    const std::array<Value, 3> values{project_id, workspace.text, to_value(now)};
    TRY(
        database_.query("INSERT INTO project_detail (project_id, workspace_id, needed_at) "
                        "VALUES ($1, $2, $3) "
                        "ON CONFLICT (project_id) DO UPDATE SET needed_at = excluded.needed_at",
                        values));
    return {};
}

Result<std::optional<NumberedProject>> ProjectDetails::never_fetched(const WorkspaceId& workspace,
                                                                     Instant now) {
    const std::array<Value, 2> values{workspace.text, to_value(now)};
    return first_of(TRY(numbered_where(database_,
                                       "d.needed_at > 0 AND d.work_types_at = 0 AND "
                                       "d.retry_at <= $2 ORDER BY d.needed_at DESC LIMIT 1",
                                       values)));
}

Result<std::optional<NumberedProject>> ProjectDetails::grown_old(const WorkspaceId& workspace,
                                                                 Instant now) {
    const std::array<Value, 4> values{workspace.text, to_value(now + -kept_fresh_ms),
                                      to_value(now + -work_types_age_ms_max), to_value(now)};
    return first_of(TRY(numbered_where(database_,
                                       "d.needed_at > $2 AND d.work_types_at > 0 AND "
                                       "d.work_types_at <= $3 AND d.retry_at <= $4 "
                                       "ORDER BY d.needed_at DESC LIMIT 1",
                                       values)));
}

Result<> ProjectDetails::work_types_fetched(const std::string& project_id, Instant now) {
    const std::array<Value, 2> values{to_value(now), project_id};
    TRY(
        database_.query("UPDATE project_detail SET work_types_at = $1, attempts = 0, retry_at = 0 "
                        "WHERE project_id = $2",
                        values));
    return {};
}

Result<> ProjectDetails::work_types_failed(const std::string& project_id, Instant retry_at) {
    const std::array<Value, 2> values{to_value(retry_at), project_id};
    TRY(
        database_.query("UPDATE project_detail SET attempts = attempts + 1, retry_at = $1 "
                        "WHERE project_id = $2",
                        values));
    return {};
}

}  // namespace busy24::store
