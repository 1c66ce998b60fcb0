// Days and prices as people write and read them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "web/text/text.hpp"

namespace busy24::pages {

// `5.6.2026` of 2026-06-05, in the person's language; what is no day comes back as it was.
std::string day_text(const text::Texts& t, const std::string& day);

// `5.6.2026`, as it is typed in every language.
std::string typed_day(const std::string& day);

// 2026-06-05 of `5.6.2026`, `05.06.26`, `5/6 2026` or 2026-06-05; empty for an empty text,
// nullopt for anything that is no day.
std::optional<std::string> read_day(std::string_view text);

// `1 250 kr`, `7,5 kr`; empty when there is none. Whole kroner have no decimals.
std::string price_text(const text::Texts& t, std::optional<std::int64_t> ore);

}  // namespace busy24::pages
