// A person's answer to "are these two the same?", and what follows from it for the plan.
#pragma once

#include "proxy/sync/run_context.hpp"

namespace busy24::sync {

// One transaction. A record is one other at most, so saying "same" turns an earlier "same" about
// either of the two into "different". Errors: not_found for a question that is not there.
Result<> record_decision(store::Database& database, const store::Run& run,
                         const std::string& question, api::Decision decision);

}  // namespace busy24::sync
