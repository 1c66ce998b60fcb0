// Members in SQL.
#include "proxy/workspace/project_members.hpp"

namespace busy24::workspace {

Result<> replace_members(const Place& place, const std::string& project_id,
                         const std::vector<ProjectMember>& members) {
    TRY(store::remove<ProjectMember>(place.database, {store::equals("project_id", project_id)}));
    for (auto member : members) {
        member.project_id = project_id;
        member.workspace_id = place.workspace;
        TRY(store::upsert(place.database, member, {"project_id", "contact_id"}));
    }
    return {};
}

Result<std::vector<api::ProjectMember>> members_of(const Place& place,
                                                   const std::string& project_id) {
    const std::array<store::Value, 2> values{place.workspace.text, project_id};
    // A person is called here as everywhere else in the workspace.
    return store::from_rows<api::ProjectMember>(TRY(place.database.query(
        "SELECT COALESCE(m.person_id, ''), CAST(m.contact_id AS TEXT), COALESCE(p.name, m.name), "
        "m.role_name, m.state, m.takes_part FROM project_member m "
        "LEFT JOIN person p ON p.id = m.person_id "
        "WHERE m.workspace_id = $1 AND m.project_id = $2 "
        "ORDER BY m.takes_part DESC, COALESCE(p.name, m.name), m.contact_id",
        values)));
}

}  // namespace busy24::workspace
