// The plan of a first-time setup as rows: what happens to each project, or to each person.
#pragma once

#include "proxy/setup/facts.hpp"

namespace busy24::setup {

// One window of them.
api::PreviewSetup::Reply preview_of(const Facts& facts, const domain::SetupPlan& plan,
                                    const api::PreviewSetup& call);

}  // namespace busy24::setup
