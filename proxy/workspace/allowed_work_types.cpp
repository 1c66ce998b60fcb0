// Allowed work types in SQL.
#include "proxy/workspace/allowed_work_types.hpp"

namespace busy24::workspace {

Result<> replace_allowed(const Place& place, const std::string& project_id,
                         const std::vector<AllowedWorkType>& allowed) {
    TRY(store::remove<AllowedWorkType>(place.database, {store::equals("project_id", project_id)}));
    for (auto row : allowed) {
        row.project_id = project_id;
        row.workspace_id = place.workspace;
        TRY(store::upsert(place.database, row, {"project_id", "number"}));
    }
    return {};
}

Result<std::vector<api::AllowedWorkType>> allowed_on(const Place& place,
                                                     const std::string& project_id) {
    const std::array<store::Value, 2> values{place.workspace.text, project_id};
    return store::from_rows<api::AllowedWorkType>(TRY(place.database.query(
        "SELECT COALESCE(w.id, ''), CAST(a.number AS TEXT), COALESCE(w.name, a.name), "
        "COALESCE(w.is_active, 1) FROM project_work_type a "
        "LEFT JOIN work_type w ON w.workspace_id = a.workspace_id AND w.number = a.number "
        "WHERE a.workspace_id = $1 AND a.project_id = $2 "
        "ORDER BY COALESCE(w.name, a.name), a.number",
        values)));
}

Result<std::vector<std::int64_t>> active_work_type_numbers(const Place& place) {
    const std::array<store::Value, 1> values{place.workspace.text};
    const auto rows =
        TRY(place.database.query("SELECT number FROM work_type "
                                 "WHERE workspace_id = $1 AND is_active = 1 AND number IS NOT NULL",
                                 values));
    std::vector<std::int64_t> numbers(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) TRY(store::from_value(rows[i][0], numbers[i]));
    return numbers;
}

}  // namespace busy24::workspace
