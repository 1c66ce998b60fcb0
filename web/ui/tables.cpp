// Tables with rows in sight only, and two records compared value by value.
#include <algorithm>

#include "web/ui/table_size.hpp"
#include "web/ui/ui.hpp"

namespace busy24::ui {

Scope Ui::table(std::string_view key, std::string_view label, const TableOptions& options) {
    const std::string name(key);
    auto table = open(Role::table, name, Look::none, label);
    if (closed_depth_ > 0) return table;
    nodes_.back().row_count = options.row_count;
    nodes_.back().style.shares.clear();
    for (const auto& column : options.columns) nodes_.back().style.shares.push_back(column.weight);
    if (is_windowed(surroundings_, options.row_count)) nodes_.back().flags |= flag_fixed_rows;
    table_ = {.columns = options.columns};
    {
        auto head = open(Role::table_head, name + ".head", Look::none);
        auto row = open(Role::row, name + ".titles", Look::none);
        int number = 0;
        for (const auto& column : options.columns)
            column_title(name + ".title" + std::to_string(number), number, column), ++number;
    }
    auto body = open(Role::table_body, name + ".body", Look::none);
    table.release();
    body.release();
    return {this, 2, true};
}

RowRange Ui::visible_rows(std::string_view key, int row_count) const {
    if (!is_windowed(surroundings_, row_count)) return {0, row_count};
    const auto [top, row_height] = place_of_table(key);
    const float first_in_sight = (surroundings_.scroll_top - top) / row_height;
    // Steps of half a window, so that scrolling rarely changes what exists.
    const int step = std::max(8, static_cast<int>(surroundings_.height / row_height) / 2);
    const int in_sight = std::min(row_count, static_cast<int>(std::max(0.f, first_in_sight)));
    const int first = in_sight / step * step;
    const int begin = std::clamp(first - step, 0, std::max(0, row_count - 1));
    return {begin, std::min(row_count, first + 4 * step), in_sight};
}

// Before the first layout it is a guess, which the next frame corrects.
Ui::TablePlace Ui::place_of_table(std::string_view key) const {
    const auto found = table_places_.find(node_id(std::string(key) + ".body"));
    if (found != table_places_.end() && found->second.row_height > 0) return found->second;
    return {0, fixed_row_height(is_phone(), static_cast<int>(table_.columns.size()))};
}

float Ui::row_top(std::string_view key, int row) const {
    const auto [top, row_height] = place_of_table(key);
    return top + row_height * static_cast<float>(row);
}

// On a phone the rows are cards, and titles only heard: sorting is offered beside the table there.
void Ui::column_title(const std::string& key, int number, const Column& column) {
    constexpr TextOptions look{.size = TextSize::small, .tone = Tone::muted, .is_strong = true};
    if (!column.sorted || is_phone()) {
        Node& title = add_text(Role::column_header, key, column.label, look);
        if (column.is_end_aligned) title.style.align = Align::end;
        return;
    }
    const std::string button = key + ".sort";
    if (take(node_id(button), Input::Kind::press)) table_.pressed = number;
    auto cell = open(Role::header_cell, key, Look::none);
    constexpr std::string_view orders[] = {"none", "ascending", "descending"};
    if (closed_depth_ == 0) nodes_.back().value = orders[static_cast<int>(*column.sorted)];
    Node& node = add_text(Role::button, button, column.label, look);
    node.style.look = Look::column;
    if (*column.sorted != Sorted::none)
        node.style.icon =
            *column.sorted == Sorted::ascending ? Icon::chevron_up : Icon::chevron_down;
    if (column.is_end_aligned) node.style.align = Align::end;
}

Scope Ui::row(std::string_view key, const RowOptions& options) {
    auto scope = open(Role::row, std::string(key), Look::none);
    if (closed_depth_ > 0) return scope;
    nodes_.back().row_index = options.index;
    table_.cells = 0;
    table_.row_key = key;
    table_.row_href = options.href;
    return scope;
}

void Ui::cell(std::string_view text, const CellOptions& options) {
    if (closed_depth_ > 0) return;
    const auto number = static_cast<std::size_t>(table_.cells++);
    const std::string key = table_.row_key + ".cell" + std::to_string(number);
    const bool is_link = number == 0 && !table_.row_href.empty();
    const Column column = number < table_.columns.size() ? table_.columns[number] : Column{};
    if (is_link) {
        auto box = open(Role::link_cell, key, Look::none);
        nodes_.back().value = column.label;
        Node& node = add(Role::link, key + ".link", text);
        node.href = table_.row_href;
        node.style.look = Look::row_link;
        node.style.tone = Tone::accent;
        return;
    }
    Node& node = add_text(Role::cell, key, text, {.tone = options.tone});
    node.value = column.label;  // stands before the text when the row is a card
    // The whole row is the link, so a press on any cell belongs to it.
    if (!table_.row_href.empty()) node.flags |= flag_pass_through;
    node.style.icon = options.icon;
    if (column.is_end_aligned) node.style.align = Align::end;
}

void Ui::comparison(std::string_view key, std::string_view label, std::string_view left_title,
                    std::string_view right_title, std::span<const ComparedValue> values) {
    const std::string name(key);
    auto table = open(Role::table, name, Look::comparison, label);
    {
        auto head = open(Role::table_head, name + ".head", Look::none);
        auto row = open(Role::row, name + ".titles", Look::none);
        constexpr TextOptions title{
            .size = TextSize::small, .tone = Tone::muted, .is_strong = true};
        add_text(Role::cell, name + ".what", {}, title);  // the corner heads nothing
        add_text(Role::column_header, name + ".left", left_title, title);
        add_text(Role::column_header, name + ".right", right_title, title);
    }
    auto body = open(Role::table_body, name + ".body", Look::none);
    int number = 0;
    for (const auto& value : values) {
        const std::string row_key = name + ".row" + std::to_string(number++);
        const bool differs = value.left != value.right;
        auto row = open(Role::row, row_key, Look::none);
        if (differs && closed_depth_ == 0) nodes_.back().style.tone = Tone::warning;
        const TextOptions text{.is_strong = differs};
        add_text(Role::row_header, row_key + ".what", value.label,
                 {.size = TextSize::small, .tone = Tone::muted});
        add_text(Role::cell, row_key + ".left", value.left, text);
        add_text(Role::cell, row_key + ".right", value.right, text);
    }
}

}  // namespace busy24::ui
