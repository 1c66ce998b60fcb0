// Controls: their grounds, borders and states.
#include <algorithm>
#include <cmath>

#include "web/ui/measures.hpp"
#include "web/ui/painter.hpp"

namespace busy24::ui {

// The whole title is the button; a mark tells the order.
void Painter::column_title(const Node& node) {
    const Face& face = type_.face(node);
    const Color color =
        touch(node) == Touch::none && node.style.icon == Icon::none ? theme_.muted : theme_.text;
    const float pad = px(measure::cell_pad_x);
    brush_.lines(node, face, node.box.x + pad, node.box.y + px(measure::cell_pad_y),
                 node.box.width - 2 * pad, color);
    if (node.style.icon == Icon::none || node.lines.empty()) return;
    const float words = node.lines.front().width + px(4);
    const float x = node.style.align == Align::end ? node.box.right() - pad - words - px(16)
                                                   : node.box.x + pad + words;
    brush_.icon(node.style.icon, x, node.box.y + px(measure::cell_pad_y + 2), 16, color);
}

void Painter::button(const Node& node) {
    if (node.style.look == Look::column) return column_title(node);
    const Touch state = touch(node);
    const bool is_off = node.has(flag_disabled) && !node.has(flag_busy);
    Color ground = theme_.surface;
    Color words = theme_.text;
    bool has_ground = true;
    bool has_border = false;
    switch (node.style.look) {
        case Look::primary:
            ground = state == Touch::pressed   ? theme_.accent_pressed
                     : state == Touch::hovered ? theme_.accent_hover
                                               : theme_.accent;
            words = theme_.on_accent;
            break;
        case Look::danger:
            ground = state == Touch::none ? theme_.error : theme_.error_hover;
            words = theme_.on_error;
            break;
        case Look::secondary:
            ground = state == Touch::none ? theme_.surface : theme_.sunken;
            has_border = true;
            break;
        default:
            ground = node.style.look == Look::quiet ? theme_.accent_soft : theme_.sunken;
            words = node.style.look == Look::quiet ? theme_.accent : theme_.muted;
            has_ground = state != Touch::none;
            if (node.style.look == Look::icon_only && state != Touch::none) words = theme_.text;
    }
    if (is_off) {
        ground = theme_.sunken;
        words = theme_.muted;
        has_border = node.style.look != Look::quiet && node.style.look != Look::icon_only;
    }
    if (has_ground) brush_.fill(node.box, ground, 10);
    if (has_border) brush_.border(node.box, is_off ? theme_.hairline : theme_.field_border, 10, 1);

    const Face& face = type_.face(node);
    const bool has_icon = node.style.icon != Icon::none || node.has(flag_busy);
    float text_width = 0;
    for (const auto& line : node.lines) text_width = std::max(text_width, line.width);
    const bool is_icon_only = node.style.look == Look::icon_only;
    const float icon_room =
        has_icon ? px(measure::icon) + (is_icon_only ? 0 : px(measure::button_icon_gap)) : 0;
    const float left = std::round(node.box.x + (node.box.width - text_width - icon_room) / 2);
    const float middle = node.box.y + std::round(node.box.height / 2);
    if (node.has(flag_busy))
        spinner(left + px(10), middle, 18, words);
    else if (has_icon)
        brush_.icon(node.style.icon, left, middle - px(10), measure::icon, words);
    float y = middle - std::round(face.line_height * static_cast<float>(node.lines.size()) / 2);
    for (const auto& line : node.lines) {
        brush_.text(face, std::string_view(node.name).substr(line.begin, line.end - line.begin),
                    left + icon_room + (text_width - line.width) / 2, y, words);
        y += face.line_height;
    }
}

void Painter::link(const Node& node) {
    const Face& face = type_.face(node);
    const bool is_touched = touch(node) != Touch::none;
    const Color color = is_touched ? theme_.accent_hover : theme_.accent;
    const float middle =
        node.box.y +
        std::round((node.box.height - face.line_height * static_cast<float>(node.lines.size())) /
                   2);
    switch (node.style.look) {
        case Look::nav_link: {
            const bool is_current = node.has(flag_current);
            if (is_current)
                brush_.fill(node.box, theme_.accent_soft, 10);
            else if (is_touched)
                brush_.fill(node.box, theme_.sunken, 10);
            const Color words = is_current   ? theme_.accent
                                : is_touched ? theme_.text
                                             : theme_.muted;
            brush_.icon(node.style.icon, node.box.x + px(12),
                        node.box.y + std::round(node.box.height / 2) - px(10), measure::icon,
                        words);
            brush_.lines(node, face, node.box.x + px(measure::nav_text_x), middle, node.box.width,
                         words);
            return;
        }
        case Look::brand: {
            const float y = node.box.y + std::round(node.box.height / 2) - px(14);
            brush_.fill({node.box.x, y, px(28), px(28)}, theme_.accent, 8);
            brush_.icon(node.style.icon, node.box.x + px(4), y + px(4), 20, theme_.on_accent, 2);
            brush_.lines(node, face, node.box.x + px(measure::brand_text_x), middle, node.box.width,
                         theme_.text);
            return;
        }
        case Look::row_link: {
            const Node& row = parent(parent(node));
            const bool is_card = row.box.width < px(560);
            brush_.lines(node, face, node.box.x + (is_card ? 0 : px(measure::cell_pad_x)),
                         node.box.y + px(is_card ? 16 : measure::cell_pad_y), node.box.width,
                         color);
            return;
        }
        case Look::step:
            brush_.lines(node, face, node.box.x, node.box.y + px(measure::step_text_y),
                         node.box.width, is_touched ? theme_.accent : tone(node.style.tone));
            return;
        default:
            break;
    }
    const float icon = node.style.icon != Icon::none ? px(measure::icon + 6) : 0;
    if (icon > 0)
        brush_.icon(node.style.icon, node.box.x,
                    node.box.y + std::round(node.box.height / 2) - px(10), measure::icon, color);
    brush_.lines(node, face, node.box.x + icon, middle, node.box.width, color);
    // Always underlined in running text: colour alone does not tell a link from its surroundings.
    brush_.underline(node, face, node.box.x + icon, middle, color, is_touched ? 1.f : 0.45f);
}

void Painter::field(const Node& node) {
    const bool is_off = node.has(flag_disabled);
    brush_.fill(node.box, is_off ? theme_.sunken : theme_.surface, 10);
    if (node.has(flag_invalid))
        brush_.border(node.box, theme_.error, 10, 2);
    else
        brush_.border(node.box,
                      touch(node) == Touch::none ? theme_.field_border : theme_.field_hover, 10, 1);
    if (node.style.icon != Icon::none)
        brush_.icon(node.style.icon, node.box.x + px(14),
                    node.box.y + std::round(node.box.height / 2) - px(10), measure::icon,
                    theme_.muted);
}

// The DOM's <select> shows the chosen option itself; here are its ground and its marks.
void Painter::select(const Node& node) {
    const bool is_touched = touch(node) != Touch::none;
    const float middle = node.box.y + std::round(node.box.height / 2);
    if (node.style.look == Look::none) {
        brush_.fill(node.box, node.has(flag_disabled) ? theme_.sunken : theme_.surface, 10);
        brush_.border(node.box, is_touched ? theme_.field_hover : theme_.field_border, 10, 1);
        brush_.icon(Icon::chevron_down, node.box.right() - px(32), middle - px(9), 18,
                    theme_.muted);
        return;
    }
    if (is_touched) brush_.fill(node.box, theme_.hairline, 8);
    const Color color = is_touched ? theme_.text : theme_.muted;
    if (node.style.look == Look::icon_only) {
        brush_.icon(node.style.icon, std::round(node.box.x + node.box.width / 2 - px(10)),
                    middle - px(10), measure::icon, color);
        return;
    }
    if (node.style.icon != Icon::none)
        brush_.icon(node.style.icon, node.box.x + px(8), middle - px(9), 18, color);
    brush_.icon(Icon::chevron_down, node.box.right() - px(24), middle - px(8), 16, color);
}

void Painter::checkbox(const Node& node) {
    const Touch state = touch(node);
    const Node& row = parent(node);
    const float size = px(measure::checkbox);
    const float line = px(24);
    // Beside the first line of its label, which is the next node.
    const auto lines = static_cast<float>((&node + 1)->lines.size());
    const float pad = (row.box.height - line * lines) / 2;
    const Box box{row.box.x, row.box.y + std::round(pad + (line - size) / 2), size, size};
    if (node.has(flag_checked)) {
        brush_.fill(box, state == Touch::none ? theme_.accent : theme_.accent_hover, 5);
        brush_.icon(Icon::check, box.x + px(2), box.y + px(2), 16, theme_.on_accent, 2.75f);
        return;
    }
    brush_.fill(box, theme_.surface, 5);
    brush_.border(box, state == Touch::none ? theme_.field_border : theme_.field_hover, 5, 1.5f);
}

void Painter::toggle(const Node& node) {
    const Touch state = touch(node);
    const bool is_on = node.has(flag_checked);
    const float width = px(measure::switch_width);
    const float height = px(measure::switch_height);
    const Box track{node.box.right() - width, node.box.y + px(16), width, height};
    Color ground = state == Touch::none ? theme_.field_border : theme_.field_hover;
    if (is_on) ground = state == Touch::none ? theme_.accent : theme_.accent_hover;
    if (node.has(flag_disabled)) ground = is_on ? theme_.muted : theme_.hairline;
    brush_.fill(track, ground, measure::switch_height / 2);
    const float inset = height / 2;
    brush_.disc(is_on ? track.right() - inset : track.x + inset, track.y + inset,
                measure::switch_height / 2 - 3, is_on ? theme_.on_accent : theme_.surface);
}

void Painter::radio(const Node& node) {
    if (node.style.look == Look::segment) {
        segment_ground(node);
        return;
    }
    choice_ground(node);
    const Touch state = touch(node);
    const float x = node.box.x + px(26);
    const float y = node.box.y + px(28);
    if (node.has(flag_checked)) {
        brush_.disc(x, y, 10, theme_.accent);
        brush_.disc(x, y, 4, theme_.on_accent);
        return;
    }
    brush_.disc(x, y, 10, node.has(flag_disabled) ? theme_.sunken : theme_.surface);
    brush_.ring(x, y, 10, 1.5f, state == Touch::none ? theme_.field_border : theme_.field_hover);
}

void Painter::choice_ground(const Node& node) {
    if (node.has(flag_checked)) {
        brush_.fill(node.box, theme_.accent_soft, 12);
        brush_.border(node.box, theme_.accent, 12, 2);
        return;
    }
    const bool is_touched = touch(node) != Touch::none;
    brush_.fill(node.box, theme_.surface, 12);
    brush_.border(node.box, is_touched ? theme_.field_hover : theme_.hairline, 12, 1);
}

void Painter::segment_ground(const Node& node) {
    if (node.has(flag_checked)) {
        brush_.fill(node.box, theme_.surface, 7);
        brush_.border(node.box, theme_.accent, 7, 1.5f);
    } else if (touch(node) != Touch::none) {
        brush_.fill(node.box, theme_.hairline, 7);
    }
}

void Painter::progress(const Node& node) {
    const float radius = measure::progress_height / 2;
    brush_.fill(node.box, theme_.hairline, radius);
    Box bar = node.box;
    if (node.progress_max > 0) {
        const auto part =
            static_cast<float>(std::clamp(node.progress_now / node.progress_max, 0.0, 1.0));
        bar.width = std::round(bar.width * part);
    } else if (canvas_.motion == Motion::full) {
        is_moving_ = true;
        const auto phase = static_cast<float>(std::fmod(canvas_.seconds, 1.6) / 1.6);
        bar.width = std::round(node.box.width * 0.3f);
        const float from = node.box.x - bar.width;
        const float x = from + phase * (node.box.width + bar.width);
        const float right = std::min(x + bar.width, node.box.right());
        bar.x = std::max(x, node.box.x);
        bar.width = right - bar.x;
    } else {
        bar.width = std::round(node.box.width * 0.3f);
    }
    if (bar.width >= px(2))
        brush_.fill(bar, tone(node.style.tone), std::min(radius, bar.width / 2));
}

void Painter::cell(const Node& node) {
    const Node& row = parent(node);
    const Node& table = parent(parent(row));
    const bool is_card = table.style.look != Look::comparison && row.box.width < px(560);
    if (node.style.icon != Icon::none)
        brush_.icon(node.style.icon, node.box.x - px(measure::icon + 8), node.box.y + px(2),
                    measure::icon, tone(node.style.tone));
    if (is_card && !node.has(flag_strong) && !node.lines.empty()) {
        const Face& face = type_.face(TextSize::small, false);
        brush_.text(face, node.value, row.box.x, node.box.y + px(2), theme_.muted);
    }
    text(node);
}

}  // namespace busy24::ui
