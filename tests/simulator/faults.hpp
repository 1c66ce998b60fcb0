// What can be made to go wrong: named switches that stay on, hit the next n requests, or hit by
// chance.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/result.hpp"

namespace busy24::simulator {

struct FaultKind {
    std::string_view name;
    std::string_view help;
};

// Every switch, for --help and for checking what was asked for.
const std::vector<FaultKind>& fault_kinds();

struct Fault {
    std::string name;
    std::string value;            // latency and slow-drip: milliseconds; fault: its text
    std::int64_t remaining = -1;  // how many requests it still hits; -1: until it is cleared
    double probability = 1;
    std::string operation;  // only this one; empty: any
};

// `name[=value][,times=N][,probability=P][,operation=NAME]`. Errors: invalid, in one sentence.
Result<Fault> parse_fault(std::string_view text);

// Not thread-safe: the simulator's lock guards it.
class FaultSwitches {
public:
    void set(Fault fault);
    // All of that name; every one for "all".
    void clear(std::string_view name);
    // The faults that hit this request now, each counted down. `chance` is from 0 to 1.
    std::vector<Fault> hits(std::string_view operation, double chance);

private:
    std::vector<Fault> faults_;
};

}  // namespace busy24::simulator
