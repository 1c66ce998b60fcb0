// Writes a letter in its two forms.
#include "proxy/mail/letter.hpp"

#include <algorithm>

#include "proxy/mail/text/letter_texts.hpp"
#include "proxy/xml/xml_writer.hpp"
#include "shared/filled_text.hpp"

namespace busy24::mail {

namespace {

// A name that goes on for longer is a message of its own, to somebody who has not asked for it.
constexpr std::size_t value_bytes_max = 120;

// What a letter says, in the receiver's language.
struct Wording {
    std::string subject;
    std::vector<std::string> paragraphs;
    std::string action;  // what the link does
    std::string link;    // empty when there is none
    std::string note;    // small, at the end
};

bool is_inside_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

std::string in_one_line(std::string value) {
    if (value.size() > value_bytes_max) {
        auto end = value_bytes_max;
        while (end > 0 && is_inside_character(value[end])) --end;
        value.resize(end);
    }
    std::replace_if(
        value.begin(), value.end(),
        [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; }, ' ');
    return value;
}

std::string text_of(const Wording& wording) {
    std::string text;
    const auto add = [&](const std::string& paragraph) { text += paragraph + "\r\n\r\n"; };
    for (const auto& paragraph : wording.paragraphs) add(paragraph);
    if (!wording.link.empty()) add(wording.action + ":\r\n" + wording.link);
    if (!wording.note.empty()) add(wording.note);
    return text;
}

void write(XmlWriter& out, std::string_view begin, const std::string& text, std::string_view end) {
    out.markup(begin);
    out.text(text);
    out.markup(end);
}

// Styles stand on the elements, since mail readers leave out style sheets.
std::string html_of(const Wording& wording, Language language) {
    XmlWriter out;
    write(out, "<!doctype html><html lang=\"", std::string(word_of(language)),
          "\"><head><meta charset=\"utf-8\"><title>");
    write(out, "", wording.subject,
          "</title></head><body style=\"margin:0;padding:24px;background:#f6f7f9\">"
          "<div style=\"max-width:560px;margin:0 auto;padding:32px;background:#ffffff;"
          "border-radius:12px;font:16px/1.5 Inter,Arial,sans-serif;color:#1d2433\">");
    for (const auto& paragraph : wording.paragraphs)
        write(out, "<p style=\"margin:0 0 16px\">", paragraph, "</p>");
    if (!wording.link.empty()) {
        write(out, "<p style=\"margin:24px 0\"><a href=\"", wording.link,
              "\" style=\"display:inline-block;padding:12px 24px;border-radius:8px;"
              "background:#2554d9;color:#ffffff;text-decoration:none;font-weight:600\">");
        write(out, "", wording.action, "</a></p>");
        write(out,
              "<p style=\"margin:0 0 16px;font-size:13px;color:#5a6478;word-break:break-all\">",
              wording.link, "</p>");
    }
    if (!wording.note.empty())
        write(out, "<p style=\"margin:0;font-size:13px;color:#5a6478\">", wording.note, "</p>");
    out.markup("</div></body></html>");
    return out.take();
}

}  // namespace

Letter compose(LetterKind kind, Language language, std::vector<std::string> values,
               const std::string& link) {
    for (auto& value : values) value = in_one_line(std::move(value));
    const auto& row = letter_text(language, kind);
    Wording wording{.subject = filled(row.subject, values),
                    .paragraphs = {filled(row.first, values)},
                    .action = std::string(row.action),
                    .link = link,
                    .note = filled(row.note, values)};
    if (!row.second.empty()) wording.paragraphs.push_back(filled(row.second, values));
    return {
        .subject = wording.subject, .text = text_of(wording), .html = html_of(wording, language)};
}

}  // namespace busy24::mail
