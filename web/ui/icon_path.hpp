// The outline of an icon, for the painter and for the SVG of the plain HTML: one source for both.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "web/ui/icons.hpp"

namespace busy24::ui {

// M x y: move, L x y: line, C x1 y1 x2 y2 x y: curve, Z: back to the start, O x y r: a circle.
// Coordinates are in a square of 24 units.
struct PathStep {
    char command = 'M';
    std::array<float, 6> at{};
};

std::vector<PathStep> icon_path(Icon icon);

// The same as the `d` of an SVG path. Empty for Icon::none.
std::string svg_path(Icon icon);

}  // namespace busy24::ui
