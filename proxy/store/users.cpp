// Rows of the table `app_user`.
#include "proxy/store/users.hpp"

#include "shared/ascii.hpp"

namespace busy24::store {

std::string canonical_email(std::string_view email) {
    const auto first = email.find_first_not_of(" \t\r\n");
    if (first == email.npos) return {};
    return in_lower_case(email.substr(first, email.find_last_not_of(" \t\r\n") - first + 1));
}

Result<> Users::save(const User& user) { return upsert(database_, user, {"id"}); }

Result<User> Users::get(const UserId& id) {
    return select_one<User>(database_, {equals("id", id)});
}

Result<std::vector<User>> Users::with_email(std::string_view email) {
    return select_all<User>(database_,
                            {equals("email", canonical_email(email)), equals("is_active", true)},
                            "AND workspace_id IN (SELECT id FROM workspace WHERE is_connected = 1) "
                            "ORDER BY workspace_id");
}

Result<std::vector<User>> Users::with_erp_username(std::string_view username) {
    const std::array values{to_value(canonical_email(username))};
    return from_rows<User>(TRY(database_.query(
        "SELECT " + table_detail::columns<User>() +
            " FROM app_user WHERE is_active = 1 AND workspace_id IN (SELECT id FROM workspace "
            "WHERE is_connected = 1) AND id IN (SELECT id FROM app_user WHERE email = $1 "
            "UNION SELECT id FROM app_user WHERE erp_username = $1 "
            "UNION SELECT u.id FROM person p JOIN app_user u ON u.workspace_id = p.workspace_id "
            "AND u.contact_id = p.number WHERE p.email = $1) ORDER BY workspace_id, id",
        values)));
}

Result<std::vector<User>> Users::of(const WorkspaceId& workspace) {
    return select_all<User>(database_, {equals("workspace_id", workspace)},
                            "ORDER BY created_at, id");
}

Result<std::int64_t> Users::count(const WorkspaceId& workspace) {
    const std::array values{to_value(workspace)};
    const auto rows =
        TRY(database_.query("SELECT COUNT(*) FROM app_user WHERE workspace_id = $1", values));
    std::int64_t count = 0;
    TRY(from_value(rows.at(0).at(0), count));
    return count;
}

}  // namespace busy24::store
