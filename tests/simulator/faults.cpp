// The table of switches, and which of them hit a request.
#include "tests/simulator/faults.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace busy24::simulator {

namespace {

Error complaint(std::string_view about, std::string_view got, std::string_view expected) {
    return {ErrorCode::invalid, std::string(about) + " got \"" + std::string(got) +
                                    "\", but expects " + std::string(expected) + "."};
}

// Takes one `name=value` off the end of a switch. False when it is not one of the conditions.
Result<bool> take_condition(Fault& fault, std::string_view name, const std::string& value) {
    if (name == "operation") {
        fault.operation = value;
        return true;
    }
    if (name == "probability") {
        char* end = nullptr;
        fault.probability = std::strtod(value.c_str(), &end);
        if (value.empty() || *end || fault.probability < 0 || fault.probability > 1)
            return complaint("probability", value, "a number from 0 to 1");
        return true;
    }
    if (name != "times" && name != "after") return false;
    auto& into = name == "times" ? fault.remaining : fault.skipped;
    const auto [end, code] = std::from_chars(value.data(), value.data() + value.size(), into);
    if (code != std::errc() || end != value.data() + value.size() || into < 0)
        return complaint(name, value, "a whole number from 0");
    return true;
}

}  // namespace

const std::vector<FaultKind>& fault_kinds() {
    static const std::vector<FaultKind> kinds{
        {"latency", "=MS  waits before it does anything"},
        {"http-500", "  answers HTTP 500 with a page of HTML"},
        {"fault", "=TEXT  answers a SOAP fault with that text"},
        {"429", "[=SECONDS]  answers HTTP 429 with Retry-After"},
        {"quarantine", "  answers that the hourly limit is used up"},
        {"timeout-after-write", "[=MS]  does what was asked, waits, and never answers"},
        {"reset", "  resets the connection before doing anything"},
        {"malformed",
         "[=cut|tag|doctype|utf8|html|empty]  answers what is no XML, or not the right one"},
        {"truncated", "  breaks the connection off in the middle of the answer"},
        {"slow-drip", "[=MS]  sends the answer 64 bytes at a time, waiting between them"},
        {"huge-answer", "[=MIB]  pads the answer to more than that size"},
        {"expire-sessions", "  has forgotten every session"},
        {"block-identity", "[=EMAIL]  the default identity of that login, or of all, is blocked"},
        {"revoke-access", "[=EMAIL]  that login, or all, has lost its clients"},
        {"down", "  refuses connections"},
    };
    return kinds;
}

std::int64_t Fault::number(std::int64_t missing) const {
    return value.empty() ? missing : std::max<std::int64_t>(0, std::atoll(value.c_str()));
}

Result<Fault> parse_fault(std::string_view text) {
    Fault fault;
    // Conditions stand last, and what is before them may be any text.
    while (true) {
        const auto comma = text.rfind(',');
        if (comma == text.npos) break;
        const auto part = text.substr(comma + 1);
        const auto equals = part.find('=');
        if (equals == part.npos) break;
        const std::string value(part.substr(equals + 1));
        if (!TRY(take_condition(fault, part.substr(0, equals), value))) break;
        text = text.substr(0, comma);
    }
    const auto equals = text.find('=');
    fault.name = text.substr(0, equals);
    if (equals != text.npos) fault.value = text.substr(equals + 1);
    const auto& kinds = fault_kinds();
    const bool is_known = std::any_of(
        kinds.begin(), kinds.end(), [&](const FaultKind& kind) { return kind.name == fault.name; });
    if (!is_known) return complaint("the fault", fault.name, "one of the names that --help lists");
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
        if (fault.skipped > 0) {
            --fault.skipped;
            continue;
        }
        if (fault.remaining == 0 || chance >= fault.probability) continue;
        if (fault.remaining > 0) --fault.remaining;
        ++struck_[fault.name];
        hits.push_back(fault);
    }
    std::erase_if(faults_, [](const Fault& f) { return f.remaining == 0; });
    return hits;
}

bool FaultSwitches::names(std::string_view name, std::string_view login) const {
    return std::any_of(faults_.begin(), faults_.end(), [&](const Fault& fault) {
        return fault.name == name && (fault.value.empty() || fault.value == login);
    });
}

}  // namespace busy24::simulator
