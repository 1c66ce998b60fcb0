// The table of switches, and which of them hit a request.
#include "tests/simulator/faults.hpp"

#include <algorithm>
#include <cstdlib>

namespace busy24::simulator {

const std::vector<FaultKind>& fault_kinds() {
    static const std::vector<FaultKind> kinds{
        {"latency", "=MS   waits before it answers"},
        {"http-500", "      answers HTTP 500 with a page of HTML"},
        {"fault", "=TEXT   answers a SOAP fault with that text"},
        {"429", "      answers HTTP 429 with Retry-After"},
        {"quarantine", "      answers that the hourly limit is used up"},
        {"timeout-after-write", "  does what was asked, and never answers"},
        {"reset", "      breaks the connection before doing anything"},
        {"malformed", "      answers XML that is none"},
        {"truncated", "      breaks off in the middle of the answer"},
        {"slow-drip", "=MS   sends the answer in small pieces, waiting between them"},
        {"huge-answer", "=MIB   pads the answer to that size"},
    };
    return kinds;
}

Result<Fault> parse_fault(std::string_view text) {
    Fault fault;
    bool is_first = true;
    while (!text.empty()) {
        const auto comma = text.find(',');
        const auto part = text.substr(0, comma);
        text = comma == text.npos ? std::string_view() : text.substr(comma + 1);
        const auto equals = part.find('=');
        const std::string name(part.substr(0, equals));
        const std::string value(equals == part.npos ? "" : part.substr(equals + 1));
        if (is_first) {
            fault.name = name;
            fault.value = value;
        } else if (name == "times") {
            fault.remaining = std::atoll(value.c_str());
        } else if (name == "probability") {
            fault.probability = std::atof(value.c_str());
        } else if (name == "operation") {
            fault.operation = value;
        } else {
            return Error{ErrorCode::invalid,
                         "a fault takes times, probability and operation, not \"" + name + "\""};
        }
        is_first = false;
    }
    const auto& kinds = fault_kinds();
    const auto known = std::any_of(kinds.begin(), kinds.end(),
                                   [&](const FaultKind& kind) { return kind.name == fault.name; });
    if (!known) return Error{ErrorCode::invalid, "there is no fault \"" + fault.name + "\""};
    return fault;
}

void FaultSwitches::set(Fault fault) { faults_.push_back(std::move(fault)); }

void FaultSwitches::clear(std::string_view name) {
    std::erase_if(faults_, [&](const Fault& f) { return name == "all" || f.name == name; });
}

std::vector<Fault> FaultSwitches::hits(std::string_view operation, double chance) {
    std::vector<Fault> hits;
    for (auto& fault : faults_) {
        if (!fault.operation.empty() && fault.operation != operation) continue;
        if (fault.remaining == 0 || chance >= fault.probability) continue;
        if (fault.remaining > 0) --fault.remaining;
        hits.push_back(fault);
    }
    std::erase_if(faults_, [](const Fault& f) { return f.remaining == 0; });
    return hits;
}

}  // namespace busy24::simulator
