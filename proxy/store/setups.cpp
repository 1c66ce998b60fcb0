// Rows of the tables `setup_role`, `setup_run` and `setup_change`.
#include "proxy/store/setups.hpp"

namespace busy24::store {

Result<std::vector<SetupRole>> Setups::roles(const WorkspaceId& workspace) {
    return select_all<SetupRole>(database_, {equals("workspace_id", workspace)},
                                 "ORDER BY role_key");
}

Result<> Setups::replace_roles(const WorkspaceId& workspace, const std::vector<SetupRole>& roles) {
    TRY(remove<SetupRole>(database_, {equals("workspace_id", workspace)}));
    for (auto role : roles) {
        role.workspace_id = workspace;
        TRY(upsert(database_, role, {"workspace_id", "role_key"}));
    }
    return {};
}

Result<> Setups::save(const SetupRun& run) { return upsert(database_, run, {"id"}); }

Result<> Setups::add(const SetupChange& change) { return insert(database_, change); }

Result<std::vector<SetupRun>> Setups::newest(const WorkspaceId& workspace, std::int64_t limit) {
    // Ids are made in the order of time.
    return select_all<SetupRun>(database_, {equals("workspace_id", workspace)},
                                "ORDER BY id DESC LIMIT " + std::to_string(limit));
}

Result<SetupRun> Setups::get(const WorkspaceId& workspace, const std::string& id) {
    return select_one<SetupRun>(database_, {equals("id", id), equals("workspace_id", workspace)});
}

Result<std::vector<SetupRun>> Setups::unfinished() {
    return from_rows<SetupRun>(
        TRY(database_.query("SELECT " + table_detail::columns<SetupRun>() +
                            " FROM setup_run WHERE state IN ('applying', 'undoing') ORDER BY id")));
}

Result<std::vector<SetupChange>> Setups::changes(const std::string& setup_id, std::int64_t from,
                                                 std::int64_t limit) {
    const std::array values{to_value(setup_id), to_value(from), to_value(from + limit)};
    return from_rows<SetupChange>(TRY(database_.query(
        "SELECT " + table_detail::columns<SetupChange>() +
            " FROM setup_change WHERE setup_id = $1 AND position >= $2 AND position < $3 "
            "ORDER BY position",
        values)));
}

}  // namespace busy24::store
