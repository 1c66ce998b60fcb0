// Numbers, amounts, GUIDs and moments, to and from the text of an element.
#include "proxy/erp/wire_values.hpp"

#include <charconv>
#include <cmath>
#include <limits>

#include "shared/ascii.hpp"

namespace busy24::erp {

namespace {

constexpr std::int64_t decimal_scale = 10'000;

// XML Schema collapses the spaces around numbers, dates and words.
std::string_view trimmed(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\n";
    const auto first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

template <class Number>
bool read_number(std::string_view text, Number& out) {
    text = trimmed(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return false;
    out = value;
    return true;
}

template <class Number>
bool is_smallest(std::string_view text) {
    text = trimmed(text);
    Number value{};
    return text.empty() ||
           (read_number(text, value) && value == std::numeric_limits<Number>::min());
}

char lower_hex(char c) {
    if (is_digit(c) || (c >= 'a' && c <= 'f')) return c;
    if (c >= 'A' && c <= 'F') return static_cast<char>(c - 'A' + 'a');
    return '\0';
}

// The first digit that does not fit any more decides the rounding, away from zero at a half.
bool read_fraction(std::string_view digits, std::int64_t& ten_thousandths) {
    std::int64_t unit = decimal_scale / 10;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (!is_digit(digits[i])) return false;
        if (i < 4) ten_thousandths += (digits[i] - '0') * unit;
        if (i == 4 && digits[i] >= '5') ++ten_thousandths;
        unit /= 10;
    }
    return true;
}

template <class Number, class... Format>
std::string to_text(Number value, Format... format) {
    // The longest double in fixed notation has 309 digits and 17 decimals at the most.
    char buffer[400];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, format...).ptr;
    return std::string(buffer, end);
}

}  // namespace

std::int64_t Decimal::hundredths() const {
    const std::int64_t half = ten_thousandths < 0 ? -50 : 50;
    return (ten_thousandths + half) / 100;
}

bool read_wire(std::string_view text, bool& out) {
    text = trimmed(text);
    // The schema's xs:boolean has four spellings; .NET writes the first two.
    if (text == "true" || text == "1")
        out = true;
    else if (text == "false" || text == "0")
        out = false;
    else
        return false;
    return true;
}

bool read_wire(std::string_view text, std::int16_t& out) { return read_number(text, out); }
bool read_wire(std::string_view text, std::int32_t& out) { return read_number(text, out); }
bool read_wire(std::string_view text, std::int64_t& out) { return read_number(text, out); }

bool read_wire(std::string_view text, double& out) {
    double value = 0;
    if (!read_number(text, value) || !std::isfinite(value)) return false;
    out = value;
    return true;
}

bool read_wire(std::string_view text, Decimal& out) {
    text = trimmed(text);
    const bool is_negative = text.starts_with('-');
    if (is_negative || text.starts_with('+')) text.remove_prefix(1);
    const auto dot = text.find('.');
    const auto whole = text.substr(0, dot);
    const auto fraction = dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
    if (whole.empty() && fraction.empty()) return false;
    std::int64_t units = 0;
    // 14 digits before the dot keep the product far from the end of 64 bits.
    if (!whole.empty() && (whole.size() > 14 || !is_digit(whole[0]) || !read_number(whole, units)))
        return false;
    std::int64_t value = units * decimal_scale;
    if (!read_fraction(fraction, value)) return false;
    out.ten_thousandths = is_negative ? -value : value;
    return true;
}

bool read_wire(std::string_view text, Guid& out) {
    text = trimmed(text);
    if (text.size() != 36) return false;
    std::string value;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
        const char c = is_dash ? text[i] : lower_hex(text[i]);
        if (c == '\0' || (is_dash && c != '-')) return false;
        value += c;
    }
    // All zeros is how "none" is spelled.
    out.text = value.find_first_not_of("0-") == std::string::npos ? std::string() : value;
    return true;
}

bool read_wire(std::string_view text, Instant& out) {
    const auto instant = parse_iso8601(trimmed(text));
    if (instant) out = *instant;
    return instant.has_value();
}

bool read_wire(std::string_view text, std::string& out) {
    out = text;
    return true;
}

bool read_wire(std::string_view text, Secret& out) {
    out = Secret(text);
    return true;
}

bool is_unset(std::string_view text, const std::int16_t&) {
    return is_smallest<std::int16_t>(text);
}
bool is_unset(std::string_view text, const std::int32_t&) {
    return is_smallest<std::int32_t>(text);
}
bool is_unset(std::string_view text, const std::int64_t&) {
    return is_smallest<std::int64_t>(text);
}
bool is_unset(std::string_view text, const Decimal&) {
    text = trimmed(text);
    return text.empty() || text.substr(0, text.find('.')) == "-79228162514264337593543950335";
}
bool is_unset(std::string_view text, const Guid&) {
    Guid guid;
    return trimmed(text).empty() || (read_wire(text, guid) && guid.empty());
}
bool is_unset(std::string_view text, const Instant&) {
    // DateTime.MinValue, with whatever zone; an offset can even push it before the year 1.
    text = trimmed(text);
    return text.empty() || text.starts_with("0001-01-01") || text.starts_with("0000-12-31");
}

std::string write_wire(bool value) { return value ? "true" : "false"; }
std::string write_wire(std::int16_t value) { return to_text(value); }
std::string write_wire(std::int32_t value) { return to_text(value); }
std::string write_wire(std::int64_t value) { return to_text(value); }
std::string write_wire(double value) { return to_text(value, std::chars_format::fixed); }
std::string write_wire(Instant value) { return to_iso8601(value); }

std::string write_wire(Decimal value) {
    const bool is_negative = value.ten_thousandths < 0;
    // The magnitude as unsigned, since the smallest number has no positive counterpart.
    const auto magnitude = is_negative ? 0 - static_cast<std::uint64_t>(value.ten_thousandths)
                                       : static_cast<std::uint64_t>(value.ten_thousandths);
    std::string text = is_negative ? "-" : "";
    text += std::to_string(magnitude / decimal_scale);
    auto fraction = std::to_string(decimal_scale + magnitude % decimal_scale).substr(1);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return fraction.empty() ? text : text + '.' + fraction;
}

}  // namespace busy24::erp
