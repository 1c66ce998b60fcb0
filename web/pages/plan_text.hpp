// The plan of the mirror in sentences: «142 prosjekter hentes, 3 opprettes i 24SevenOffice».
#pragma once

#include <string>

#include "shared/api/onboarding.hpp"
#include "web/text/text.hpp"

namespace busy24::pages {

// What will happen with one kind of record; the counts that are 0 are left out, but for how many
// are fetched.
std::string plan_text(const text::Texts& t, const api::EntityPlan& plan);

// The words for a member of a record; the member's own name for one that has none.
std::string value_name(const text::Texts& t, const std::string& member);
// The text of a member as people write it: days, numbers, yes and no.
std::string value_text(const text::Texts& t, const api::RecordValue& value);
// «samme navn, samme e-post».
std::string reasons_text(const text::Texts& t, const std::vector<api::MatchReason>& reasons);

}  // namespace busy24::pages
