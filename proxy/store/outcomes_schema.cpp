// Migration 15: an index of outcomes that planning does not fill.
#include "proxy/store/schema.hpp"

namespace busy24::store {

// A record that is only planned has no outcome. It stood in the index nevertheless, and writing
// took it out of there again.
std::string_view outcomes_schema() {
    return R"sql(
DROP INDEX run_record_outcome;
CREATE INDEX run_record_outcome ON run_record (run_id, entity, outcome) WHERE outcome <> '';
)sql";
}

}  // namespace busy24::store
