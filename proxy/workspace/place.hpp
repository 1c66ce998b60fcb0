// Where the workspace's records are read and written: one database, one workspace.
#pragma once

#include "proxy/doors/random.hpp"
#include "proxy/store/database.hpp"
#include "shared/ids.hpp"

namespace busy24::workspace {

// Lent for one piece of work. What is done in a transaction of the calling thread is part of it.
struct Place {
    store::Database& database;
    Random& random;
    WorkspaceId workspace;
    Instant now;
};

}  // namespace busy24::workspace
