// Escaping, and what XML cannot hold.
#include "proxy/xml/xml_writer.hpp"

namespace busy24 {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// The length of the well-formed UTF-8 sequence that `text` begins with, if XML 1.0 may hold its
// character; 0 if not. Over-long forms, surrogates and U+FFFE/U+FFFF are none.
std::size_t sequence_length(std::string_view text) {
    const auto first = static_cast<unsigned char>(text[0]);
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if (!is_continuation(text[i])) return 0;
    const auto second = static_cast<unsigned char>(text[1]);
    if (first == 0xE0 && second < 0xA0) return 0;
    if (first == 0xED && second >= 0xA0) return 0;
    if (first == 0xF0 && second < 0x90) return 0;
    if (first == 0xF4 && second >= 0x90) return 0;
    if (text.substr(0, 2) == "\xEF\xBF" && static_cast<unsigned char>(text[2]) >= 0xBE) return 0;
    return length;
}

}  // namespace

void XmlWriter::text(std::string_view value) {
    for (std::size_t i = 0; i < value.size();) {
        const char byte = value[i];
        const auto code = static_cast<unsigned char>(byte);
        if (code >= 0x80) {
            const auto length = sequence_length(value.substr(i));
            text_ += length == 0 ? replacement : value.substr(i, length);
            i += length == 0 ? 1 : length;
            continue;
        }
        ++i;
        switch (byte) {
            case '&':
                text_ += "&amp;";
                break;
            case '<':
                text_ += "&lt;";
                break;
            case '>':
                text_ += "&gt;";
                break;
            case '"':
                text_ += "&quot;";
                break;
            case '\'':
                text_ += "&apos;";
                break;
            // As itself, a carriage return would arrive as a line feed.
            case '\r':
                text_ += "&#13;";
                break;
            default:
                if (code >= 0x20 || byte == '\n' || byte == '\t') text_ += byte;
        }
    }
}

}  // namespace busy24
