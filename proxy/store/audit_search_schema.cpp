// Migration 12: what the audit log is searched by.
#include "proxy/store/schema.hpp"

namespace busy24::store {

std::string_view audit_search_schema() {
    return R"sql(
ALTER TABLE audit ADD COLUMN folded TEXT NOT NULL DEFAULT '';
)sql";
}

}  // namespace busy24::store
