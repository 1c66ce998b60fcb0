// Containers, texts and marks.
#include "web/ui/painter.hpp"

#include <algorithm>
#include <cmath>

#include "web/ui/measures.hpp"

namespace busy24::ui {

Painter::Painter(const std::vector<Node>& nodes, const Type& type, const Canvas& canvas)
    : nodes_(nodes),
      type_(type),
      canvas_(canvas),
      theme_(canvas.is_dark ? dark_theme : light_theme),
      brush_(*ImGui::GetWindowDrawList(), canvas.pixel_ratio, canvas.top),
      touches_(nodes.size(), Touch::none) {}

void Painter::paint() {
    place_items();
    for (const Node& node : nodes_) {
        if (node.has(flag_hidden_visually) || node.style.look == Look::skip) continue;
        if (is_container(node.role))
            container(node);
        else
            leaf(node);
    }
}

// Dear ImGui tells what the pointer is over. The press itself arrives as an Input, from the mirror
// element that lies at the same place, so that mouse, touch, keyboard and screen reader are one.
void Painter::place_items() {
    // Backwards: Dear ImGui gives the pointer to the item that comes first, and what stands later
    // in the tree lies on top, as the button in a password field does.
    for (std::size_t i = nodes_.size(); i-- > 0;) {
        const Node& node = nodes_[i];
        if (!is_interactive(node.role) || node.box.width < 1 || node.box.height < 1) continue;
        ImGui::SetCursorScreenPos({node.box.x, node.box.y - canvas_.top});
        ImGui::PushID(static_cast<int>(node.id));
        ImGui::InvisibleButton("item", {node.box.width, node.box.height});
        ImGui::PopID();
        if (node.has(flag_disabled)) continue;
        if (ImGui::IsItemActive())
            touches_[i] = Touch::pressed;
        else if (ImGui::IsItemHovered())
            touches_[i] = Touch::hovered;
    }
}

const Node& Painter::parent(const Node& node) const {
    return nodes_[static_cast<std::size_t>(std::max(0, node.parent))];
}

Painter::Touch Painter::touch(const Node& node) const {
    return touches_[static_cast<std::size_t>(&node - nodes_.data())];
}

void Painter::container(const Node& node) {
    const float hairline = px(1);
    switch (node.style.look) {
        case Look::card:
            card(node);
            return;
        case Look::inset:
            brush_.fill(node.box, theme_.sunken, 12);
            return;
        case Look::banner:
            brush_.fill(node.box, wash(theme_, node.style.tone), 12);
            brush_.icon(node.style.icon, node.box.x + px(measure::banner_pad),
                        node.box.y + px(measure::banner_pad + 2), measure::icon,
                        tone(node.style.tone));
            return;
        case Look::empty:
            brush_.icon(node.style.icon, std::round(node.box.x + node.box.width / 2 - px(20)),
                        node.box.y + px(32), 40, theme_.muted, 1.25f);
            return;
        case Look::side_panel:
            side_panel(node);
            return;
        case Look::step:
            step(node);
            return;
        case Look::switch_row: {
            const auto index = static_cast<std::size_t>(&node - nodes_.data());
            // A hairline between this switch and the one before it.
            for (std::size_t i = index; i-- > 0;) {
                if (nodes_[i].parent != node.parent) continue;
                if (nodes_[i].style.look == Look::switch_row)
                    brush_.line(node.box.x, node.box.y, node.box.width, hairline, theme_.hairline);
                break;
            }
            return;
        }
        case Look::fact:
            brush_.line(node.box.x, node.box.bottom() - hairline, node.box.width, hairline,
                        theme_.hairline);
            return;
        case Look::segments:
            brush_.fill(node.box, theme_.sunken, 10);
            brush_.border(node.box, theme_.hairline, 10, 1);
            return;
        case Look::comparison:
            brush_.border(node.box, theme_.hairline, 12, 1);
            return;
        default:
            break;
    }
    if (node.role == Role::row) row(node);
}

void Painter::card(const Node& node) {
    if (!canvas_.is_dark) brush_.shadow(node.box, theme_.shadow, 16);
    brush_.fill(node.box, theme_.surface, 16);
    brush_.border(node.box, theme_.hairline, 16, 1);
}

void Painter::side_panel(const Node& node) {
    brush_.fill(node.box, theme_.surface, 0);
    // It is a column on a wide screen and a bar on a phone; the edge lies towards the content.
    if (node.box.x + node.box.width < nodes_.front().box.width)
        brush_.line(node.box.right() - px(1), node.box.y, px(1), node.box.height, theme_.hairline);
    else
        brush_.line(node.box.x, node.box.bottom() - px(1), node.box.width, px(1), theme_.hairline);
}

void Painter::step(const Node& node) {
    const float radius = measure::step_circle / 2;
    const float x = std::round(node.box.x + node.box.width / 2);
    const float y = node.box.y + px(radius);
    step_line(node);
    const bool is_done = node.style.icon == Icon::check;
    const bool is_current = node.has(flag_current);
    if (is_done) {
        brush_.disc(x, y, radius, theme_.accent);
        brush_.icon(Icon::check, x - px(9), y - px(9), 18, theme_.on_accent, 2.25f);
        return;
    }
    brush_.disc(x, y, radius, is_current ? theme_.accent_soft : theme_.background);
    brush_.ring(x, y, radius, is_current ? 2.f : 1.5f,
                is_current ? theme_.accent : theme_.field_border);
    const Face& face = type_.face(TextSize::small, true);
    brush_.text(face, node.value, x - type_.width(face, node.value) / 2, y - face.line_height / 2,
                is_current ? theme_.accent : theme_.muted);
}

// From the circle before this one; done steps have it in the accent.
void Painter::step_line(const Node& node) {
    const auto index = static_cast<std::size_t>(&node - nodes_.data());
    for (std::size_t i = index; i-- > 0;) {
        const Node& before = nodes_[i];
        if (before.parent != node.parent || before.style.look != Look::step) continue;
        const float gap = px(measure::step_circle / 2 + 8);
        const float from = std::round(before.box.x + before.box.width / 2) + gap;
        const float to = std::round(node.box.x + node.box.width / 2) - gap;
        const float y = node.box.y + px(measure::step_circle / 2) - px(1);
        if (to > from)
            brush_.fill({from, y, to - from, px(2)},
                        before.style.icon == Icon::check ? theme_.accent : theme_.hairline, 1);
        return;
    }
}

void Painter::row(const Node& node) {
    const bool is_head = parent(node).role == Role::table_head;
    const bool is_comparison = parent(parent(node)).style.look == Look::comparison;
    if (node.box.height <= 0) return;
    bool is_hovered = false;
    const auto index = static_cast<std::size_t>(&node - nodes_.data());
    for (std::size_t i = index + 1; i < nodes_.size() && nodes_[i].depth > node.depth; ++i)
        is_hovered = is_hovered || touches_[i] != Touch::none;
    if (is_hovered) brush_.fill(node.box, theme_.sunken, 8);
    if (is_comparison && node.style.tone == Tone::warning)
        brush_.fill({node.box.x + px(4), node.box.y + px(3), node.box.width - px(8),
                     node.box.height - px(5)},
                    theme_.warning_soft, 8);
    if (is_comparison && is_head) return;
    if (is_comparison)
        brush_.line(node.box.x, node.box.y, node.box.width, px(1), theme_.hairline);
    else
        brush_.line(node.box.x, node.box.bottom() - px(1), node.box.width, px(1), theme_.hairline);
}

void Painter::leaf(const Node& node) {
    switch (node.role) {
        case Role::button:
            button(node);
            return;
        case Role::link:
            link(node);
            return;
        case Role::text_field:
        case Role::secret_field:
        case Role::search_field:
        case Role::text_area:
            field(node);
            return;
        case Role::select:
            select(node);
            return;
        case Role::checkbox:
            checkbox(node);
            return;
        case Role::toggle:
            toggle(node);
            return;
        case Role::radio:
            radio(node);
            return;
        case Role::progress:
            progress(node);
            return;
        case Role::separator:
            brush_.fill(node.box, theme_.hairline, 0);
            return;
        case Role::picture:
            check_mark(node);
            return;
        case Role::photo:
            brush_.fill(node.box, theme_.hairline, px(10));
            return;
        case Role::cell:
            cell(node);
            return;
        default:
            text(node);
    }
}

void Painter::check_mark(const Node& node) {
    const float x = node.box.x + node.box.width / 2;
    const float y = node.box.y + node.box.height / 2;
    brush_.disc(x, y, 12, wash(theme_, node.style.tone));
    if (node.style.icon == Icon::dots) {
        spinner(x, y, 14, tone(node.style.tone));
        return;
    }
    brush_.icon(node.style.icon, x - px(8), y - px(8), 16, tone(node.style.tone), 2.25f);
}

void Painter::text(const Node& node) {
    if (node.lines.empty() || node.has(flag_own_text)) return;
    const Face& face = type_.face(node);
    const Color color = tone(node.style.tone);
    float x = node.box.x;
    float y = node.box.y;
    float width = node.box.width;
    switch (node.style.look) {
        case Look::badge:
            // On a chosen card, which is washed already, it stands out in the card's own colour.
            brush_.fill(node.box,
                        parent(node).style.look == Look::choice_card
                            ? theme_.surface
                            : wash(theme_, node.style.tone),
                        12);
            x += px(measure::badge_inset);
            y += px(2);
            break;
        case Look::spinner:
            spinner(x - px(22), y + px(12), measure::icon, theme_.accent);
            break;
        case Look::banner:
            brush_.fill(node.box, wash(theme_, node.style.tone), 10);
            brush_.icon(node.style.icon, x + px(measure::banner_pad), y + px(14), measure::icon,
                        color);
            x += px(measure::banner_pad + measure::icon + measure::icon_gap);
            y += px(12);
            break;
        case Look::note:
            if (node.has(flag_busy))
                spinner(x - px(14), y + px(10), 14, color);
            else if (node.style.icon != Icon::none)
                brush_.icon(node.style.icon, x - px(measure::note_text_x), y + px(2), 16, color);
            break;
        case Look::step:
            y += px(measure::step_text_y);
            break;
        default:
            break;
    }
    brush_.lines(node, face, x, y, width, color);
    if (node.role == Role::label && !node.value.empty() && node.lines.size() == 1) {
        // "valgfritt" after the label of a field that may stay empty.
        const Face& small = type_.face(TextSize::small, false);
        brush_.text(small, node.value, x + node.lines.front().width + px(8), y + px(2),
                    theme_.muted);
    }
}

// `x` and `y` are the centre.
void Painter::spinner(float x, float y, float size, Color color) {
    if (canvas_.motion == Motion::reduced) {
        brush_.icon(Icon::dots, x - px(size / 2), y - px(size / 2), size, color, 2.5f);
        return;
    }
    is_moving_ = true;
    const auto turn = static_cast<float>(std::fmod(canvas_.seconds, 0.9) / 0.9);
    brush_.arc(x, y, size / 2 - 2, 2, turn, color);
}

}  // namespace busy24::ui
