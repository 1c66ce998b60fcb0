// Rows with a mark, a switch or a choice at one side and words at the other.
#include <algorithm>
#include <cmath>

#include "web/ui/layout.hpp"
#include "web/ui/measures.hpp"

namespace busy24::ui {

float Layout::place_banner(int index, float x, float y, float width) {
    const float pad = px(measure::banner_pad);
    const float text_x = pad + px(measure::icon + measure::icon_gap);
    const float height = place_children(index, x + text_x, y + pad, width - text_x - pad, px(8));
    return height + 2 * pad;
}

float Layout::place_empty(int index, float x, float y, float width) {
    const float inner = std::min(width - 2 * px(16), px(420));
    const float left = x + std::floor((width - inner) / 2);
    const float icon = px(40 + 16);
    const float height = place_children(index, left, y + px(32) + icon, inner, px(4));
    return height + icon + 2 * px(32);
}

float Layout::place_check(int index, float x, float y, float width) {
    const float text_x = px(24 + measure::icon_gap);
    float bottom = y;
    for (const int child : children(index)) {
        if (at(child).role == Role::picture)
            at(child).box = {x, y, px(24), px(24)};
        else
            bottom += place(child, x + text_x, bottom, width - text_x);
    }
    return std::max(bottom - y, px(24));
}

float Layout::place_switch(int index, float x, float y, float width) {
    const float pad = px(16);
    const float room = width - px(measure::switch_width + 24);
    float bottom = y + pad;
    for (const int child : children(index)) {
        if (at(child).role == Role::toggle) continue;
        if (at(child).style.look == Look::note) bottom += px(4);
        bottom += place(child, x, bottom, room);
    }
    const float height = std::max(bottom + pad - y, control_height());
    for (const int child : children(index))
        if (at(child).role == Role::toggle) at(child).box = {x, y, width, height};
    return height;
}

float Layout::place_checkbox(int index, float x, float y, float width) {
    const float text_x = px(measure::checkbox_text_x);
    const float pad = px(surroundings_.is_touch ? 10 : 4);
    float height = 0;
    float right = x;
    for (const int child : children(index)) {
        if (at(child).role == Role::checkbox) continue;
        height += place(child, x + text_x, y + pad, width - text_x);
        for (const auto& line : at(child).lines) right = std::max(right, x + text_x + line.width);
    }
    height += 2 * pad;
    for (const int child : children(index))
        if (at(child).role == Role::checkbox)
            at(child).box = {x, y, std::ceil(std::min(right - x + px(4), width)), height};
    return height;
}

float Layout::place_choice_card(int index, float x, float y, float width) {
    const float pad = px(16);
    const float text_x = px(measure::choice_text_x);
    float badge_width = 0;
    for (const int child : children(index))
        if (at(child).style.look == Look::badge) badge_width = natural_width(child) + px(12);
    // On a narrow phone the badge would leave the name a word a line: then it stands below.
    const bool is_beside = width - text_x - pad - badge_width >= px(180);
    const float room = width - text_x - pad - (is_beside ? badge_width : 0);
    float bottom = y + pad;
    for (const int child : children(index)) {
        Node& node = at(child);
        if (node.role == Role::radio) continue;
        const bool is_badge = node.style.look == Look::badge;
        if (is_badge && is_beside) {
            place(child, x + width - pad - badge_width + px(12), y + pad, badge_width);
            continue;
        }
        if (is_badge) bottom += px(6);
        bottom += place(child, x + text_x, bottom, room);
    }
    const float height = std::max(bottom + pad - y, px(56));
    for (const int child : children(index))
        if (at(child).role == Role::radio) at(child).box = {x, y, width, height};
    return height;
}

float Layout::place_segments(int index, float x, float y, float width) {
    const Children& items = children(index);
    const auto count = static_cast<float>(std::max<std::size_t>(1, items.size()));
    const float frame = px(4);
    const float natural = natural_width(index);
    const bool is_stacked = natural > width;
    const float each =
        is_stacked ? width - 2 * frame : std::floor((std::min(natural, width) - 2 * frame) / count);
    const float height = px(surroundings_.is_touch ? 44 : 36);
    float left = x + frame;
    float top = y + frame;
    for (const int item : items) {
        at(item).box = {left, top, each, height};
        for (const int child : children(item)) {
            Node& node = at(child);
            const float line = type_.face(node).line_height;
            if (node.role == Role::radio)
                node.box = {left, top, each, height};
            else
                place(child, left + px(4), top + std::floor((height - line) / 2), each - px(8));
        }
        if (is_stacked)
            top += height;
        else
            left += each;
    }
    at(index).box.width = is_stacked ? width : each * count + 2 * frame;
    return (is_stacked ? top - y : frame + height) + frame;
}

float Layout::place_fact(int index, float x, float y, float width) {
    const float pad = px(10);
    const bool is_stacked = width < px(420);
    const float term_width = is_stacked ? width : std::min(px(220), std::floor(width * 0.4f));
    float bottom = y + pad;
    float tallest = 0;
    for (const int child : children(index)) {
        const bool is_term = at(child).role == Role::term;
        if (is_stacked)
            bottom += place(child, x, bottom, width);
        else
            tallest = std::max(tallest,
                               is_term ? place(child, x, bottom, term_width - px(16))
                                       : place(child, x + term_width, bottom, width - term_width));
    }
    return bottom + tallest + pad - y;
}

float Layout::place_input_frame(int index, float x, float y, float width) {
    const bool is_area = at(children(index).front()).role == Role::text_area;
    const float height = is_area ? px(144) : control_height();
    for (const int child : children(index)) {
        Node& node = at(child);
        node.box =
            node.role == Role::button
                ? Box{x + width - px(48), y + std::floor((height - px(40)) / 2), px(44), px(40)}
                : Box{x, y, width, height};
    }
    return height;
}

}  // namespace busy24::ui
