// What a person does to the link of one record: leave it alone, break it, make it anew.
#pragma once

#include "proxy/store/connections.hpp"
#include "proxy/workspace/place.hpp"
#include "shared/api/explanation.hpp"
#include "shared/api/mirror.hpp"

namespace busy24::sync {

// One transaction; the mirror must be woken afterwards. Errors: not_found when the workspace has no
// such record; invalid "not_linked", "no_such_number", or "number_taken" when that record is
// linked to another one.
Result<> change_link(const workspace::Place& place, const store::Connection& connection,
                     const api::ChangeLink& call);

}  // namespace busy24::sync
