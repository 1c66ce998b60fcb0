// The simulator as a server on loopback: in process for tests, and the program busy24-simulator.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "tests/simulator/company_data.hpp"
#include "tests/simulator/edits.hpp"
#include "tests/simulator/faults.hpp"
#include "tests/simulator/world.hpp"

namespace busy24::simulator {

struct SimulatorOptions {
    DataOptions data = {};
    Limits limits = {};
    int port = 0;  // 0: any free one
    // Milliseconds since 1970 UTC; the machine's clock when empty.
    std::function<std::int64_t()> now_ms = {};
};

// Thread-safe, but for start() and stop().
class ErpSimulator {
public:
    explicit ErpSimulator(SimulatorOptions options = {});
    ~ErpSimulator();
    ErpSimulator(const ErpSimulator&) = delete;
    ErpSimulator& operator=(const ErpSimulator&) = delete;

    // Listens on 127.0.0.1. False when the port is taken.
    bool start();
    // Refuses connections from now on, as a service that is down; start() brings it back on the
    // same port, with everything it knew.
    void stop();
    int port() const;
    // The value for both of the product's addresses.
    std::string url() const { return "http://127.0.0.1:" + std::to_string(port()); }

    // As `--fault` on the command line; "down" is stop(). Errors: invalid, in one sentence, for
    // what is no switch.
    Result<> set_fault(std::string_view text);
    void clear_faults();
    void expire_sessions();
    // How many calls of an operation there have been since the last reset; of all for "".
    std::int64_t calls(std::string_view operation = {});
    void reset_calls();
    // One change as the control port makes it; answers the id. Errors as apply_edit().
    Result<std::int64_t> apply(const Edit& edit);
    // Changes the books and the logins under the simulator's lock.
    void edit(const std::function<void(World&)>& change);

    World& world();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace busy24::simulator
