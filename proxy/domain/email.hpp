// What an e-mail address may look like.
#pragma once

#include <string_view>

namespace busy24::domain {

// One `@` between a name and a domain with a dot, no blanks or control characters, at most 254
// bytes (RFC 5321, 4.5.3.1.3). Whether it exists, only a letter to it can tell.
bool is_email(std::string_view text);

}  // namespace busy24::domain
