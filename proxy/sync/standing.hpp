// How the mirror of a workspace stands, why a record is as it is, and what people decide about it.
#pragma once

#include "proxy/store/connections.hpp"
#include "proxy/workspace/place.hpp"
#include "shared/api/mirror.hpp"

namespace busy24::sync {

// All but the time of the next run, which the mirror itself knows.
Result<api::MirrorState> standing_of(const workspace::Place& place,
                                     const store::Connection& connection);

Result<api::ListRuns::Reply> runs_of(const workspace::Place& place, const api::ListRuns& call);

// Errors: not_found.
Result<api::ExplainRecord::Reply> explain(const workspace::Place& place,
                                          const store::Connection& connection,
                                          const api::ExplainRecord& call);

// One transaction each; the mirror must be woken afterwards. Errors: not_found.
Result<> decide_problem(const workspace::Place& place, const store::Connection& connection,
                        const api::DecideProblem& call);
Result<> decide_conflict(const workspace::Place& place, const store::Connection& connection,
                         const api::DecideConflict& call);

}  // namespace busy24::sync
