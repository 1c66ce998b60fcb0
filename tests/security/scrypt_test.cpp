// The slow hash of passwords.
#include "proxy/security/scrypt.hpp"

#include <doctest/doctest.h>

using namespace busy24;

TEST_CASE("scrypt has the cost that was promised, as another implementation computes it") {
    // By Python's hashlib, with n = 2^17, r = 8, p = 1.
    CHECK(security::scrypt(Secret("en lang nok setning"), "salt").value() ==
          "7ca14c6cc4d6cca0d3c7f0a73d061c24"
          "5be247a979824ec0352d03a52adcd8ae");
}
