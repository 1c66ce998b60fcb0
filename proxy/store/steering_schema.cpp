// Migration 5: what people tell the mirror about single records.
#include "proxy/store/schema.hpp"

namespace busy24::store {

std::string_view steering_schema() {
    return R"sql(
CREATE TABLE left_alone (
    connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    entity TEXT NOT NULL,
    busy_id TEXT NOT NULL,
    erp_id TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (connection_id, entity, busy_id)
);
)sql";
}

}  // namespace busy24::store
