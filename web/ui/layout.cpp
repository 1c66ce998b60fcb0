// The general containers: stacks, flows, columns and cards, and the rhythm between what they hold.
#include "web/ui/layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace busy24::ui {

Layout::Layout(std::vector<Node>& nodes, const Type& type, const Surroundings& surroundings)
    : nodes_(nodes), type_(type), surroundings_(surroundings), children_(nodes.size()) {
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].parent >= 0)
            children_[static_cast<std::size_t>(nodes[i].parent)].push_back(static_cast<int>(i));
}

float Layout::run() { return nodes_.empty() ? 0 : place_page(0); }

float Layout::px(float css) const { return std::round(css * surroundings_.pixel_ratio); }

bool Layout::is_seen(const Node& node) const {
    return !node.has(flag_hidden_visually) && node.style.look != Look::skip;
}

float Layout::place(int index, float x, float y, float width) {
    Node& node = at(index);
    if (!is_seen(node)) {
        node.box = {x, y, 0, 0};
        return 0;
    }
    const float height = is_container(node.role) ? place_container(index, x, y, width)
                                                 : place_leaf(index, x, y, width);
    return height;
}

float Layout::place_container(int index, float x, float y, float width) {
    Node& node = at(index);
    node.box = {x, y, width, 0};
    const float pad = px(is_phone() ? 20 : 32);
    float height = 0;
    switch (node.style.look) {
        case Look::flow:
        case Look::progress_head:
            height = place_flow(index, x, y, width, px(node.style.gap));
            break;
        case Look::columns:
            height = place_columns(index, x, y, width);
            break;
        case Look::card:
            height = place_padded(index, x, y, width, pad, pad, px(20));
            break;
        case Look::inset:
            height = place_padded(index, x, y, width, px(20), px(16), px(12));
            break;
        case Look::banner:
            height = place_banner(index, x, y, width);
            break;
        case Look::empty:
            height = place_empty(index, x, y, width);
            break;
        case Look::top_bar:
            height = place_bar(index, x, y, width);
            break;
        case Look::shell:
            height = place_shell(index, x, y, width);
            break;
        case Look::centred:
        case Look::wide:
        case Look::bottom:
            height = place_main(index, x, y, width);
            break;
        case Look::steps:
            height = place_steps(index, x, y, width);
            break;
        case Look::check:
            height = place_check(index, x, y, width);
            break;
        case Look::switch_row:
            height = place_switch(index, x, y, width);
            break;
        case Look::checkbox_row:
            height = place_checkbox(index, x, y, width);
            break;
        case Look::choice_card:
            height = place_choice_card(index, x, y, width);
            break;
        case Look::segments:
            height = place_segments(index, x, y, width);
            break;
        case Look::fact:
            height = place_fact(index, x, y, width);
            break;
        case Look::input_frame:
            height = place_input_frame(index, x, y, width);
            break;
        case Look::field:
            height = place_children(index, x, y, width, px(6));
            break;
        case Look::nav_list:
            height = place_children(index, x, y, width, px(4));
            break;
        case Look::choices:
            height = place_children(index, x, y, width, px(12));
            break;
        case Look::space:
            height = px(node.style.size_min);
            break;
        case Look::push:
            break;
        default:
            if (node.role == Role::table)
                height = place_table(index, x, y, width);
            else
                height = place_children(index, x, y, width, px(node.style.gap));
    }
    at(index).box.height = height;
    return height;
}

// A heading belongs to what follows it, so it stands closer to that than to what came before.
float Layout::gap_between(const Node& before, const Node& after, float gap) const {
    if (before.style.look == Look::space || after.style.look == Look::space) return 0;
    if (before.style.look == Look::switch_row && after.style.look == Look::switch_row) return 0;
    if (before.role == Role::heading && after.role == Role::text)
        return std::min(gap, px(before.level == 1 ? 12 : before.level == 2 ? 8 : 4));
    if (before.role == Role::heading && before.level > 1) return std::min(gap, px(16));
    return gap;
}

float Layout::place_children(int index, float x, float y, float width, float gap) {
    float bottom = y;
    const Node* before = nullptr;
    for (const int child : children(index)) {
        const float top = before ? bottom + gap_between(*before, at(child), gap) : bottom;
        const float height = place(child, x, top, width);
        // What shows nothing, such as a silent live region, leaves no hole.
        if (height <= 0) continue;
        bottom = top + height;
        before = &at(child);
    }
    return bottom - y;
}

