// Migration 20: when a record is tried again, what a person has approved of a run, and which
// projects wait for their customer.
#include "proxy/store/schema.hpp"

namespace busy24::store {

std::string_view approvals_schema() {
    return R"sql(
ALTER TABLE outbox ADD COLUMN try_at BIGINT;
ALTER TABLE run ADD COLUMN may_write_many BIGINT NOT NULL DEFAULT 0;
CREATE INDEX project_lacks_customer ON project (workspace_id, customer_number)
    WHERE customer_id IS NULL AND customer_number IS NOT NULL;
)sql";
}

}  // namespace busy24::store
