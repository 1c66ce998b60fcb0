// Writes described rows as a table for a spreadsheet (RFC 4180).
#pragma once

#include <span>
#include <string>

#include "shared/describe.hpp"
#include "shared/time.hpp"

namespace busy24::http {

namespace csv_detail {

// In quotes where needed. A text that a spreadsheet would take for a formula gets an apostrophe:
// names come from people.
std::string cell(std::string_view text);

template <class T>
std::string text_of(const T& value) {
    if constexpr (is_optional<T>)
        return value ? text_of(*value) : std::string();
    else if constexpr (std::is_same_v<T, bool>)
        return value ? "true" : "false";
    else if constexpr (std::is_same_v<T, Instant>)
        return value.ms == 0 ? std::string() : to_iso8601(value);
    else if constexpr (Worded<T>)
        return std::string(word_of(value));
    else if constexpr (std::is_integral_v<T>)
        return std::to_string(value);
    else if constexpr (requires { value.text; })
        return value.text;
    else
        return value;
}

}  // namespace csv_detail

// A line of names, then a line for each row. The byte order mark makes spreadsheets read UTF-8, and
// the semicolon is what they expect where the comma separates decimals.
template <Described T>
std::string to_csv(std::span<const T> rows) {
    std::string out = "\xEF\xBB\xBF";
    const auto line = [&](auto&& text_of_field) {
        bool is_first = true;
        for_each_field<T>([&](const auto& f) {
            if (!std::exchange(is_first, false)) out += ';';
            out += csv_detail::cell(text_of_field(f));
        });
        out += "\r\n";
    };
    line([](const auto& f) { return std::string(f.name); });
    for (const auto& row : rows)
        line([&](const auto& f) { return csv_detail::text_of(row.*f.member); });
    return out;
}

}  // namespace busy24::http
