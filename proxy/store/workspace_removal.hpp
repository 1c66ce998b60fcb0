// Takes a workspace out of the database, with all that only it has.
#pragma once

#include "proxy/store/database.hpp"
#include "shared/ids.hpp"

namespace busy24::store {

// Its records, its users and their sessions, its key; and what is kept by e-mail address, of those
// who are users of no other workspace. A transaction of its own, or part of the caller's. Errors:
// the database's.
Result<> remove_workspace(Database& database, const WorkspaceId& workspace);

}  // namespace busy24::store
