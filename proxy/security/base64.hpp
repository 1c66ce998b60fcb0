// Base64 with padding, for ciphertexts in text columns and keys in a file.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace busy24::security {

std::string to_base64(std::span<const unsigned char> bytes);

// nullopt for anything but canonical base64: other characters, wrong padding, stray bits.
std::optional<std::vector<unsigned char>> from_base64(std::string_view text);

}  // namespace busy24::security
