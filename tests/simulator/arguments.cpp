// Reads --name value and --name=value.
#include "tests/simulator/arguments.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "tests/simulator/control.hpp"

namespace busy24::simulator {

namespace {

constexpr std::int64_t records_max = 1'000'000;
constexpr std::string_view known[] = {"--port",      "--control-port", "--projects",
                                      "--companies", "--persons",      "--worktypes",
                                      "--seed",      "--fault",        "--requests-per-second"};

Result<std::int64_t> number(const std::string& name, const std::string& text, std::int64_t max) {
    std::int64_t value = -1;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size() || value < 0 || value > max)
        return Error{ErrorCode::invalid, name + " got \"" + text +
                                             "\", but expects a whole number from 0 to " +
                                             std::to_string(max) + "."};
    return value;
}

Result<> take(Arguments& arguments, const std::string& name, const std::string& text) {
    auto& data = arguments.simulator.data;
    const auto size = [&](std::size_t& into) -> Result<> {
        into = static_cast<std::size_t>(TRY(number(name, text, records_max)));
        return {};
    };
    const auto port = [&](int& into) -> Result<> {
        into = static_cast<int>(TRY(number(name, text, 65'535)));
        return {};
    };
    if (name == "--port") return port(arguments.simulator.port);
    if (name == "--control-port") return port(arguments.control_port);
    if (name == "--projects") return size(data.projects);
    if (name == "--companies") return size(data.companies);
    if (name == "--persons") return size(data.persons);
    if (name == "--worktypes") return size(data.work_types);
    if (name == "--seed") {
        data.seed = static_cast<std::uint64_t>(TRY(number(name, text, INT64_MAX)));
        return {};
    }
    if (name == "--requests-per-second") {
        arguments.simulator.limits.requests_per_second = TRY(number(name, text, INT64_MAX));
        return {};
    }
    TRY(parse_fault(text).context("--fault"));
    arguments.faults.push_back(text);
    return {};
}

}  // namespace

Result<Arguments> read_arguments(const std::vector<std::string>& words) {
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--help") {
            arguments.wants_help = true;
            return arguments;
        }
        const auto equals = words[i].find('=');
        const auto name = words[i].substr(0, equals);
        if (std::find(std::begin(known), std::end(known), name) == std::end(known))
            return Error{ErrorCode::invalid,
                         "\"" + name + "\" is not known; --help lists what is."};
        if (equals == std::string::npos && i + 1 == words.size())
            return Error{ErrorCode::invalid, name + " expects a value after it."};
        TRY(take(arguments, name,
                 equals == std::string::npos ? words[++i] : words[i].substr(equals + 1)));
    }
    return arguments;
}

std::string help_text() {
    std::string text =
        "busy24-simulator: a 24SevenOffice SOAP service with invented companies, on 127.0.0.1.\n\n"
        "  --port N           where it listens; 0 (the default) for any free port\n"
        "  --control-port N   where it takes commands; 0 for any free port\n"
        "  --seed N           other data for another number, the same for the same\n"
        "  --projects N, --companies N, --persons N, --worktypes N\n"
        "                     how much the first company has (150, 60, 40, 25)\n"
        "  --requests-per-second N\n"
        "                     so many are answered (25); 0 for no limit but the hour's\n"
        "  --fault NAME[=VALUE][,times=N][,after=N][,probability=P][,operation=OP]\n"
        "                     something that goes wrong, may be given more than once:\n";
    for (const auto& kind : fault_kinds())
        ((((text += "                       ") += kind.name) += kind.help) += "\n");
    return text + "\n" + std::string(control_help()) + "\n" + logins_text();
}

std::string logins_text() {
    const auto line = [](std::string_view name, std::string_view password, const char* what) {
        return "  " + std::string(name) + " / " + std::string(password) + "\n      " + what + "\n";
    };
    return "Logins (the ApplicationId may be any GUID):\n" +
           line(demo::manager, demo::manager_password, "a manager of one company") +
           line(demo::accountant, demo::accountant_password,
                "an accountant who reaches three companies") +
           line(demo::employee, demo::employee_password, "an employee of the same company") +
           line(demo::blocked, demo::blocked_password,
                "the default company is blocked, another one is not") +
           line(demo::api_user, demo::api_user_password, "the first company's API user") +
           line(demo::api_user_of_all, demo::api_user_of_all_password,
                "an API user of all three of the accountant's companies") +
           line(demo::limited_user, demo::limited_user_password,
                "an API user whose rights are too small");
}

}  // namespace busy24::simulator
