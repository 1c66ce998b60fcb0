// All that a workspace has, as one JSON document that is made while it is sent.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "proxy/store/database.hpp"
#include "shared/ids.hpp"
#include "shared/time.hpp"

namespace busy24::store {

// How a table's rows are known to be of a workspace.
enum class Belonging { itself, to_workspace, to_connection, to_run, to_setup };

struct ExportedTable {
    std::string_view name;     // in the document
    std::string_view table;    // in the database
    std::string_view key;      // the columns of its primary key, in whose order the rows come
    std::string_view columns;  // the others
    Belonging belonging = Belonging::to_workspace;
};

// No password, token or session is in them, sealed or not.
std::span<const ExportedTable> exported_tables();

// Gives the document piece by piece; false from `write` ends it. A few hundred rows are in memory
// at a time, and writers wait for none of it: what changes meanwhile is told as it was when its row
// came. Errors: the database's, and unavailable when `write` has ended it.
Result<> export_workspace(Database& database, const WorkspaceId& workspace, Instant now,
                          const std::function<bool(std::string_view)>& write);

}  // namespace busy24::store
