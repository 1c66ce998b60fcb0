// Migration 14: how the connections are doing, and who is told when one breaks.
#include "proxy/store/schema.hpp"

namespace busy24::store {

std::string_view health_schema() {
    return R"sql(
ALTER TABLE connection ADD COLUMN disconnected_at BIGINT;

-- What the last trial of a connection's login has shown. Instants of 0 have not happened.
CREATE TABLE connection_health (
    connection_id TEXT PRIMARY KEY REFERENCES connection (id) ON DELETE CASCADE,
    checked_at BIGINT NOT NULL,
    checks TEXT NOT NULL,
    trouble TEXT NOT NULL,
    broken_since BIGINT NOT NULL
);

-- Without a row, all administrators are told.
CREATE TABLE connection_recipients (
    workspace_id TEXT PRIMARY KEY REFERENCES workspace (id) ON DELETE CASCADE,
    is_all_administrators BIGINT NOT NULL,
    emails TEXT NOT NULL
);
)sql";
}

}  // namespace busy24::store
