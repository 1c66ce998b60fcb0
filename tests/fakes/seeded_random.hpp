// Randomness that is the same for the same seed, so that a failing test can be run again exactly.
#pragma once

#include <mutex>

#include "proxy/doors/random.hpp"

namespace busy24 {

// Thread-safe. SplitMix64, which is enough for tests and for nothing else.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed = 1) : state_(seed) {}

    void fill(std::span<unsigned char> bytes) override {
        const std::lock_guard lock(mutex_);
        for (auto& byte : bytes) byte = static_cast<unsigned char>(next() >> 32);
    }

private:
    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    std::mutex mutex_;
    std::uint64_t state_;
};

}  // namespace busy24
