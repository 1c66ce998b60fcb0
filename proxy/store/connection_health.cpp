// Rows of the tables `connection_health` and `connection_recipients`.
#include "proxy/store/connection_health.hpp"

#include "shared/json.hpp"

namespace busy24::store {

api::ConnectionHealth health_report(const ConnectionHealth& health) {
    auto checks = parse_json<std::vector<api::RightCheck>>(health.checks);
    return {.checked_at_ms = health.checked_at.ms,
            .checks = checks.ok() ? std::move(checks).value() : std::vector<api::RightCheck>(),
            .trouble = health.trouble,
            .broken_since_ms = health.broken_since.ms};
}

Result<ConnectionHealth> ConnectionHealths::get(const ConnectionId& connection) {
    auto rows = TRY(select_all<ConnectionHealth>(database_, {equals("connection_id", connection)}));
    if (rows.empty()) return ConnectionHealth{.connection_id = connection};
    return std::move(rows.front());
}

Result<> ConnectionHealths::save(const ConnectionHealth& health) {
    return upsert(database_, health, {"connection_id"});
}

Result<> ConnectionHealths::remove(const ConnectionId& connection) {
    return store::remove<ConnectionHealth>(database_, {equals("connection_id", connection)});
}

Result<ConnectionRecipients> ConnectionHealths::recipients(const WorkspaceId& workspace) {
    auto rows =
        TRY(select_all<ConnectionRecipients>(database_, {equals("workspace_id", workspace)}));
    if (rows.empty()) return ConnectionRecipients{.workspace_id = workspace};
    return std::move(rows.front());
}

Result<> ConnectionHealths::save(const ConnectionRecipients& recipients) {
    return upsert(database_, recipients, {"workspace_id"});
}

Result<bool> ConnectionHealths::has_links(const ConnectionId& connection, Entity entity) {
    const std::array<Value, 2> values{connection.text, to_value(entity)};
    const auto rows = TRY(database_.query(
        "SELECT 1 FROM link WHERE connection_id = $1 AND entity = $2 LIMIT 1", values));
    return !rows.empty();
}

}  // namespace busy24::store
