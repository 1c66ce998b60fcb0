// The command line of busy24-simulator.
#pragma once

#include <string>
#include <vector>

#include "tests/simulator/erp_simulator.hpp"

namespace busy24::simulator {

struct Arguments {
    SimulatorOptions simulator;
    int control_port = 0;
    std::vector<std::string> faults;  // checked
    bool wants_help = false;
};

// Errors: invalid, in one sentence for whoever typed it.
Result<Arguments> read_arguments(const std::vector<std::string>& words);

std::string help_text();

// Who can log in, one per line.
std::string logins_text();

}  // namespace busy24::simulator
