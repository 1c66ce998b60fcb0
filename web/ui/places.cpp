// Places and layout: header, side panel, main, footer, cards, stacks, flows and columns.
#include <string>

#include "web/ui/ui.hpp"

namespace busy24::ui {

void Ui::skip_link(std::string_view label) {
    Node& node = add(Role::link, "skip", label);
    node.href = "#n" + std::to_string(node_id("main"));
    node.style.look = Look::skip;
}

Scope Ui::header(std::string_view key) {
    return open(Role::header, std::string(key), Look::top_bar);
}

void Ui::brand(std::string_view key, std::string_view label, std::string_view href) {
    Node& node = add(Role::link, std::string(key), label);
    node.href = href;
    node.style.look = Look::brand;
    node.style.icon = Icon::clock;
    node.style.size = TextSize::heading_3;
}

Scope Ui::shell(std::string_view key) { return open(Role::group, std::string(key), Look::shell); }

Scope Ui::side_panel(std::string_view key, std::string_view label) {
    auto scope = open(Role::aside, std::string(key), Look::side_panel, label);
    is_in_side_panel_ = closed_depth_ == 0;
    return scope;
}

Scope Ui::navigation(std::string_view key, std::string_view label) {
    const bool is_menu = is_in_side_panel_ && is_phone();
    bool is_open = true;
    if (is_menu) {
        const std::string menu_key = std::string(key) + ".menu";
        is_open = is_opened(node_id(menu_key));
        Node& button = add(Role::button, menu_key, is_open ? words.close_menu : words.menu);
        button.style.look = Look::icon_only;
        button.style.icon = is_open ? Icon::cross : Icon::menu;
        button.flags = flag_expandable | (is_open ? flag_expanded : 0u);
    }
    if (!is_open) {
        current_nav_key_.clear();
        is_menu_closed_ = true;
        ++closed_depth_;
        return closed();
    }
    auto navigation =
        open(Role::navigation, std::string(key), is_menu ? Look::drawer : Look::nav_list, label);
    auto list = open(Role::list, std::string(key) + ".list", Look::nav_list);
    // One scope for both levels, so that the caller closes them together.
    Scope both(this, closed_depth_ == 0 ? 2 : 0, true);
    navigation.release();
    list.release();
    return both;
}

void Ui::nav_link(std::string_view key, Icon icon, std::string_view label, std::string_view href,
                  bool is_current) {
    auto item = open(Role::list_item, std::string(key) + ".item", Look::stack);
    Node& node = add(Role::link, std::string(key), label);
    node.href = href;
    node.style.look = Look::nav_link;
    node.style.icon = icon;
    if (!is_current) return;
    node.flags = flag_current;
    // The person has arrived somewhere else, so the phone's menu has done its work.
    if (!current_nav_key_.empty() && current_nav_key_ != key && is_phone()) {
        wants_another_frame_ = true;
        opened_.clear();
    }
    current_nav_key_ = key;
}

Scope Ui::main(std::string_view key, MainWidth width) {
    return open(Role::main, std::string(key),
                width == MainWidth::narrow ? Look::centred : Look::wide);
}

Scope Ui::footer(std::string_view key) {
    return open(Role::footer, std::string(key), Look::bottom);
}

Scope Ui::stack(std::string_view key, float gap) {
    auto scope = open(Role::group, std::string(key), Look::stack);
    if (closed_depth_ == 0) nodes_.back().style.gap = gap;
    return scope;
}

Scope Ui::flow(std::string_view key, float gap) {
    auto scope = open(Role::group, std::string(key), Look::flow);
    if (closed_depth_ == 0) nodes_.back().style.gap = gap;
    return scope;
}

Scope Ui::columns(std::string_view key, const ColumnsOptions& options) {
    auto scope = open(Role::group, std::string(key), Look::columns);
    if (closed_depth_ > 0) return scope;
    nodes_.back().style.gap = options.gap;
    nodes_.back().style.width_min = options.width_min;
    nodes_.back().style.shares = options.weights;
    return scope;
}

Scope Ui::card(std::string_view key, std::string_view labelled_by, CardKind kind) {
    // A section without a name would only be noise to a screen reader.
    auto scope = open(labelled_by.empty() ? Role::group : Role::section, std::string(key),
                      kind == CardKind::plain ? Look::card : Look::inset);
    if (closed_depth_ == 0 && !labelled_by.empty())
        nodes_.back().labelled_by = node_id(labelled_by);
    return scope;
}

void Ui::space(float height) {
    Node& node = add(Role::group, "space." + std::to_string(spaces_++));
    node.style.look = Look::space;
    node.style.size_min = height;
}

void Ui::separator(std::string_view key) { add(Role::separator, std::string(key)); }

void Ui::push_to_end(std::string_view key) {
    Node& node = add(Role::group, std::string(key));
    node.style.look = Look::push;
    node.style.weight = 1;
}

}  // namespace busy24::ui
