// Quotes what needs it.
#include "proxy/http/csv.hpp"

namespace busy24::http::csv_detail {

std::string cell(std::string_view text) {
    const bool is_formula = !text.empty() && (text[0] == '=' || text[0] == '+' || text[0] == '-' ||
                                              text[0] == '@' || text[0] == '\t');
    std::string out = is_formula ? "'" : "";
    out += text;
    if (out.find_first_of(";\"\r\n") == std::string::npos) return out;
    std::string quoted = "\"";
    for (const char c : out) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

}  // namespace busy24::http::csv_detail
