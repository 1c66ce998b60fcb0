// The slow hash of passwords.
#pragma once

#include <string>
#include <string_view>

#include "shared/result.hpp"
#include "shared/secret.hpp"

namespace busy24::security {

// 32 bytes in lower-case hexadecimal. Takes 128 MiB and some tenths of a second; at most two are at
// work at a time, and the others wait. Security rule: N = 2^17, r = 8, p = 1. Thread-safe. Errors:
// internal when the memory cannot be had.
Result<std::string> scrypt(const Secret& password, std::string_view salt);

}  // namespace busy24::security
