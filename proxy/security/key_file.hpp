// The file that holds the master key.
#pragma once

#include <string>

#include "proxy/security/vault.hpp"

namespace busy24::security {

// Errors: as Vault::open().
Result<Key> read_or_make_key_file(const std::string& path, Random& random);

}  // namespace busy24::security
