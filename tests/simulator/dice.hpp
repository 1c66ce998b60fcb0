// A stream of numbers that follows from its seed alone, on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace busy24::simulator {

inline constexpr std::int64_t day_ms = 86'400'000;
// 2026-05-01T08:00:00Z: whatever the books hold happened before it. Fixed, since the same seed must
// give the same bytes tomorrow.
inline constexpr std::int64_t newest_ms = 1'777'622'400'000;

// SplitMix64.
class Dice {
public:
    // One stream per subject, so that more projects do not change who the customers are.
    Dice(std::uint64_t seed, std::int64_t tenant, std::uint64_t subject)
        : state_(seed * 1'000'003 + static_cast<std::uint64_t>(tenant) * 31 + subject * 7'919) {}

    // 0 to sides - 1.
    std::uint64_t roll(std::uint64_t sides) { return next() % sides; }
    bool one_in(std::uint64_t sides) { return roll(sides) == 0; }
    template <class Array>
    std::string pick(const Array& words) {
        return std::string(words[roll(words.size())]);
    }
    // A moment of the last two and a half years, to the second.
    std::int64_t past() {
        return newest_ms - static_cast<std::int64_t>(roll(900)) * day_ms -
               static_cast<std::int64_t>(roll(36'000)) * 1'000;
    }

private:
    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    std::uint64_t state_;
};

}  // namespace busy24::simulator
