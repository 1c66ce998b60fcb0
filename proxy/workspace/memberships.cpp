// Memberships in SQL.
#include "proxy/workspace/memberships.hpp"

#include "proxy/workspace/persons.hpp"

namespace busy24::workspace {

namespace {

using api::ProjectRole;
using store::equals;

}  // namespace

Result<std::vector<Membership>> memberships_on(const Place& place, const std::string& project_id) {
    return store::select_all<Membership>(
        place.database, {equals("project_id", project_id), equals("workspace_id", place.workspace)},
        "ORDER BY member_id");
}

Result<ProjectRole> role_in(const Place& place, const UserId& user, const std::string& project_id) {
    const std::array<store::Value, 3> values{place.workspace.text, project_id, user.text};
    const auto projects = TRY(place.database.query(
        "SELECT 1 FROM project WHERE workspace_id = $1 AND id = $2", std::span(values).first(2)));
    if (projects.empty()) return Error{ErrorCode::not_found, "no such project"};
    // A user may be the person with the same id, or the one with the contact id (see Colleague).
    const auto rows = TRY(place.database.query(
        "SELECT role FROM membership WHERE workspace_id = $1 AND project_id = $2 "
        "AND (member_id = $3 OR member_id IN (SELECT p.id FROM app_user u JOIN person p "
        "ON p.workspace_id = u.workspace_id AND p.number = u.contact_id WHERE u.id = $3))",
        values));
    auto role = ProjectRole::none;
    for (const auto& row : rows) {
        ProjectRole found{};
        TRY(store::from_value(row[0], found));
        role = std::max(role, found);
    }
    return role;
}

Result<> save_membership(const Place& place, Membership membership) {
    membership.workspace_id = place.workspace;
    return store::upsert(place.database, membership, {"project_id", "member_id"});
}

Result<> move_memberships(const Place& place, const std::string& from_member,
                          const std::string& to_member) {
    const std::array<store::Value, 3> values{to_member, from_member, place.workspace.text};
    TRY(place.database.query(
        "UPDATE membership SET member_id = $1 WHERE member_id = $2 AND workspace_id = $3 "
        "AND project_id NOT IN (SELECT project_id FROM membership WHERE member_id = $1)",
        values));
    return store::remove<Membership>(place.database, {equals("member_id", from_member),
                                                      equals("workspace_id", place.workspace)});
}

Result<> move_memberships_to_contact(const Place& place, const UserId& user,
                                     std::int64_t contact_id) {
    const auto person = TRY(person_with_number(place, contact_id));
    if (!person || person->id == user.text) return {};
    return move_memberships(place, user.text, person->id);
}

}  // namespace busy24::workspace
