// The work types that a project allows, from 24SevenOffice only, one project a call.
#pragma once

#include "proxy/erp/client.hpp"
#include "proxy/store/project_details.hpp"
#include "proxy/workspace/place.hpp"

namespace busy24::sync {

// Fetches and stores them; fetching them again does no harm. An answer that names every active work
// type means that none is ticked, and is stored as "all", so that a new one is allowed as well
// (quirk 51). Errors: those of the call and the database; not_found "no_work_types" for an empty
// answer, which no project has (contract 4.2).
Result<> refresh_allowed_work_types(const workspace::Place& place, const erp::Session& session,
                                    const store::NumberedProject& project);

}  // namespace busy24::sync
