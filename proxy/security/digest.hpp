// Hexadecimal, SHA-256, and a comparison whose time tells nothing.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace busy24::security {

// Two lower-case digits a byte. Thread-safe.
std::string hex(std::span<const unsigned char> bytes);

// Lower-case hexadecimal, 64 characters. Thread-safe.
std::string sha256(std::string_view text);

// Equal or not, in a time that depends on the lengths only.
bool is_equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace busy24::security
