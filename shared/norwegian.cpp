// Writes and reads numbers, dates and names the Norwegian way.
#include "shared/norwegian.hpp"

#include <array>
#include <cmath>

#include "shared/ascii.hpp"

namespace busy24 {

namespace {

constexpr std::string_view no_break_space = "\u00a0";

// The digits of a text that has nothing else but spaces; empty when it has.
std::string digits_of(std::string_view text) {
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_digit(text[i]))
            digits += text[i];
        else if (text.substr(i, no_break_space.size()) == no_break_space)
            i += no_break_space.size() - 1;
        else if (text[i] != ' ')
            return {};
    }
    return digits;
}

}  // namespace

bool is_organisation_number(std::string_view text) {
    constexpr std::array weights{3, 2, 7, 6, 5, 4, 3, 2};
    const auto digits = digits_of(text);
    if (digits.size() != weights.size() + 1) return false;
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * (digits[i] - '0');
    // A remainder of 1 would need a control digit of 10: such numbers are not given out.
    const int control = (11 - sum % 11) % 11;
    return control < 10 && control == digits.back() - '0';
}

std::string organisation_number_text(std::string_view text) {
    if (!is_organisation_number(text)) return std::string(text);
    const auto digits = digits_of(text);
    return digits.substr(0, 3) + std::string(no_break_space) + digits.substr(3, 3) +
           std::string(no_break_space) + digits.substr(6);
}

std::string grouped_number(std::int64_t number, std::string_view separator) {
    auto digits = std::to_string(number);
    const std::size_t sign = number < 0 ? 1 : 0;
    for (auto at = digits.size(); at > sign + 3;) {
        at -= 3;
        digits.insert(at, separator);
    }
    return digits;
}

std::string decimal_text(double number, int decimals, char comma) {
    std::int64_t scale = 1;
    for (int i = 0; i < decimals; ++i) scale *= 10;
    const auto scaled = std::llround(std::fabs(number) * static_cast<double>(scale));
    auto text = grouped_number(scaled / scale);
    auto rest = std::to_string(scale + scaled % scale).substr(1);
    while (!rest.empty() && rest.back() == '0') rest.pop_back();
    if (!rest.empty()) text += comma + rest;
    return number < 0 && scaled != 0 ? '-' + text : text;
}

std::string date_text(const CivilTime& civil) {
    return std::to_string(civil.day) + '.' + std::to_string(civil.month) + '.' +
           std::to_string(civil.year);
}

std::string time_text(const CivilTime& civil) {
    const auto two = [](int number) { return std::to_string(100 + number).substr(1); };
    return two(civil.hour) + ':' + two(civil.minute);
}

std::string folded(std::string_view text) {
    std::string out(text);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto byte = static_cast<unsigned char>(out[i]);
        if (byte >= 'A' && byte <= 'Z') out[i] = static_cast<char>(byte + 32);
        // U+00C0 to U+00DE are the capitals of Latin-1, all but the multiplication sign U+00D7.
        if (byte != 0xC3 || i + 1 == out.size()) continue;
        const auto next = static_cast<unsigned char>(out[++i]);
        if (next >= 0x80 && next <= 0x9E && next != 0x97) out[i] = static_cast<char>(next + 32);
    }
    return out;
}

}  // namespace busy24
