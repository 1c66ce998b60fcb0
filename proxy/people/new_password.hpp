// What a Busy password must be like.
#pragma once

#include "shared/result.hpp"
#include "shared/secret.hpp"

namespace busy24::people {

// Security rule: 15 characters or more, and nothing else is asked of them. Errors: invalid
// "password_too_short" or "password_too_long" (over 1,024 bytes).
Result<> check_new_password(const Secret& password);

}  // namespace busy24::people
