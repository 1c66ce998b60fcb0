// Any text as a moment, an amount, a GUID or a quarantine: refused, or read so that what is written
// of it reads the same.
#include <cstdint>
#include <cstdlib>

#include "proxy/erp/faults.hpp"
#include "proxy/erp/wire_values.hpp"

namespace {

using namespace busy24;
using namespace busy24::erp;

template <class T>
void read_twice(std::string_view text) {
    T first{};
    T second{};
    if (!read_wire(text, first)) return;
    const std::string written(write_wire(first));
    // A GUID of zeros is none, and none is not written.
    if (written.empty()) return;
    if (!read_wire(written, second) || !(first == second)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto instant = parse_iso8601(text)) {
        if (parse_iso8601(to_iso8601(*instant)) != instant) std::abort();
        if (from_utc(to_utc(*instant)) != *instant) std::abort();
        const auto oslo = from_utc(to_oslo(*instant)) - *instant;
        if (oslo != hour_ms && oslo != 2 * hour_ms) std::abort();
    }
    read_twice<Decimal>(text);
    read_twice<Guid>(text);
    read_twice<std::int64_t>(text);
    read_twice<double>(text);
    const Instant now{1'780'657'200'000};
    const auto end = quarantine_end(text, now);
    if (end <= now || end - now > day_ms) std::abort();
    (void)is_unset(text, Instant{});
    (void)is_unset(text, Decimal{});
    return 0;
}