float Layout::place_padded(int index, float x, float y, float width, float pad_x, float pad_y,
                           float gap) {
    const float height = place_children(index, x + pad_x, y + pad_y, width - 2 * pad_x, gap);
    return height + 2 * pad_y;
}

// On a narrow screen buttons stand below each other in full width, where a thumb finds them.
bool Layout::stacks_buttons(const Children& items, float width) {
    return width < px(400) && std::any_of(items.begin(), items.end(), [&](int item) {
               const Look look = at(item).style.look;
               return at(item).role == Role::button &&
                      (look == Look::primary || look == Look::secondary || look == Look::danger);
           });
}

float Layout::place_flow(int index, float x, float y, float width, float gap) {
    Children items;
    for (const int child : children(index)) {
        if (is_seen(at(child))) items.push_back(child);
    }
    if (stacks_buttons(items, width)) return place_children(index, x, y, width, px(12));
    float bottom = y;
    Children line;
    float used = 0;
    for (const int item : items) {
        const float natural = std::min(natural_width(item), width);
        if (!line.empty() && used + gap + natural > width + 0.5f) {
            bottom += flow_line(line, x, bottom, width, gap) + std::min(gap, px(12));
            line.clear();
            used = 0;
        }
        used += natural + (line.empty() ? 0 : gap);
        line.push_back(item);
    }
    if (!line.empty()) bottom += flow_line(line, x, bottom, width, gap);
    return bottom - y;
}

float Layout::flow_line(const Children& line, float x, float y, float width, float gap) {
    float used = gap * static_cast<float>(line.size() - 1);
    float weights = 0;
    for (const int item : line) {
        used += std::min(natural_width(item), width);
        weights += at(item).style.weight;
        // The words at the end of a progress bar's heading stand at its end.
        if (at(item).style.align == Align::end) weights += 1;
    }
    const float free = std::max(0.f, width - used);
    float left = x;
    float tallest = 0;
    std::vector<Box> rooms;
    for (const int item : line) {
        float item_width = std::min(natural_width(item), width);
        const float share = weights > 0 ? std::floor(free / weights) : 0;
        if (at(item).style.align == Align::end)
            left += share;
        else if (weights > 0)
            item_width += share * at(item).style.weight;
        rooms.push_back({left, y, item_width, place(item, left, y, item_width)});
        tallest = std::max(tallest, rooms.back().height);
        left += item_width + gap;
    }
    // Centred on the tallest: placed again, now that the height is known.
    for (std::size_t i = 0; i < line.size(); ++i) {
        const float drop = std::floor((tallest - rooms[i].height) / 2);
        if (drop > 0) place(line[i], rooms[i].x, y + drop, rooms[i].width);
    }
    return tallest;
}

float Layout::place_columns(int index, float x, float y, float width) {
    const Children& items = children(index);
    const Style style = at(index).style;
    const float gap = px(style.gap);
    const auto count = static_cast<float>(items.size());
    const float each = items.empty() ? 0 : (width - gap * (count - 1)) / count;
    if (items.empty() || each < px(style.width_min))
        return place_children(index, x, y, width, std::min(gap, px(16)));
    std::vector<float> shares = style.shares;
    shares.resize(items.size(), 1);
    const float total = std::accumulate(shares.begin(), shares.end(), 0.f);
    float left = x;
    float tallest = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const float item_width = std::floor((width - gap * (count - 1)) * shares[i] / total);
        tallest = std::max(tallest, place(items[i], left, y, item_width));
        left += item_width + gap;
    }
    for (const int item : items)
        if (at(item).style.look == Look::card || at(item).style.look == Look::inset)
            at(item).box.height = tallest;
    return tallest;
}

float Layout::natural_width(int index) {
    const Node& node = at(index);
    if (!is_seen(node)) return 0;
    if (!is_container(node.role)) return natural_width_of_leaf(node);
    if (node.style.look == Look::push || node.style.look == Look::space) return 0;
    float widest = 0;
    float sum = 0;
    for (const int child : children(index)) {
        const float natural = natural_width(child);
        widest = std::max(widest, natural);
        sum += natural + (sum > 0 ? px(node.style.gap) : 0);
    }
    switch (node.style.look) {
        case Look::flow:
            return sum;
        case Look::segments:
            return static_cast<float>(children(index).size()) * widest + px(8);
        case Look::segment:
            return widest + px(is_phone() ? 20 : 32);
        case Look::card:
            return widest + 2 * px(is_phone() ? 20 : 32);
        case Look::checkbox_row:
            return widest + px(36);
        case Look::field:
            return std::max(widest, px(220));
        default:
            return widest;
    }
}

}  // namespace busy24::ui
