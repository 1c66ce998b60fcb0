// The language that a browser's wishes lead to.
#pragma once

#include <string>
#include <vector>

#include "shared/language.hpp"

namespace busy24::text {

using busy24::Language;

// The first of the browser's languages (such as "nn-NO", "no", "sv") that the product speaks;
// Norwegian without a variety is nb. English when there is none.
Language preferred_language(const std::vector<std::string>& browser_languages);

}  // namespace busy24::text
