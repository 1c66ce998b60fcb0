// Nodes as JSON for host.js, only what differs from the last time.
#include "web/ui/mirror.hpp"

#include "shared/json.hpp"
#include "web/ui/icon_path.hpp"

namespace busy24::ui {

namespace {

std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ull;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    return hash;
}

// Members of one object; what says nothing is left out.
class Members {
public:
    explicit Members(std::string& out) : out_(out) {}
    template <class T>
    void put(std::string_view name, const T& value) {
        if (value == T()) return;
        json_detail::write_name(out_, separator_, name);
        write_json(out_, value);
    }

private:
    std::string& out_;
    char separator_ = '{';
};

// The classes that app.css knows: look, tone, size and what else is visible.
std::string classes_of(const Node& node) {
    constexpr std::string_view tones[] = {"neutral", "muted",   "accent", "info",
                                          "success", "warning", "error"};
    constexpr std::string_view sizes[] = {"small", "normal", "large", "h3", "h2", "h1"};
    constexpr std::string_view aligns[] = {"", " centre", " end"};
    std::string classes = is_container(node.role) ? "box" : "leaf";
    if (node.style.look != Look::none) classes += " " + std::string(word_of(node.style.look));
    classes += " t-" + std::string(tones[static_cast<int>(node.style.tone)]);
    if (!is_container(node.role))
        classes += " s-" + std::string(sizes[static_cast<int>(node.style.size)]);
    classes += aligns[static_cast<int>(node.style.align)];
    if (node.has(flag_strong)) classes += " strong";
    if (node.has(flag_own_text)) classes += " own";
    if (node.has(flag_pass_through)) classes += " through";
    if (node.has(flag_hidden_visually)) classes += " hidden";
    if (node.has(flag_full_width)) classes += " full";
    if (node.style.icon != Icon::none) classes += " has-icon";
    return classes;
}

// What plain JSON needs no more of than its text: pairs of value and label.
std::vector<std::vector<std::string>> options_of(const Node& node) {
    std::vector<std::vector<std::string>> options;
    for (const auto& option : node.options) options.push_back({option.value, option.label});
    return options;
}

void describe(std::string& out, const Node& node, const Surroundings& surroundings) {
    Members members(out);
    members.put("role", word_of(node.role));
    members.put("class", classes_of(node));
    members.put("flags", node.flags);
    members.put("name", node.name);
    members.put("value", node.value);
    members.put("href", node.href);
    members.put("autocomplete", node.autocomplete);
    members.put("inputName", node.input_name);
    members.put("inputMode", node.input_mode);
    members.put("placeholder", node.placeholder);
    members.put("description", node.description);
    members.put("level", node.level);
    members.put("target", node.target);
    members.put("labelledBy", node.labelled_by);
    members.put("describedBy", node.described_by);
    members.put("options", options_of(node));
    members.put("now", node.progress_now);
    members.put("max", node.progress_max);
    members.put("row", node.row_index + 1);
    members.put("rows", node.row_count + 1);
    members.put("revision", node.value_revision);
    members.put("gap", node.style.gap);
    members.put("height", node.style.size_min);
    members.put("column", node.style.width_min);
    // On the canvas the painter draws it; plain HTML shows it as SVG.
    if (surroundings.is_plain) members.put("icon", svg_path(node.style.icon));
    out += '}';
}

}  // namespace

std::string Mirror::changes(const std::vector<Node>& nodes, const Surroundings& surroundings) {
    std::string tree;
    std::string changed;
    std::string json;
    std::unordered_map<NodeId, std::uint64_t> now;
    const float ratio = surroundings.pixel_ratio;
    for (const Node& node : nodes) {
        tree += tree.empty() ? '[' : ',';
        write_json_whole(tree, node.id);
        tree += ',';
        write_json_whole(tree, node.parent);
        for (const float length : {node.box.x, node.box.y, node.box.width, node.box.height}) {
            tree += ',';
            write_json_real(tree, static_cast<double>(length) / static_cast<double>(ratio));
        }
        json.clear();
        describe(json, node, surroundings);
        const std::uint64_t hash = hash_of(json);
        const auto told = told_.find(node.id);
        if (told == told_.end() || told->second != hash) {
            changed += changed.empty() ? "{\"" : ",\"";
            (changed += std::to_string(node.id)) += "\":";
            changed += json;
        }
        now[node.id] = hash;
    }
    told_ = std::move(now);
    const std::uint64_t tree_hash = hash_of(tree);
    if (tree_hash == tree_ && changed.empty()) return {};
    tree_ = tree_hash;
    if (changed.empty()) changed = "{";
    return "{\"tree\":" + tree + "],\"nodes\":" + changed + "}}";
}

void Mirror::forget() {
    told_.clear();
    tree_ = 0;
}

}  // namespace busy24::ui
