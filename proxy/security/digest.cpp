// By OpenSSL.
#include "proxy/security/digest.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <array>
#include <cstdlib>

namespace busy24::security {

std::string hex(std::span<const unsigned char> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const auto byte : bytes) (text += digits[byte >> 4]) += digits[byte & 15];
    return text;
}

std::string sha256(std::string_view text) {
    // Looked up once: OpenSSL would search its providers again for each digest.
    static EVP_MD* const method = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    std::array<unsigned char, 32> digest;
    if (EVP_Digest(text.data(), text.size(), digest.data(), nullptr, method, nullptr) != 1)
        std::abort();
    return hex(digest);
}

bool is_equal_in_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace busy24::security
