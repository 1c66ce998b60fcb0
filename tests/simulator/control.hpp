// The control port: faults and edits while the simulator runs, over HTTP on loopback.
#pragma once

#include <memory>
#include <string_view>

#include "tests/simulator/erp_simulator.hpp"

namespace busy24::simulator {

// What the control port understands, for --help.
std::string_view control_help();

// Thread-safe, but for start().
class ControlPort {
public:
    explicit ControlPort(ErpSimulator& simulator);
    ~ControlPort();
    ControlPort(const ControlPort&) = delete;
    ControlPort& operator=(const ControlPort&) = delete;

    // Listens on 127.0.0.1; 0 for any free port. False when the port is taken.
    bool start(int port);
    int port() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace busy24::simulator
