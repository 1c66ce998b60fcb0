// Tables: columns on a wide screen, one card a row on a phone; and two records side by side.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "web/ui/layout.hpp"
#include "web/ui/measures.hpp"
#include "web/ui/table_size.hpp"

namespace busy24::ui {

std::vector<float> Layout::column_widths(const Node& table, std::size_t count, float width) const {
    std::vector<float> shares = table.style.shares;
    shares.resize(count, 1);
    if (table.style.look == Look::comparison && count == 3) shares = {0.9f, 1, 1};
    const float total = std::accumulate(shares.begin(), shares.end(), 0.f);
    for (float& share : shares) share = std::floor(width * share / std::max(total, 0.001f));
    return shares;
}

float Layout::place_table(int index, float x, float y, float width) {
    const bool is_comparison = at(index).style.look == Look::comparison;
    const bool is_cards = !is_comparison && width < px(560);
    const bool is_windowed_table = at(index).has(flag_fixed_rows);
    const float row_height = px(fixed_row_height(
        is_cards, static_cast<int>(std::max<std::size_t>(1, at(index).style.shares.size()))));
    float bottom = y;
    for (const int part : children(index)) {
        const bool is_head = at(part).role == Role::table_head;
        const float top = bottom;
        for (const int row : children(part)) {
            if (is_head && is_cards) {
                at(row).box = {x, bottom, width, 0};
                for (const int title : children(row)) at(title).flags |= flag_hidden_visually;
                continue;
            }
            if (is_windowed_table && !is_head)
                bottom = top + row_height * static_cast<float>(at(row).row_index);
            const float height = is_comparison ? place_comparison_row(row, x, bottom, width)
                                 : is_cards
                                     ? place_card_row(row, x, bottom, width, is_windowed_table)
                                     : place_row(row, x, bottom, width, at(index));
            at(row).box = {x, bottom, width, is_windowed_table && !is_head ? row_height : height};
            bottom += at(row).box.height;
        }
        if (is_windowed_table && !is_head)
            bottom = top + row_height * static_cast<float>(at(index).row_count);
        at(part).box = {x, top, width, bottom - top};
    }
    return bottom - y;
}

// A row of a fixed height has one line a cell; the element holds the whole text all the same.
void Layout::cut(Node& node, float width) const {
    if (node.lines.size() < 2) return;
    const Face& face = type_.face(node);
    node.lines = type_.break_lines(face, node.name, width - type_.width(face, "\u2026"));
    node.lines.resize(1);
    node.flags |= flag_cut;
    node.box.height = face.line_height;
}

float Layout::place_row(int index, float x, float y, float width, const Node& table) {
    const Children& cells = children(index);
    const std::vector<float> widths = column_widths(table, cells.size(), width);
    const float pad_x = px(measure::cell_pad_x);
    const float pad_y = px(measure::cell_pad_y);
    float left = x;
    float tallest = type_.face(TextSize::normal, false).line_height;
    bool has_row_link = false;
    const bool is_fixed =
        table.has(flag_fixed_rows) && at(at(index).parent).role != Role::table_head;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Node& cell = at(cells[i]);
        const float icon = cell.style.icon != Icon::none ? px(measure::icon + 8) : 0;
        const float room = widths[i] - 2 * pad_x - icon;
        if (is_container(cell.role)) {
            has_row_link = has_row_link || cell.role == Role::link_cell;
            Node& inside = at(children(cells[i]).front());
            const Face& face = type_.face(inside);
            inside.lines = type_.break_lines(face, inside.name, room);
            if (is_fixed) cut(inside, room);
            const float lines = face.line_height * static_cast<float>(inside.lines.size());
            inside.box = cell.box = {left, y, widths[i], lines + 2 * pad_y};
            tallest = std::max(tallest, lines);
        } else {
            const float lines = place(cells[i], left + pad_x + icon, y + pad_y, room);
            if (is_fixed) cut(cell, room);
            tallest = std::max(tallest, is_fixed ? cell.box.height : lines);
        }
        left += widths[i];
    }
    const float height = tallest + 2 * pad_y;
    if (has_row_link) {
        // The whole row follows the link of its first cell.
        Node& box = at(cells.front());
        box.box = {x, y, width, height};
        at(children(cells.front()).front()).box = box.box;
    }
    return height;
}

float Layout::place_card_row(int index, float x, float y, float width, bool is_fixed) {
    const Children& cells = children(index);
    const float pad = px(16);
    // A long label takes room from the values, rather than to be written over.
    float label_width = std::floor(width * 0.42f);
    for (const int cell : cells)
        label_width = std::max(
            label_width,
            std::min(type_.width(type_.face(TextSize::small, false), at(cell).value) + px(12),
                     width * 0.6f));
    float bottom = y + pad;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Node& cell = at(cells[i]);
        cell.style.align = Align::start;
        if (cell.role == Role::link_cell) {
            Node& link = at(children(cells[i]).front());
            link.lines = type_.break_lines(type_.face(link), link.name, width - px(32));
            if (is_fixed) cut(link, width - px(32));
            bottom += type_.face(link).line_height * static_cast<float>(link.lines.size());
        } else if (i == 0) {
            cell.flags |= flag_strong;
            place(cells[i], x, bottom, width);
            if (is_fixed) cut(cell, width);
            bottom += cell.box.height;
        } else {
            const float icon = cell.style.icon != Icon::none ? px(measure::icon + 8) : 0;
            // A value that there is not needs no line.
            if (cell.name.empty() && icon == 0) continue;
            const float room = width - label_width - icon;
            place(cells[i], x + label_width + icon, bottom, room);
            if (is_fixed) cut(cell, room);
            bottom += std::max(cell.box.height, type_.face(TextSize::normal, false).line_height);
        }
    }
    const float height = bottom + pad - y;
    if (!cells.empty() && at(cells.front()).role == Role::link_cell) {
        at(cells.front()).box = {x, y, width, height};
        at(children(cells.front()).front()).box = {x, y, width, height};
    }
    return height;
}

float Layout::place_comparison_row(int index, float x, float y, float width) {
    const Children& cells = children(index);
    const float pad_y = px(8);
    const float gap = px(16);
    float tallest = 0;
    if (width >= px(480)) {
        const std::vector<float> widths = column_widths(at(at(at(index).parent).parent), 3, width);
        float left = x;
        for (std::size_t i = 0; i < cells.size() && i < 3; ++i) {
            tallest =
                std::max(tallest, place(cells[i], left + gap, y + pad_y, widths[i] - 2 * gap));
            left += widths[i];
        }
        return tallest + 2 * pad_y;
    }
    // On a phone the name of the value stands above the two values.
    float top = y + pad_y;
    const float half = std::floor(width / 2);
    for (std::size_t i = 0; i < cells.size() && i < 3; ++i) {
        if (i == 0)
            top += place(cells[i], x + gap, top, width - 2 * gap);
        else
            tallest = std::max(
                tallest, place(cells[i], x + gap + (i == 2 ? half : 0), top, half - gap - px(8)));
    }
    return top - y + tallest + pad_y;
}

}  // namespace busy24::ui
