// Type: the fonts of the product at their sizes, measured and broken into lines on whole pixels.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/ui/node.hpp"

struct ImFont;

namespace busy24::ui {

// One size and weight of the typeface. Heights in device pixels.
struct Face {
    ImFont* font = nullptr;
    float css_size = 16;
    float css_line = 24;
    bool is_strong = false;
    float line_height = 24;
};

// Sizes in CSS px, from one scale: the size and the height of a line.
struct TypeSize {
    float size;
    float line;
};
TypeSize type_size(TextSize size, bool is_phone);
// Headings are strong by nature; other texts when they say so.
bool is_strong(const Node& node);

// Holds the font atlas of the current Dear ImGui context. Not thread-safe.
class Type {
public:
    Type();
    // The bytes of the two font files; empty ones stand for Dear ImGui's built-in font.
    void set_fonts(std::string regular, std::string strong);
    // Builds the atlas for a pixel ratio, if it is not built for it already or lacks letters.
    // Returns true when the texture has to be uploaded anew.
    bool prepare(float pixel_ratio, bool is_phone);
    // Notes the letters of a text. Returns false when the typeface has no shape for one of them,
    // so that the browser must show the text itself.
    bool covers(std::string_view text);
    const Face& face(const Node& node) const;
    const Face& face(TextSize size, bool is_strong) const;
    float pixel_ratio() const { return pixel_ratio_; }

    // Device pixels.
    float width(const Face& face, std::string_view text) const;
    // Lines no wider than `width`; a longer word is cut. Always at least one line for a text that
    // is not empty.
    std::vector<TextLine> break_lines(const Face& face, std::string_view text, float width) const;

private:
    void build();
    std::string regular_;
    std::string strong_;
    std::vector<Face> faces_;
    std::vector<bool> wanted_;  // by code point
    float pixel_ratio_ = 0;
    bool is_phone_ = false;
    bool is_stale_ = true;
};

}  // namespace busy24::ui
