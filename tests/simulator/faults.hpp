// What can be made to go wrong: named switches that stay on, hit the next n requests, or hit by
// chance.
#pragma once

#include <cstdint>
#include <map>
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
    std::string value;         // milliseconds, MiB, a text or a login, as the table of kinds says
    std::int64_t skipped = 0;  // how many requests pass before it begins
    std::int64_t remaining = -1;  // how many requests it still hits; -1: until it is cleared
    double probability = 1;
    std::string operation;  // only this one; empty: any

    // The value as a number from 0; `missing` when there is none.
    std::int64_t number(std::int64_t missing) const;
};

// `name[=value][,times=N][,after=N][,probability=P][,operation=NAME]`; the value itself may hold
// commas. Errors: invalid, in one sentence.
Result<Fault> parse_fault(std::string_view text);

// Not thread-safe: the simulator's lock guards it.
class FaultSwitches {
public:
    void set(Fault fault);
    // All of that name; every one for "all".
    void clear(std::string_view name);
    // The faults that hit this request now, each counted down. `chance` is from 0 to 1.
    std::vector<Fault> hits(std::string_view operation, double chance);
    // Whether a switch of that name is on for a login: it names it, or no login at all.
    bool names(std::string_view name, std::string_view login) const;
    // How many requests each kind has hit so far.
    const std::map<std::string, std::int64_t>& struck() const { return struck_; }

private:
    std::vector<Fault> faults_;
    std::map<std::string, std::int64_t> struck_;
};

}  // namespace busy24::simulator
