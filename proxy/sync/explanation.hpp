// «Hvorfor ser det slik ut?»: what the mirror knows of one record.
#pragma once

#include "proxy/store/connections.hpp"
#include "proxy/workspace/place.hpp"
#include "shared/api/explanation.hpp"

namespace busy24::sync {

// Errors: not_found.
Result<api::ExplainRecord::Reply> explain(const workspace::Place& place,
                                          const store::Connection& connection,
                                          const api::ExplainRecord& call);

}  // namespace busy24::sync
