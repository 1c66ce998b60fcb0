// The simulator in a process of its own.
#pragma once

#include <httplib.h>

#include <string>

#include "tests/bench/server_process.hpp"
#include "tests/simulator/control.hpp"

namespace busy24::bench {

class ServedErp {
public:
    explicit ServedErp(const simulator::DataOptions& data)
        : process_([data](const ServerProcess::UntilStopped& until_stopped) {
              simulator::ErpSimulator erp({.data = data, .limits = {.requests_per_second = 0}});
              simulator::ControlPort control(erp);
              if (erp.start() && control.start(0)) until_stopped({erp.port(), control.port()});
          }) {}

    std::string url() const { return "http://127.0.0.1:" + std::to_string(process_.ports[0]); }

    // As the control port's help says, such as "/edit?kind=project&what=touch&id=1001".
    bool control(const std::string& command) const {
        const auto answer = httplib::Client("127.0.0.1", process_.ports[1]).Post(command);
        return answer && answer->status == 200;
    }

private:
    ServerProcess process_;
};

}  // namespace busy24::bench
