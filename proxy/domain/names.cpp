// Folding, blanks and the Norwegian alphabet's last three letters.
#include "proxy/domain/names.hpp"

#include <algorithm>

#include "shared/norwegian.hpp"

namespace busy24::domain {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The two bytes of a no-break space become one ordinary blank.
std::string with_plain_blanks(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "\u00a0") {
            out += ' ';
            ++i;
        } else {
            out += is_blank(text[i]) ? ' ' : text[i];
        }
    }
    return out;
}

// '~' stands after all letters of ASCII.
std::string_view last_letter(std::string_view two_bytes) {
    if (two_bytes == "\u00e6") return "~1";
    if (two_bytes == "\u00f8") return "~2";
    if (two_bytes == "\u00e5") return "~3";
    return {};
}

}  // namespace

std::string normalised_name(std::string_view name) {
    std::string out;
    for (const char c : folded(with_plain_blanks(name)))
        if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string search_form(std::string_view name) {
    const auto normal = normalised_name(name);
    std::string out;
    out.reserve(normal.size());
    for (std::size_t i = 0; i < normal.size(); ++i) {
        const auto letter = last_letter(std::string_view(normal).substr(i, 2));
        if (letter.empty()) {
            out += normal[i];
        } else {
            out += letter;
            ++i;
        }
    }
    return out;
}

std::string search_pattern(std::string_view text) {
    std::string out = "%";
    for (const char c : search_form(text)) {
        if (c == '%' || c == '_' || c == '!') out += '!';
        out += c;
    }
    return out + "%";
}

std::size_t length_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

}  // namespace busy24::domain
