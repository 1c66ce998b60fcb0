// The sizes of texts, buttons, links and fields.
#include <algorithm>
#include <cmath>

#include "web/ui/layout.hpp"
#include "web/ui/measures.hpp"

namespace busy24::ui {

float Layout::place_leaf(int index, float x, float y, float width) {
    Node& node = at(index);
    node.box = {x, y, width, 0};
    switch (node.role) {
        case Role::button:
            return place_button(node, x, y, width);
        case Role::link:
            return place_link(node, x, y, width);
        case Role::select:
            if (node.style.look != Look::none) {
                node.box.width = std::min(width, natural_width_of_leaf(node));
                return node.box.height = px(surroundings_.is_touch ? 44 : 36);
            }
            return node.box.height = control_height();
        case Role::progress:
            return node.box.height = px(measure::progress_height);
        case Role::separator:
            return node.box.height = std::max(1.f, px(1));
        case Role::picture:
            node.box.width = px(measure::icon);
            return node.box.height = px(measure::icon);
        case Role::photo:
            node.box.width = std::min(width, px(measure::photo_width));
            return node.box.height = std::ceil(node.box.width * measure::photo_ratio);
        default:
            return place_text_like(node, x, y, width);
    }
}

float Layout::place_text_like(Node& node, float x, float y, float width) {
    if (node.name.empty()) return 0;
    switch (node.style.look) {
        case Look::badge: {
            const float inset = px(measure::badge_inset);
            const float box_width = std::min(width, natural_width_of_leaf(node));
            const float height =
                place_text(node, x + inset, y + px(2), box_width - 2 * inset) + 2 * px(2);
            node.box = {x, y, box_width, height};
            return height;
        }
        case Look::spinner: {
            const float text_x = px(measure::icon + measure::icon_gap);
            place_text(node, x + text_x, y, width - text_x);
            return node.box.height;
        }
        case Look::note: {
            const bool has_mark = node.style.icon != Icon::none || node.has(flag_busy);
            const float text_x = has_mark ? px(measure::note_text_x) : 0;
            return place_text(node, x + text_x, y, width - text_x);
        }
        case Look::banner: {
            const float pad = px(measure::banner_pad);
            const float text_x = pad + px(measure::icon + measure::icon_gap);
            const float height =
                place_text(node, x + text_x, y + px(12), width - text_x - pad) + 2 * px(12);
            node.box = {x, y, width, height};
            return height;
        }
        default:
            break;
    }
    const bool is_prose = node.role == Role::text || node.role == Role::status;
    return place_text(node, x, y, is_prose ? std::min(width, px(measure::prose_width)) : width);
}

// Breaks the text; the box is that of the text alone.
float Layout::place_text(Node& node, float x, float y, float width) {
    const Face& face = type_.face(node);
    node.lines = type_.break_lines(face, node.name, width);
    node.box = {x, y, width, face.line_height * static_cast<float>(node.lines.size())};
    return node.box.height;
}

float Layout::place_button(Node& node, float x, float y, float width) {
    float natural = natural_width_of_leaf(node);
    const bool is_quiet = node.style.look == Look::quiet;
    if (!is_quiet && (node.has(flag_full_width) || width < px(400))) natural = width;
    if (node.style.look == Look::icon_only) natural = px(44);
    const Face& face = type_.face(node);
    const float box_width = std::min(width, natural);
    const float inset = is_quiet ? px(measure::quiet_inset) : px(measure::button_inset);
    const bool has_icon = node.style.icon != Icon::none || node.has(flag_busy);
    const float icon = has_icon ? px(measure::icon + measure::button_icon_gap) : 0;
    if (node.style.look != Look::icon_only)
        node.lines = type_.break_lines(face, node.name, box_width - 2 * inset - icon);
    const auto lines = static_cast<float>(std::max<std::size_t>(1, node.lines.size()));
    const float height = std::max(is_quiet && !surroundings_.is_touch ? px(36) : control_height(),
                                  lines * face.line_height + px(16));
    // A quiet button's words line up with the text around it; its ground reaches out.
    const bool parent_is_flow = node.parent >= 0 && at(node.parent).style.look != Look::stack &&
                                at(node.parent).style.look != Look::card &&
                                at(node.parent).role != Role::form &&
                                at(node.parent).role != Role::main;
    const float shift = is_quiet && !parent_is_flow ? inset : 0;
    node.box = {x - shift, y, box_width, height};
    return height;
}

float Layout::place_link(Node& node, float x, float y, float width) {
    const Face& face = type_.face(node);
    switch (node.style.look) {
        case Look::nav_link: {
            const float text_x = px(measure::nav_text_x);
            node.lines = type_.break_lines(face, node.name, width - text_x - px(8));
            const float lines = static_cast<float>(node.lines.size()) * face.line_height;
            node.box = {x, y, width,
                        std::max(px(surroundings_.is_touch ? 48 : 40), lines + px(16))};
            return node.box.height;
        }
        case Look::brand:
            node.lines = type_.break_lines(face, node.name, width);
            node.box = {x, y, std::min(width, natural_width_of_leaf(node)), px(44)};
            return node.box.height;
        default:
            break;
    }
    const bool is_block = node.style.look == Look::block_link;
    const float icon = node.style.icon != Icon::none ? px(measure::icon + 6) : 0;
    const float height_min = is_block ? px(surroundings_.is_touch ? 44 : 32) : px(24);
    node.lines = type_.break_lines(face, node.name, width - icon);
    const float lines = static_cast<float>(node.lines.size()) * face.line_height;
    node.box = {x, y, std::min(width, natural_width_of_leaf(node)), std::max(height_min, lines)};
    return node.box.height;
}

float Layout::natural_width_of_text(const Node& node) const {
    return std::ceil(type_.width(type_.face(node), node.name));
}

float Layout::natural_width_of_leaf(const Node& node) const {
    const float text = natural_width_of_text(node);
    const bool has_icon = node.style.icon != Icon::none || node.has(flag_busy);
    switch (node.role) {
        case Role::button: {
            if (node.style.look == Look::icon_only) return px(44);
            const float inset =
                node.style.look == Look::quiet ? measure::quiet_inset : measure::button_inset;
            return text + 2 * px(inset) +
                   (has_icon ? px(measure::icon + measure::button_icon_gap) : 0);
        }
        case Role::link:
            if (node.style.look == Look::brand) return text + px(measure::brand_text_x);
            if (node.style.look == Look::nav_link) return text + px(measure::nav_text_x + 8);
            return text + (has_icon ? px(measure::icon + 6) : 0);
        case Role::select: {
            if (node.style.look == Look::icon_only) return px(44);
            float widest = 0;
            const Face& face = type_.face(TextSize::small, false);
            for (const auto& option : node.options)
                widest = std::max(widest, type_.width(face, option.label));
            return std::ceil(widest) + px(has_icon ? 66 : 42);
        }
        case Role::picture:
            return px(measure::icon);
        case Role::photo:
            return px(measure::photo_width);
        case Role::progress:
        case Role::separator:
            return px(120);
        default:
            break;
    }
    switch (node.style.look) {
        case Look::badge:
            return text + 2 * px(measure::badge_inset);
        case Look::spinner:
            return text + px(measure::icon + measure::icon_gap);
        case Look::note:
            return text + (has_icon ? px(measure::note_text_x) : 0);
        case Look::banner:
            return text + px(2 * measure::banner_pad + measure::icon + measure::icon_gap);
        default:
            return text;
    }
}

}  // namespace busy24::ui
