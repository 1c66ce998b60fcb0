// Dates as the real service writes and reads them, independent of the product's own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace busy24::simulator {

// `2026-05-01T08:00:00Z`. The same moment without `Z` or with a fraction for other `spelling`s,
// because answers of the real service differ (contract 1.2).
std::string write_date(std::int64_t ms, std::uint64_t spelling = 0);

// A date, or a date and time with Z, an offset, a fraction or none of them. nullopt when it is
// none.
std::optional<std::int64_t> read_date(std::string_view text);

}  // namespace busy24::simulator
