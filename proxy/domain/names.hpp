// How names are compared, searched and sorted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace busy24::domain {

// Two names that differ only in case and in blanks are the same name.
std::string normalised_name(std::string_view name);

// The form that is searched in and sorted by: normalised, and with æ, ø and å after z, where
// Norwegian has them. A part of a name has the form that is a part of the name's form.
std::string search_form(std::string_view name);

// A pattern for LIKE ... ESCAPE '!' that finds the text anywhere in a search_form().
std::string search_pattern(std::string_view text);

// How many characters (code points) the text has.
std::size_t length_of(std::string_view text);

}  // namespace busy24::domain
