// Migration 10: what people did to the workspace, in the order in which they did it.
#include "proxy/store/schema.hpp"

namespace busy24::store {

std::string_view audit_schema() {
    return R"sql(
CREATE TABLE audit (
    workspace_id TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    noted_at BIGINT NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    action TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    before_value TEXT NOT NULL,
    after_value TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (workspace_id, number)
);
)sql";
}

}  // namespace busy24::store
