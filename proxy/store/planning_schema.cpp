// Migration 8: planning once, and an index of what has become of a run's records that writing does
// not scatter.
#include "proxy/store/schema.hpp"

namespace busy24::store {

// With the names in the index, each record that was written touched a page of its own, and that was
// the dearest part of a first mirror. Whoever looks at a run has its records counted and sorted
// anyway.
std::string_view planning_schema() {
    return R"sql(
ALTER TABLE run_entity ADD COLUMN is_planned BIGINT NOT NULL DEFAULT 0;
DROP INDEX run_record_outcome;
CREATE INDEX run_record_outcome ON run_record (run_id, entity, outcome);
)sql";
}

}  // namespace busy24::store
