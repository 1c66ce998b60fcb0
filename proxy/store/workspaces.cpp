// Rows of the table `workspace`.
#include "proxy/store/workspaces.hpp"

namespace busy24::store {

Result<> Workspaces::save(const Workspace& workspace) {
    return upsert(database_, workspace, {"id"});
}

Result<Workspace> Workspaces::get(const WorkspaceId& id) {
    return select_one<Workspace>(database_, {equals("id", id)});
}

Result<std::optional<Workspace>> Workspaces::connected_to(std::int64_t tenant_id) {
    auto found = TRY(select_all<Workspace>(
        database_, {equals("tenant_id", tenant_id), equals("is_connected", true)}));
    if (found.empty()) return std::optional<Workspace>();
    return std::optional(std::move(found.front()));
}

// Without its data key, no copy of the file gives up what was sealed for the workspace.
Result<> Workspaces::remove(const WorkspaceId& id) {
    auto transaction = TRY(Transaction::begin(database_));
    TRY(store::remove<Workspace>(database_, {equals("id", id)}));
    const std::array values{to_value(id)};
    TRY(database_.query("DELETE FROM data_key WHERE workspace_id = $1", values));
    return transaction.commit();
}

Result<> Workspaces::remove_drafts(Instant before) {
    auto transaction = TRY(Transaction::begin(database_));
    const std::array values{to_value(before)};
    TRY(database_.query("DELETE FROM workspace WHERE is_connected = 0 AND created_at < $1",
                        values));
    TRY(
        database_.query("DELETE FROM data_key WHERE workspace_id <> '' "
                        "AND workspace_id NOT IN (SELECT id FROM workspace)"));
    return transaction.commit();
}

}  // namespace busy24::store
