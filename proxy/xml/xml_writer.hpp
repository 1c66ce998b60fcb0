// Writes XML into one string; every text that goes in is escaped here and nowhere else.
#pragma once

#include <string>
#include <string_view>

namespace busy24 {

// Not thread-safe. Characters that XML 1.0 cannot hold (most control characters) are left out, and
// bytes that are not UTF-8 become U+FFFD: the ERP answers either with a fault about the whole
// request.
class XmlWriter {
public:
    XmlWriter() { text_.reserve(2048); }

    void open(std::string_view name) { tag("<", name, ">"); }
    void close(std::string_view name) { tag("</", name, ">"); }
    void nil(std::string_view name) { tag("<", name, " xsi:nil=\"true\"/>"); }
    void empty(std::string_view name) { tag("<", name, "/>"); }
    // Escapes &, <, > and both quotes.
    void text(std::string_view value);
    // Markup that is a constant of the program.
    void markup(std::string_view constant) { text_ += constant; }

    std::string take() { return std::move(text_); }

private:
    void tag(std::string_view before, std::string_view name, std::string_view after) {
        text_.append(before).append(name).append(after);
    }

    std::string text_;
};

}  // namespace busy24
