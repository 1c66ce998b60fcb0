// Migration 22: records of 24SevenOffice that cannot be kept here, and those that somebody lets be.
#include "proxy/store/schema.hpp"

namespace busy24::store {

std::string_view refused_schema() {
    return R"sql(
CREATE INDEX record_has_problem ON record (connection_id, entity, id)
    WHERE problem <> '' AND side = 'erp';

CREATE TABLE refused (
    connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    entity TEXT NOT NULL,
    erp_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (connection_id, entity, erp_id)
);
)sql";
}

}  // namespace busy24::store
