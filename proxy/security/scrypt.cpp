// By OpenSSL.
#include "proxy/security/scrypt.hpp"

#include <openssl/evp.h>

#include <array>
#include <semaphore>

#include "proxy/security/digest.hpp"

namespace busy24::security {

namespace {

constexpr std::uint64_t cost = 1 << 17;
constexpr std::uint64_t block_size = 8;
// OpenSSL's own limit is 32 MiB, which is less than this takes.
constexpr std::uint64_t bytes_max = 160 << 20;

std::counting_semaphore<2>& turns() {
    static std::counting_semaphore<2> free{2};
    return free;
}

}  // namespace

Result<std::string> scrypt(const Secret& password, std::string_view salt) {
    turns().acquire();
    std::array<unsigned char, 32> key{};
    const auto text = password.reveal();
    const int ok = EVP_PBE_scrypt(text.data(), text.size(),
                                  reinterpret_cast<const unsigned char*>(salt.data()), salt.size(),
                                  cost, block_size, 1, bytes_max, key.data(), key.size());
    turns().release();
    if (ok != 1) return Error{ErrorCode::internal, "scrypt has not got its memory"};
    return hex(key);
}

}  // namespace busy24::security
