// New records of which nobody knows whether 24SevenOffice has made them: looks, and says.
#pragma once

#include <set>
#include <utility>

#include "proxy/sync/run_context.hpp"

namespace busy24::sync {

// The reason of what waits for a person: a record was made there at that time, and has been changed
// since, so that it may be this one under another name.
inline constexpr std::string_view perhaps_made = "perhaps_made";

// Ids in 24SevenOffice of the records that may be such.
using PerhapsOurs = std::set<std::pair<Entity, std::string>>;

// Looks at what was made there since the first of them was tried. What is found is linked; what may
// still come waits; what cannot be there is ready to be sent (again, unless it waits for a person
// for other reasons); the others wait for a person, and the ids are answered of the records that
// they may be. 0 calls when there is nothing to look up. Errors: the ERP's; the database's;
// "put_down".
Result<PerhapsOurs> look_up_made(RunContext& context);

}  // namespace busy24::sync
