// Migration 6: an index of what a reading has seen, in the order in which it is looked through.
#include "proxy/store/schema.hpp"

namespace busy24::store {

// With the ids in it: an index that does not give the order loses against the primary key, which
// does, and then a run without changes looks at every record there is.
std::string_view seen_schema() {
    return R"sql(
DROP INDEX record_seen;
CREATE INDEX record_seen ON record (connection_id, entity, side, seen_in, id);
)sql";
}

}  // namespace busy24::store
