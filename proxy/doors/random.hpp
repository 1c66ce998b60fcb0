// The door to randomness: keys, nonces, session ids, jitter and record ids all come through here.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "shared/time.hpp"

namespace busy24 {

// Thread-safe.
class Random {
public:
    virtual ~Random() = default;
    // Fills with bytes that nobody can foretell. Never fails: a machine without randomness ends the
    // program.
    virtual void fill(std::span<unsigned char> bytes) = 0;
};

class SystemRandom final : public Random {
public:
    void fill(std::span<unsigned char> bytes) override;
};

// `bytes` random bytes in base64url without padding; 32 bytes give 43 characters.
std::string random_token(Random& random, std::size_t bytes = 32);

// A unique id that sorts by the time it was made: 26 lower-case letters and digits.
std::string make_id(Random& random, Instant now);
// The same, and it sorts after `earlier`, an id, also when the clock was set back since.
std::string make_id_after(Random& random, Instant now, const std::string& earlier);

// A whole number from 0 to `max`, both included.
std::uint64_t random_up_to(Random& random, std::uint64_t max);

}  // namespace busy24
