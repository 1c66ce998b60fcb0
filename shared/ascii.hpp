// Letters of ASCII, which is all that protocols compare without regard to case.
#pragma once

#include <string>

namespace busy24 {

// Leaves everything outside A to Z as it is, and does not look at the locale.
inline std::string in_lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

}  // namespace busy24
