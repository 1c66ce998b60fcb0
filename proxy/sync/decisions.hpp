// A person's answer to "are these two the same?", and what follows from it for the plan.
#pragma once

#include "proxy/sync/run_context.hpp"

namespace busy24::sync {

// One transaction. A record is one other at most, so saying "same" turns an earlier "same" about
// either of the two into "different". Without a run (one with an empty id) no plan is touched: the
// next makes its own. Errors: not_found for a question that is not there.
Result<> record_decision(const workspace::Place& place, const store::Run& run,
                         const std::string& question, api::Decision decision);

}  // namespace busy24::sync
