// The table of fault texts, and reading the end of a quarantine.
#include "proxy/erp/faults.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "shared/ascii.hpp"

namespace busy24::erp {

namespace {

struct FaultRow {
    std::string_view text;  // in lower case
    ErrorCode code;
    std::string_view reason;
};

constexpr std::string_view session_lost = "session_lost";
constexpr std::string_view quarantine_mark = "quarantine ends at";

constexpr std::array fault_table{
    FaultRow{"session is not authenticated", ErrorCode::unauthenticated, session_lost},
    FaultRow{"not authenticated on this identity", ErrorCode::unauthenticated, session_lost},
    // With and without "The" before it (quirk 10).
    FaultRow{"identityid is blocked", ErrorCode::forbidden, "identity_blocked"},
    FaultRow{quarantine_mark, ErrorCode::throttled, "quarantine"},
    FaultRow{"limit exceeded", ErrorCode::throttled, "quarantine"},
    // UNCERTAIN: the text of the throttle on repeated logins is not known (quirk 3).
    FaultRow{"too many login", ErrorCode::throttled, "login_throttle"},
    FaultRow{"login attempts", ErrorCode::throttled, "login_throttle"},
    FaultRow{"repeated authentication", ErrorCode::throttled, "login_throttle"},
    FaultRow{"throttle", ErrorCode::throttled, "too_many_requests"},
    FaultRow{"too many requests", ErrorCode::throttled, "too_many_requests"},
    FaultRow{"at least one search parameter", ErrorCode::invalid, "no_search_parameter"},
    FaultRow{"instance validation error", ErrorCode::invalid, "refused_value"},
    FaultRow{"error in xml document", ErrorCode::invalid, "refused_value"},
    FaultRow{"property type is missing", ErrorCode::invalid, "refused_value"},
    FaultRow{"parameternotfoundexception", ErrorCode::invalid, "refused_value"},
    FaultRow{"argumentexception", ErrorCode::invalid, "refused_value"},
    FaultRow{"argumentnullexception", ErrorCode::invalid, "refused_value"},
    FaultRow{"overflowexception", ErrorCode::invalid, "refused_value"},
    FaultRow{"departmentisrequired", ErrorCode::invalid, "department_required"},
    // UNCERTAIN: no text of a missing right is known; these are what .NET services say.
    FaultRow{"access denied", ErrorCode::forbidden, "no_right"},
    FaultRow{"access is denied", ErrorCode::forbidden, "no_right"},
    FaultRow{"not authorized", ErrorCode::forbidden, "no_right"},
    FaultRow{"unauthorized", ErrorCode::forbidden, "no_right"},
    FaultRow{"permission", ErrorCode::forbidden, "no_right"},
    FaultRow{"no access", ErrorCode::forbidden, "no_right"},
    FaultRow{"does not have access", ErrorCode::forbidden, "no_right"},
    FaultRow{"deadlock", ErrorCode::unavailable, "erp_down"},
    FaultRow{"timeout expired", ErrorCode::unavailable, "erp_down"},
    FaultRow{"encountered an error with severity", ErrorCode::invalid, "refused_by_database"},
};

// The numbers of a text in their order, at most seven.
std::vector<int> numbers_in(std::string_view text) {
    std::vector<int> numbers;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end && numbers.size() < 7) {
        int value = 0;
        const auto read = *at >= '0' && *at <= '9' ? std::from_chars(at, end, value).ptr : at;
        if (read == at) {
            ++at;
            continue;
        }
        numbers.push_back(value);
        at = read;
    }
    return numbers;
}

// The same numbers in the orders that are in use: year first, day first, month first.
std::vector<CivilTime> readings_of(std::string_view text) {
    const auto n = numbers_in(text);
    if (n.size() < 5) return {};
    const int second = n.size() > 5 ? n[5] : 0;
    const auto lower = in_lower_case(text);
    int hour = n[3];
    if (lower.find("pm") != std::string::npos && hour < 12) hour += 12;
    if (lower.find("am") != std::string::npos && hour == 12) hour = 0;
    const std::array<CivilTime, 3> all{CivilTime{n[0], n[1], n[2], hour, n[4], second},
                                       CivilTime{n[2], n[1], n[0], hour, n[4], second},
                                       CivilTime{n[2], n[0], n[1], hour, n[4], second}};
    std::vector<CivilTime> plausible;
    for (const auto& time : all)
        if (time.year > 2000 && time.year < 10'000 && time.month >= 1 && time.month <= 12 &&
            time.day >= 1 && time.day <= 31 && time.hour < 24 && time.minute < 60 &&
            time.second < 60)
            plausible.push_back(time);
    return plausible;
}

}  // namespace

Instant quarantine_end(std::string_view fault_text, Instant now) {
    const Instant next_hour{(now.ms / hour_ms + 1) * hour_ms};
    const auto at = in_lower_case(fault_text).find(quarantine_mark);
    if (at == std::string::npos) return next_hour;
    const auto readings = readings_of(fault_text.substr(at + quarantine_mark.size()));
    // Clocks differ by some seconds, so the end may seem to be past already.
    for (const auto& reading : readings)
        for (const int hours_east : {0, 1, 2}) {
            const Instant end = from_utc(reading) + -hours_east * hour_ms;
            if (end - now >= -minute_ms && end - now <= hour_ms + minute_ms)
                return std::max(end, now + second_ms);
        }
    // A longer one than is known of is believed up to a day.
    for (const auto& reading : readings)
        if (const auto end = from_utc(reading); end > now && end - now <= day_ms) return end;
    return next_hour;
}

Error error_of(const SoapFault& fault, Instant now) {
    const auto text = in_lower_case(fault.text);
    const auto row = std::find_if(fault_table.begin(), fault_table.end(), [&](const FaultRow& r) {
        return text.find(r.text) != std::string::npos;
    });
    Error error{.code = ErrorCode::internal, .detail = "fault: " + fault.text};
    error.reason = "erp_fault";
    if (row == fault_table.end()) return error;
    error.code = row->code;
    error.reason = row->reason;
    if (error.reason == "quarantine") error.retry_at_ms = quarantine_end(fault.text, now).ms;
    return error;
}

bool is_session_lost(const Error& error) { return error.reason == session_lost; }

}  // namespace busy24::erp
