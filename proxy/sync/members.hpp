// Members of projects, from 24SevenOffice only.
#pragma once

#include <vector>

#include "proxy/erp/client.hpp"
#include "proxy/store/project_details.hpp"
#include "proxy/workspace/place.hpp"

namespace busy24::sync {

// As many projects as one call is asked about: the limit of the other lists of ids (quirk 26),
// since that of this one is not known.
inline constexpr int members_batch_max = 1000;

// Fetches the members of these projects, in one call, and stores them; fetching them again does no
// harm. A project that the answer does not mention keeps those that it has: whoever leaves one is
// still listed there, as removed, so silence is rather a right that was lost (quirk 17). Errors:
// those of the call and the database.
Result<> refresh_members(const workspace::Place& place, const erp::Session& session,
                         const std::vector<store::NumberedProject>& projects);

}  // namespace busy24::sync
