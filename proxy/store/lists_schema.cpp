// Migration 4: indexes in the order in which the lists of the workspace's records are shown.
#include "proxy/store/schema.hpp"

namespace busy24::store {

// Active records come first, and those with the same name are told apart by id: a window is then
// read straight from its index, which holds all that a search looks at. Number and start have their
// own; of work types there are few.
std::string_view lists_schema() {
    return R"sql(
DROP INDEX project_name;
DROP INDEX customer_name;
DROP INDEX work_type_name;
CREATE INDEX project_name
    ON project (workspace_id, is_active DESC, folded_name, id, customer_id, number);
CREATE INDEX project_number ON project (workspace_id, is_active DESC, number, id);
CREATE INDEX project_start ON project (workspace_id, is_active DESC, starts_on, id);
CREATE INDEX customer_name ON customer (workspace_id, is_active DESC, folded_name, id, number);
CREATE INDEX customer_number ON customer (workspace_id, is_active DESC, number, id);
CREATE INDEX work_type_name ON work_type (workspace_id, is_active DESC, folded_name, id, number);
)sql";
}

}  // namespace busy24::store
