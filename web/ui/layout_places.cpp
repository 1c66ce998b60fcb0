// The big places of a page: bars, side panel, main column, footer, and the line of steps.
#include <algorithm>
#include <cmath>

#include "web/ui/layout.hpp"
#include "web/ui/measures.hpp"

namespace busy24::ui {

float Layout::place_page(int index) {
    const float width = std::round(surroundings_.width * surroundings_.pixel_ratio);
    const float window = std::round(surroundings_.height * surroundings_.pixel_ratio);
    float bottom = 0;
    for (const int child : children(index)) bottom += place(child, 0, bottom, width);
    const Children& items = children(index);
    // A footer stands at the foot of the window when the page is short.
    if (bottom < window && !items.empty() && at(items.back()).role == Role::footer) {
        const float height = at(items.back()).box.height;
        place(items.back(), 0, window - height, width);
        bottom = window;
    }
    const float height = std::max(bottom, window);
    at(index).box = {0, 0, width, height};
    return height;
}

float Layout::place_bar(int index, float x, float y, float width) {
    const float pad_x = px(is_phone() ? 16 : 32);
    const float height = px(is_phone() ? 60 : 76);
    const float gap = px(is_phone() ? 4 : 8);
    const float used = place_flow(index, x + pad_x, y, width - 2 * pad_x, gap);
    const float top = y + std::floor(std::max(0.f, height - used) / 2);
    place_flow(index, x + pad_x, top, width - 2 * pad_x, gap);
    return std::max(height, used);
}

float Layout::place_shell(int index, float x, float y, float width) {
    const float window = std::round(surroundings_.height * surroundings_.pixel_ratio);
    float bottom = y;
    float left = x;
    int side = -1;
    for (const int child : children(index)) {
        if (at(child).style.look == Look::side_panel) {
            if (is_phone()) {
                bottom += place_phone_bar(child, x, bottom, width);
            } else {
                side = child;
                left = x + px(measure::side_panel_width);
            }
            continue;
        }
        bottom += place(child, left, bottom, x + width - left);
    }
    const float height = std::max(bottom - y, window - y);
    if (side >= 0) {
        const float needed = place_side_panel(side, x, y, px(measure::side_panel_width), height);
        return std::max(height, needed);
    }
    return height;
}

float Layout::place_side_panel(int index, float x, float y, float width, float height) {
    const float pad = px(16);
    float top = y + px(20);
    float foot = 0;
    bool after_navigation = false;
    Children below;
    for (const int child : children(index)) {
        if (after_navigation) {
            below.push_back(child);
            continue;
        }
        top += place(child, x + pad, top, width - 2 * pad) + px(16);
        after_navigation = at(child).role == Role::navigation;
    }
    // What follows the navigation stands at the foot of the window.
    for (const int child : below) foot += place(child, x + pad, top, width - 2 * pad) + px(8);
    const float window = std::round(surroundings_.height * surroundings_.pixel_ratio);
    float at_y = std::max(top, y + window - px(16) - foot);
    const float needed = at_y + foot - y + px(8);
    for (const int child : below) at_y += place(child, x + pad, at_y, width - 2 * pad) + px(8);
    at(index).box = {x, y, width, std::max(height, needed)};
    return needed;
}

// On a phone: brand and menu button in one line, the opened menu below.
float Layout::place_phone_bar(int index, float x, float y, float width) {
    const float pad = px(16);
    const float bar = px(60);
    float bottom = y + bar;
    for (const int child : children(index)) {
        Node& node = at(child);
        if (node.role == Role::link && node.style.look == Look::brand) {
            place(child, x + pad, y + px(8), width - 2 * pad - px(52));
        } else if (node.role == Role::button && node.style.look == Look::icon_only) {
            place(child, x + width - pad - px(44) + px(10), y + px(8), px(44));
        } else {
            const float height = place(child, x + pad, bottom + px(4), width - 2 * pad);
            if (height > 0) bottom += height + px(12);
        }
    }
    at(index).box = {x, y, width, bottom - y};
    return bottom - y;
}

bool Layout::is_beside_panel(const Node& node) const {
    int above = node.parent;
    while (above > 0 && nodes_[static_cast<std::size_t>(above)].style.look != Look::shell)
        above = nodes_[static_cast<std::size_t>(above)].parent;
    return above > 0;
}

float Layout::place_main(int index, float x, float y, float width) {
    const Look look = at(index).style.look;
    const float pad = px(is_phone() ? 16 : 40);
    const float inner_max = px(look == Look::wide ? measure::wide_width : measure::narrow_width);
    const float inner = std::min(width - 2 * pad, inner_max);
    // Beside a side panel everything follows the same left edge.
    const bool is_in_shell = is_beside_panel(at(index));
    const float left = is_in_shell ? x + pad : x + std::floor((width - inner) / 2);
    if (look == Look::bottom) {
        // Its first words stand below those above, so that the button around them sticks out.
        const float stands_out = px(measure::quiet_inset);
        const float height = place_flow(index, left - stands_out, y + px(16), inner, px(16));
        return height + px(16) + px(24);
    }
    const float top = px(look == Look::wide ? (is_phone() ? 16 : 40) : (is_phone() ? 8 : 16));
    const float height = place_children(index, left, y + top, inner, px(24));
    return top + height + px(48);
}

float Layout::place_steps(int index, float x, float y, float width) {
    if (at(index).role != Role::list) return place_children(index, x, y, width, 0);
    const Children& items = children(index);
    const auto count = static_cast<float>(std::max<std::size_t>(1, items.size()));
    const bool is_wide = width >= px(520);
    const float step = std::floor(width / count);
    const float text_y = px(measure::step_text_y);
    float bottom = y;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const float left = x + step * static_cast<float>(i);
        Node& box = at(items[i]);
        for (const int child : children(items[i])) {
            Node& node = at(child);
            if (!is_seen(node)) {
                node.box = {left, y, 0, 0};
                continue;
            }
            const Face& face = type_.face(node);
            const bool is_current = node.has(flag_current);
            const float room = is_wide || !is_current ? step : width;
            node.lines.clear();
            if (is_wide || is_current)
                node.lines = type_.break_lines(face, node.name, room - px(12));
            const float height =
                node.lines.empty()
                    ? px(44)
                    : text_y + face.line_height * static_cast<float>(node.lines.size());
            node.box = {is_wide || !is_current ? left : x, y, room, height};
            bottom = std::max(bottom, y + height);
        }
        box.box = {left, y, step, 0};
    }
    for (const int item : items) at(item).box.height = bottom - y;
    return bottom - y;
}

}  // namespace busy24::ui
