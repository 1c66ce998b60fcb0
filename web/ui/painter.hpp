// Painter: draws a laid out tree with Dear ImGui and puts an item under everything interactive.
#pragma once

#include <vector>

#include "web/ui/brush.hpp"
#include "web/ui/node.hpp"
#include "web/ui/theme.hpp"
#include "web/ui/type.hpp"

namespace busy24::ui {

enum class Motion { full, reduced };

struct Canvas {
    float top = 0;  // page position of its upper edge, device pixels
    float pixel_ratio = 1;
    double seconds = 0;  // a clock for what moves
    bool is_dark = false;
    Motion motion = Motion::full;
};

class Painter {
public:
    Painter(const std::vector<Node>& nodes, const Type& type, const Canvas& canvas);
    // To be called inside a Dear ImGui window that fills the canvas.
    void paint();
    // Something on the page moves, so the next frame will look different.
    bool is_moving() const { return is_moving_; }

private:
    enum class Touch { none, hovered, pressed };
    const Node& parent(const Node& node) const;
    Touch touch(const Node& node) const;
    float px(float css) const { return brush_.px(css); }
    Color tone(Tone tone) const { return ink(theme_, tone); }

    void place_items();
    void container(const Node& node);
    void leaf(const Node& node);

    // painter.cpp
    void card(const Node& node);
    void side_panel(const Node& node);
    void step(const Node& node);
    void step_line(const Node& node);
    void check_mark(const Node& node);
    void row(const Node& node);
    void text(const Node& node);
    void spinner(float x, float y, float size, Color color);

    // paint_controls.cpp
    void button(const Node& node);
    void link(const Node& node);
    void column_title(const Node& node);
    void field(const Node& node);
    void select(const Node& node);
    void checkbox(const Node& node);
    void toggle(const Node& node);
    void radio(const Node& node);
    void choice_ground(const Node& node);
    void segment_ground(const Node& node);
    void progress(const Node& node);
    void cell(const Node& node);

    const std::vector<Node>& nodes_;
    const Type& type_;
    Canvas canvas_;
    const Theme& theme_;
    Brush brush_;
    std::vector<Touch> touches_;
    bool is_moving_ = false;
};

}  // namespace busy24::ui
