// What the program promises about the ERP's fault texts.
#include "proxy/erp/faults.hpp"

#include <doctest/doctest.h>

using namespace busy24;
using namespace busy24::erp;

namespace {

const Instant now = *parse_iso8601("2026-06-05T11:20:30Z");

Error of(const std::string& text) { return error_of({"soap:Server", text}, now); }

}  // namespace

TEST_CASE("known texts say what a caller can do, in any case and with anything around") {
    const struct {
        const char* text;
        ErrorCode code;
        const char* reason;
    } rows[] = {
        {"Session is not authenticated", ErrorCode::unauthenticated, "session_lost"},
        {"System.Exception: SESSION IS NOT AUTHENTICATED.", ErrorCode::unauthenticated,
         "session_lost"},
        {"Client is not authenticated on this identity", ErrorCode::unauthenticated,
         "session_lost"},
        {"Provided IdentityId is blocked. Please use GetIdentitiesWithCredential",
         ErrorCode::forbidden, "identity_blocked"},
        {"The provided IdentityId is blocked", ErrorCode::forbidden, "identity_blocked"},
        {"Limit exceeded by 1. Request is blocked. Quarantine ends at 2026-06-05T12:00:00Z",
         ErrorCode::throttled, "quarantine"},
        {"Please specify at least one search parameter", ErrorCode::invalid, "no_search_parameter"},
        {"Instance validation error: 'x' is not a valid value for TriState", ErrorCode::invalid,
         "refused_value"},
        {"SQL Server with address \"10.0.0.1\" and Catalog \"x\" encountered an error with "
         "severity "
         "level 14 of 25",
         ErrorCode::invalid, "refused_by_database"},
        {"Something that nobody has seen", ErrorCode::internal, "erp_fault"},
        {"", ErrorCode::internal, "erp_fault"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(of(row.text).code == row.code);
        CHECK(of(row.text).reason == row.reason);
        CHECK(is_session_lost(of(row.text)) == (std::string_view(row.reason) == "session_lost"));
    }
}

TEST_CASE("the end of a quarantine is found in every spelling, and lies in the coming hour") {
    const auto noon = *parse_iso8601("2026-06-05T12:00:00Z");
    for (const char* date :
         {"2026-06-05T12:00:00Z", "2026-06-05 12:00:00", "05.06.2026 12:00:00", "5.6.2026 12.00.00",
          "06/05/2026 12:00:00", "6/5/2026 12:00:00 PM",
          // Norwegian summer time is two hours ahead.
          "05.06.2026 14:00:00", "6/5/2026 2:00:00 PM", "2026-06-05T14:00:00",
          // What cannot be read, or is nonsense: the next full hour.
          "", "soon", "99.99.2026 12:00", "2019-01-01T00:00:00Z", "2036-01-01T00:00:00Z"}) {
        CAPTURE(date);
        CHECK(quarantine_end(std::string("Quarantine ends at ") + date, now) == noon);
    }
    CHECK(*of("Limit exceeded by 7.").retry_at_ms == noon.ms);
    // A longer one is believed up to a day.
    CHECK(quarantine_end("Quarantine ends at 2026-06-05T18:00:00Z", now) ==
          *parse_iso8601("2026-06-05T18:00:00Z"));
    // Never in the past, so that nobody tries again at once for ever.
    CHECK(quarantine_end("Quarantine ends at 2026-06-05T11:20:00Z", now) > now);
}
