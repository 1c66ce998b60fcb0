// Layout: gives every node its box, in device pixels, so that all edges and baselines are crisp.
#pragma once

#include <string>
#include <vector>

#include "web/ui/node.hpp"
#include "web/ui/surroundings.hpp"
#include "web/ui/type.hpp"

namespace busy24::ui {

// Lays out one tree. Lives for one frame; the nodes and the type are lent to it.
class Layout {
public:
    Layout(std::vector<Node>& nodes, const Type& type, const Surroundings& surroundings);
    // Fills in the boxes and lines. Returns the height of the page in device pixels, at least that
    // of the window.
    float run();

private:
    using Children = std::vector<int>;
    Node& at(int index) { return nodes_[static_cast<std::size_t>(index)]; }
    const Children& children(int index) const { return children_[static_cast<std::size_t>(index)]; }
    float px(float css) const;
    // The height of something that is pressed: 44, and 48 on touch screens.
    float control_height() const { return px(surroundings_.is_touch ? 48 : 44); }
    bool is_phone() const { return surroundings_.width < 720; }
    bool is_seen(const Node& node) const;

    // layout.cpp: the general containers. Each places node `index` and all in it, and returns the
    // height it takes.
    float place(int index, float x, float y, float width);
    float place_container(int index, float x, float y, float width);
    float place_children(int index, float x, float y, float width, float gap);
    float place_flow(int index, float x, float y, float width, float gap);
    float flow_line(const Children& line, float x, float y, float width, float gap);
    float place_columns(int index, float x, float y, float width);
    float place_padded(int index, float x, float y, float width, float pad_x, float pad_y,
                       float gap);
    float gap_between(const Node& before, const Node& after, float gap) const;
    float natural_width(int index);
    float natural_width_of_text(const Node& node) const;
    bool stacks_buttons(const Children& items, float width);

    // layout_leaves.cpp
    float place_leaf(int index, float x, float y, float width);
    float place_text(Node& node, float x, float y, float width);
    float place_text_like(Node& node, float x, float y, float width);
    float place_button(Node& node, float x, float y, float width);
    float place_link(Node& node, float x, float y, float width);
    float natural_width_of_leaf(const Node& node) const;

    // layout_places.cpp
    float place_page(int index);
    float place_bar(int index, float x, float y, float width);
    float place_shell(int index, float x, float y, float width);
    float place_side_panel(int index, float x, float y, float width, float height);
    float place_phone_bar(int index, float x, float y, float width);
    bool is_beside_panel(const Node& node) const;
    float place_main(int index, float x, float y, float width);
    float place_steps(int index, float x, float y, float width);

    // layout_rows.cpp
    float place_banner(int index, float x, float y, float width);
    float place_empty(int index, float x, float y, float width);
    float place_check(int index, float x, float y, float width);
    float place_switch(int index, float x, float y, float width);
    float place_checkbox(int index, float x, float y, float width);
    float place_choice_card(int index, float x, float y, float width);
    float place_segments(int index, float x, float y, float width);
    float place_fact(int index, float x, float y, float width);
    float place_input_frame(int index, float x, float y, float width);

    // layout_table.cpp
    float place_table(int index, float x, float y, float width);
    float place_row(int index, float x, float y, float width, const Node& table);
    void cut(Node& node, float width) const;
    float place_card_row(int index, float x, float y, float width, bool is_fixed);
    float place_comparison_row(int index, float x, float y, float width);
    std::vector<float> column_widths(const Node& table, std::size_t count, float width) const;

    std::vector<Node>& nodes_;
    const Type& type_;
    Surroundings surroundings_;
    std::vector<Children> children_;
};

}  // namespace busy24::ui
