// Letters and digits of ASCII, which is all that protocols look at.
#pragma once

#include <string>

namespace busy24 {

inline constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Leaves everything outside A to Z as it is, and does not look at the locale.
inline std::string in_lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

}  // namespace busy24
