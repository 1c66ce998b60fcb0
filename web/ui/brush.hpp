// Brush: the few strokes that everything on the canvas is painted with.
#pragma once

#include <imgui.h>

#include <string_view>

#include "web/ui/node.hpp"
#include "web/ui/theme.hpp"
#include "web/ui/type.hpp"

namespace busy24::ui {

// Paints on the draw list of the current Dear ImGui window. Lengths are device pixels where a Box
// or a point is meant, and CSS px for radii, strokes and icon sizes.
class Brush {
public:
    // `top` is the page position at the top of the canvas, which is 0 unless the page is too tall
    // for one canvas.
    Brush(ImDrawList& list, float pixel_ratio, float top)
        : list_(list), ratio_(pixel_ratio), top_(top) {}

    float px(float css) const;
    // `strength` from 0 (nothing) to 1 (the whole colour).
    void fill(const Box& box, Color color, float radius, float strength = 1);
    void border(const Box& box, Color color, float radius, float width);
    void shadow(const Box& box, Color color, float radius);
    void line(float x, float y, float width, float height, Color color);
    void disc(float x, float y, float radius, Color color);
    void ring(float x, float y, float radius, float width, Color color);
    // Part of a ring, for a spinner; `turn` from 0 to 1.
    void arc(float x, float y, float radius, float width, float turn, Color color);
    void icon(Icon icon, float x, float y, float size, Color color, float stroke = 1.75f);
    void text(const Face& face, std::string_view text, float x, float y, Color color);
    // The lines of a node in a column that begins at x and y.
    void lines(const Node& node, const Face& face, float x, float y, float width, Color color);
    void underline(const Node& node, const Face& face, float x, float y, Color color,
                   float strength);

private:
    ImVec2 point(float x, float y) const { return {x, y - top_}; }
    ImDrawList& list_;
    float ratio_;
    float top_;
};

}  // namespace busy24::ui
