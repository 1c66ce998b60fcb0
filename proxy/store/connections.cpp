// Rows of the table `connection`.
#include "proxy/store/connections.hpp"

namespace busy24::store {

Result<> Connections::save(const Connection& connection) {
    return upsert(database_, connection, {"id"});
}

Result<Connection> Connections::get(const ConnectionId& id) {
    return select_one<Connection>(database_, {equals("id", id)});
}

Result<Connection> Connections::of(const WorkspaceId& workspace) {
    return select_one<Connection>(database_, {equals("workspace_id", workspace)},
                                  "ORDER BY created_at DESC");
}

Result<> Connections::touch(const ConnectionId& id, Instant now) {
    const std::array values{to_value(now), to_value(id)};
    TRY(database_.query("UPDATE connection SET last_contact_at = $1 WHERE id = $2", values));
    return {};
}

}  // namespace busy24::store
