// The third phase of a run: carries the plan out in the workspace, and puts the rest in the outbox.
#pragma once

#include "proxy/sync/run_context.hpp"

namespace busy24::sync {

// Record, link, outcome and counts of a batch are one transaction, so that a run that is cut off at
// any moment goes on without doubles. A record that cannot be written fails by itself.
// Errors: the database's, and "put_down".
Result<> write_plan(RunContext& context);

}  // namespace busy24::sync
