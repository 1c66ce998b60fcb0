// Puts values into the places of a text.
#include "shared/filled_text.hpp"

namespace busy24 {

namespace {

// The inside of one pair of braces: `0`, or `0|one|many`.
std::string filled_place(std::string_view place, const std::vector<std::string>& values) {
    const auto index = static_cast<std::size_t>(place.front() - '0');
    if (index >= values.size()) return {};
    const auto first = place.find('|');
    if (first == std::string_view::npos) return values[index];
    const auto second = place.find('|', first + 1);
    if (values[index] == "1") return std::string(place.substr(first + 1, second - first - 1));
    return std::string(place.substr(second + 1));
}

}  // namespace

std::string filled(std::string_view row, const std::vector<std::string>& values) {
    std::string out;
    for (;;) {
        const auto open = row.find('{');
        const auto close = row.find('}', open);
        if (close == std::string_view::npos) break;
        out += row.substr(0, open);
        out += filled_place(row.substr(open + 1, close - open - 1), values);
        row.remove_prefix(close + 1);
    }
    return out += row;
}

}  // namespace busy24
