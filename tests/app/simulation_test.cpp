// The whole program through bad days, by seeds: edits on both sides, refused calls, lost answers,
// lost sessions, quarantine, crashes between any two statements, two processes, a clock that jumps
// and is changed in the night. No side ever goes back to an older version; in the end both sides
// are equal, nothing is there twice, nothing is lost, and nothing is left to do.
//
// BUSY24_SEED replays one seed; BUSY24_SEEDS says how many are run.
#include <cstdlib>

#include "tests/app/simulated_days.hpp"

namespace busy24::tests {

namespace {

std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

void simulate(std::uint64_t seed) {
    CAPTURE(seed);
    SimulatedDays company(seed);
    company.live_through(static_cast<int>(3 + seed % 3));
    company.put_right();
    company.check_end();
    company.check_rest();
}

// In two halves, so that both of a small machine's processors have one.
void simulate_every_second(std::uint64_t first) {
    if (const auto seed = number_from("BUSY24_SEED", 0)) {
        if (seed % 2 == first % 2) simulate(seed);
        return;
    }
    const auto seeds = number_from("BUSY24_SEEDS", 300);
    for (auto seed = first; seed <= seeds; seed += 2) simulate(seed);
}

}  // namespace

TEST_CASE("odd seeds: both sides are equal in the end, and nothing is there twice") {
    simulate_every_second(1);
}

TEST_CASE("even seeds: both sides are equal in the end, and nothing is there twice") {
    simulate_every_second(2);
}

}  // namespace busy24::tests
