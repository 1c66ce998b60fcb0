// AES-256-GCM over whole messages.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "proxy/security/vault.hpp"

namespace busy24::security {

inline constexpr std::size_t nonce_bytes = 12;
inline constexpr std::size_t tag_bytes = 16;

// Nonce, ciphertext and tag, one after the other. `context` is checked on opening, and not stored.
std::vector<unsigned char> encrypt(const Key& key, Random& random,
                                   std::span<const unsigned char> plain, std::string_view context);

// nullopt unless key, context and every byte are the same as then. The caller wipes what it gets.
std::optional<std::vector<unsigned char>> decrypt(const Key& key,
                                                  std::span<const unsigned char> sealed,
                                                  std::string_view context);

}  // namespace busy24::security
