// The simulator's own XML: a tree to read requests into, and text that is safe to write.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace busy24::simulator {

struct Element {
    std::string name;  // without prefix
    std::string name_space;
    bool is_nil = false;
    std::string text;
    std::vector<Element> children;

    // The first child of that exact name; null when there is none or it is nil.
    const Element* child(std::string_view child_name) const;
    // The text of that child; "" when there is none.
    std::string text_of(std::string_view child_name) const;
};

// nullopt for what is not XML, has a DOCTYPE, or is nested deeper than 32.
std::optional<Element> parse_xml(std::string_view text);

std::string escape_xml(std::string_view text);

}  // namespace busy24::simulator
