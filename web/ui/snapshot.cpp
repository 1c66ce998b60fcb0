// Writes node trees as text.
#include "web/ui/snapshot.hpp"

namespace busy24::ui {

namespace {

void append_states(std::string& line, const Node& node) {
    constexpr std::pair<Flag, std::string_view> states[] = {
        {flag_checked, "checked"},       {flag_disabled, "disabled"}, {flag_busy, "busy"},
        {flag_invalid, "invalid"},       {flag_required, "required"}, {flag_submit, "submits"},
        {flag_expanded, "expanded"},     {flag_current, "current"},   {flag_revealed, "revealed"},
        {flag_hidden_visually, "hidden"}};
    for (const auto& [flag, text] : states)
        if (node.has(flag)) line += " " + std::string(text);
    if (node.has(flag_expandable) && !node.has(flag_expanded)) line += " collapsed";
    if (node.role == Role::heading) line += " level " + std::to_string(node.level);
    if (!node.value.empty() && node.role != Role::list_item) line += " = \"" + node.value + "\"";
    if (!node.href.empty()) line += " -> " + node.href;
}

bool says_nothing(const Node& node) {
    return node.role == Role::group || node.role == Role::page || node.role == Role::separator;
}

}  // namespace

std::string snapshot(const std::vector<Node>& nodes) {
    std::string text;
    std::vector<int> depths;
    for (const Node& node : nodes) {
        const int above = node.parent < 0 ? 0 : depths[static_cast<std::size_t>(node.parent)];
        depths.push_back(says_nothing(node) ? above : above + 1);
        if (says_nothing(node)) continue;
        std::string line(static_cast<std::size_t>(above) * 2, ' ');
        line += word_of(node.role);
        if (!node.name.empty()) line += " \"" + node.name + "\"";
        append_states(line, node);
        text += line + "\n";
    }
    return text;
}

std::string readable_text(const std::vector<Node>& nodes) {
    std::string text;
    for (const Node& node : nodes) {
        const bool is_said_by_label = node.role == Role::checkbox || node.role == Role::toggle ||
                                      node.role == Role::radio || is_text_input(node.role) ||
                                      node.role == Role::select || node.role == Role::progress;
        if (!is_container(node.role) && !is_said_by_label && !node.name.empty())
            text += node.name + "\n";
    }
    return text;
}

}  // namespace busy24::ui
