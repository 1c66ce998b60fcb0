// Randomness by the kernel, and what is made of it.
#include "proxy/doors/random.hpp"

#include <sys/random.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace busy24 {

namespace {

constexpr std::string_view base64url =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view base32 = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t time_letters = 10;  // of an id

}  // namespace

void SystemRandom::fill(std::span<unsigned char> bytes) {
    // It is all or nothing up to 256 bytes.
    constexpr std::size_t most = 256;
    for (; !bytes.empty(); bytes = bytes.subspan(std::min(most, bytes.size())))
        if (getentropy(bytes.data(), std::min(most, bytes.size())) != 0) std::abort();
}

std::string random_token(Random& random, std::size_t bytes) {
    std::vector<unsigned char> raw(bytes);
    random.fill(raw);
    std::string text;
    unsigned bits = 0;
    int held = 0;
    for (const auto byte : raw) {
        bits = (bits << 8 | byte) & 0xffff;
        for (held += 8; held >= 6; held -= 6) text += base64url[bits >> (held - 6) & 63];
    }
    if (held > 0) text += base64url[bits << (6 - held) & 63];
    return text;
}

std::string make_id(Random& random, Instant now) {
    std::array<unsigned char, 16> raw;
    random.fill(raw);
    std::string text(time_letters + raw.size(), '0');
    auto time = static_cast<std::uint64_t>(now.ms);
    for (std::size_t i = time_letters; i-- > 0; time >>= 5) text[i] = base32[time & 31];
    for (std::size_t i = 0; i < raw.size(); ++i) text[time_letters + i] = base32[raw[i] & 31];
    return text;
}

std::string make_id_after(Random& random, Instant now, const std::string& earlier) {
    auto id = make_id(random, now);
    if (id > earlier) return id;
    std::uint64_t time = 0;
    for (std::size_t i = 0; i < time_letters; ++i)
        time = time << 5 | (base32.find(earlier[i]) & 31);
    return make_id(random, Instant{static_cast<std::int64_t>(time) + 1});
}

std::uint64_t random_up_to(Random& random, std::uint64_t max) {
    // Rejection keeps every value equally likely.
    const std::uint64_t range = max + 1;
    const std::uint64_t limit = range == 0 ? 0 : UINT64_MAX - UINT64_MAX % range;
    while (true) {
        std::uint64_t value = 0;
        random.fill({reinterpret_cast<unsigned char*>(&value), sizeof value});
        if (range == 0) return value;
        if (value < limit) return value % range;
    }
}

}  // namespace busy24
