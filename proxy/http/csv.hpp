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

template <Described T, class TextOfField>
std::string line(const TextOfField& text_of_field) {
    std::string out;
    bool is_first = true;
    for_each_field<T>([&](const auto& f) {
        if (!std::exchange(is_first, false)) out += ';';
        out += cell(text_of_field(f));
    });
    return out + "\r\n";
}

}  // namespace csv_detail

// The line of names. The byte order mark makes spreadsheets read UTF-8, and the semicolon is what
// they expect where the comma separates decimals.
template <Described T>
std::string csv_head() {
    return "\xEF\xBB\xBF" + csv_detail::line<T>([](const auto& f) { return std::string(f.name); });
}

// A line for each row.
template <Described T>
std::string csv_lines(std::span<const T> rows) {
    std::string out;
    for (const auto& row : rows)
        out +=
            csv_detail::line<T>([&](const auto& f) { return csv_detail::text_of(row.*f.member); });
    return out;
}

template <Described T>
std::string to_csv(std::span<const T> rows) {
    return csv_head<T>() + csv_lines(rows);
}

}  // namespace busy24::http
