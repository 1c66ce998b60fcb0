// Nodes as JSON for host.js, only what differs from the last time.
#include "web/ui/mirror.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "web/ui/icon_path.hpp"

namespace busy24::ui {

namespace {

using Json = nlohmann::json;

std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ull;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    return hash;
}

void put(Json& json, const char* name, const std::string& text) {
    if (!text.empty()) json[name] = text;
}

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

Json options_of(const Node& node) {
    Json options = Json::array();
    for (const auto& option : node.options) options.push_back({option.value, option.label});
    return options;
}

Json described(const Node& node, const Surroundings& surroundings) {
    Json json{{"role", word_of(node.role)}, {"class", classes_of(node)}, {"flags", node.flags}};
    put(json, "name", node.name);
    put(json, "value", node.value);
    put(json, "href", node.href);
    put(json, "autocomplete", node.autocomplete);
    put(json, "inputName", node.input_name);
    put(json, "inputMode", node.input_mode);
    put(json, "placeholder", node.placeholder);
    put(json, "description", node.description);
    if (node.level > 0) json["level"] = node.level;
    if (node.target != 0) json["target"] = node.target;
    if (node.labelled_by != 0) json["labelledBy"] = node.labelled_by;
    if (!node.described_by.empty()) json["describedBy"] = node.described_by;
    if (!node.options.empty()) json["options"] = options_of(node);
    if (node.role == Role::progress) {
        json["now"] = node.progress_now;
        json["max"] = node.progress_max;
    }
    if (node.row_index >= 0) json["row"] = node.row_index + 1;
    if (node.row_count >= 0) json["rows"] = node.row_count;
    if (node.value_revision > 0) json["revision"] = node.value_revision;
    if (node.style.gap > 0) json["gap"] = node.style.gap;
    if (node.style.size_min > 0) json["height"] = node.style.size_min;
    if (node.style.width_min > 0) json["column"] = node.style.width_min;
    // On the canvas the painter draws it; plain HTML shows it as SVG.
    if (surroundings.is_plain) put(json, "icon", svg_path(node.style.icon));
    return json;
}

double rounded(float device_pixels, float ratio) {
    return std::round(static_cast<double>(device_pixels) / static_cast<double>(ratio) * 1000) /
           1000;
}

std::string text_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string Mirror::changes(const std::vector<Node>& nodes, const Surroundings& surroundings) {
    Json tree = Json::array();
    Json changed = Json::object();
    std::unordered_map<NodeId, std::uint64_t> now;
    const float ratio = surroundings.pixel_ratio;
    for (const Node& node : nodes) {
        tree.push_back(node.id);
        tree.push_back(node.parent);
        for (const float length : {node.box.x, node.box.y, node.box.width, node.box.height})
            tree.push_back(rounded(length, ratio));
        Json json = described(node, surroundings);
        const std::uint64_t hash = hash_of(text_of(json));
        const auto told = told_.find(node.id);
        if (told == told_.end() || told->second != hash)
            changed[std::to_string(node.id)] = std::move(json);
        now[node.id] = hash;
    }
    told_ = std::move(now);
    const std::uint64_t tree_hash = hash_of(text_of(tree));
    if (tree_hash == tree_ && changed.empty()) return {};
    tree_ = tree_hash;
    return text_of({{"tree", std::move(tree)}, {"nodes", std::move(changed)}});
}

void Mirror::forget() {
    told_.clear();
    tree_ = 0;
}

}  // namespace busy24::ui
