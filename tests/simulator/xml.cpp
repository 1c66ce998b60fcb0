// By expat, with namespaces resolved.
#include "tests/simulator/xml.hpp"

#include <expat.h>

#include <cstring>
#include <memory>

namespace busy24::simulator {

namespace {

constexpr char separator = '\n';
constexpr std::size_t depth_max = 32;

struct Reading {
    XML_Parser parser;
    Element root;
    std::vector<Element*> open;
};

void begin(void* data, const char* name, const char** attributes) {
    auto& reading = *static_cast<Reading*>(data);
    if (reading.open.size() >= depth_max) {
        XML_StopParser(reading.parser, XML_FALSE);
        return;
    }
    auto& parent = reading.open.empty() ? reading.root : *reading.open.back();
    auto& element = parent.children.emplace_back();
    const std::string_view full(name);
    const auto split = full.find(separator);
    element.name = split == full.npos ? full : full.substr(split + 1);
    element.name_space = split == full.npos ? "" : full.substr(0, split);
    for (; *attributes; attributes += 2)
        if (std::string_view(attributes[0]).ends_with("XMLSchema-instance\nnil"))
            element.is_nil =
                std::string_view(attributes[1]) == "true" || std::string_view(attributes[1]) == "1";
    reading.open.push_back(&element);
}

void end(void* data, const char*) { static_cast<Reading*>(data)->open.pop_back(); }

void text(void* data, const char* bytes, int length) {
    auto& reading = *static_cast<Reading*>(data);
    if (!reading.open.empty())
        reading.open.back()->text.append(bytes, static_cast<std::size_t>(length));
}

void refuse_doctype(void* data, const char*, const char*, const char*, int) {
    XML_StopParser(static_cast<Reading*>(data)->parser, XML_FALSE);
}

}  // namespace

const Element* Element::child(std::string_view child_name) const {
    for (const auto& element : children)
        if (element.name == child_name) return element.is_nil ? nullptr : &element;
    return nullptr;
}

std::string Element::text_of(std::string_view child_name) const {
    const auto* element = child(child_name);
    return element ? element->text : std::string();
}

std::optional<Element> parse_xml(std::string_view source) {
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(
        XML_ParserCreateNS(nullptr, separator), XML_ParserFree);
    Reading reading{parser.get(), {}, {}};
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(parser.get(), begin, end);
    XML_SetCharacterDataHandler(parser.get(), text);
    XML_SetStartDoctypeDeclHandler(parser.get(), refuse_doctype);
    const auto status =
        XML_Parse(parser.get(), source.data(), static_cast<int>(source.size()), XML_TRUE);
    if (status != XML_STATUS_OK || reading.root.children.empty()) return std::nullopt;
    return std::move(reading.root.children.front());
}

std::string escape_xml(std::string_view source) {
    std::string escaped;
    escaped.reserve(source.size());
    for (const char c : source) {
        switch (c) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            default:
                escaped += c;
        }
    }
    return escaped;
}

}  // namespace busy24::simulator
