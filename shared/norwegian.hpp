// Norwegian ways of writing: organisation numbers, numbers, dates and times, and letters without
// their case.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/time.hpp"

namespace busy24 {

// Nine digits whose last one is right: weights 3 2 7 6 5 4 3 2, modulo 11. Spaces, also no-break
// ones, are forgiven.
bool is_organisation_number(std::string_view text);

// `123 456 785` with no-break spaces; a text that is no organisation number comes back as it was.
std::string organisation_number_text(std::string_view text);

// `10 000`: groups of three digits with `separator` between them, which is a no-break space in
// Norwegian text.
std::string grouped_number(std::int64_t number, std::string_view separator = "\u00a0");

// `7,5`: at most `decimals` of them (0 to 6), rounded half away from zero, none that is 0 at the
// end. English has a point for the comma.
std::string decimal_text(double number, int decimals, char comma = ',');

std::string date_text(const CivilTime& civil);  // `5.6.2026`
std::string time_text(const CivilTime& civil);  // `13:00`

// Small letters for comparing and searching, the Norwegian and the other Latin-1 ones included.
std::string folded(std::string_view text);

}  // namespace busy24
