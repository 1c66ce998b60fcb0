// Rows of the tables `mirror_state` and `busy_change`.
#include "proxy/store/mirror_states.hpp"

namespace busy24::store {

Result<MirrorState> MirrorStates::get(const ConnectionId& connection) {
    auto rows = TRY(select_all<MirrorState>(database_, {equals("connection_id", connection)}));
    if (rows.empty()) return MirrorState{.connection_id = connection};
    return std::move(rows.front());
}

Result<> MirrorStates::save(const MirrorState& state) {
    return upsert(database_, state, {"connection_id"});
}

Result<> BusyChanges::note(const BusyChange& change) {
    return upsert(database_, change, {"workspace_id", "entity", "busy_id"});
}

Result<> BusyChanges::forget(const WorkspaceId& workspace, Entity entity,
                             const std::string& busy_id) {
    return store::remove<BusyChange>(
        database_,
        {equals("workspace_id", workspace), equals("entity", entity), equals("busy_id", busy_id)});
}

Result<std::vector<std::string>> BusyChanges::page(const WorkspaceId& workspace, Entity entity,
                                                   const std::string& after, int limit) {
    const std::array<Value, 3> values{workspace.text, to_value(entity), after};
    const auto rows = TRY(
        database_.query("SELECT busy_id FROM busy_change WHERE workspace_id = $1 AND entity = $2 "
                        "AND busy_id > $3 ORDER BY busy_id LIMIT " +
                            std::to_string(limit),
                        values));
    std::vector<std::string> ids;
    ids.reserve(rows.size());
    for (const auto& row : rows) ids.push_back(row[0].value_or(""));
    return ids;
}

Result<bool> BusyChanges::has_any(const WorkspaceId& workspace, Instant since) {
    const std::array<Value, 2> values{workspace.text, to_value(since)};
    const auto rows = TRY(database_.query(
        "SELECT 1 FROM busy_change WHERE workspace_id = $1 AND changed_at >= $2 LIMIT 1", values));
    return !rows.empty();
}

}  // namespace busy24::store
