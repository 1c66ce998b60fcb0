// Quotes what needs it.
#include "proxy/http/csv.hpp"

namespace busy24::http::csv_detail {

std::string cell(std::string_view text) {
    // What begins with a blank of these kinds is read as what comes after it.
    constexpr std::string_view beginnings = "=+-@\t\r\n";
    const bool is_formula =
        !text.empty() && beginnings.find(text.front()) != std::string_view::npos;
    std::string out = is_formula ? "'" : "";
    out += text;
    if (out.find_first_of(";\"\r\n") == std::string::npos) return out;
    std::string quoted = "\"";
    for (const char c : out) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

}  // namespace busy24::http::csv_detail
