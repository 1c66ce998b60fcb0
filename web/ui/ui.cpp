// The frame and the tree: keys become ids, containers open and close, inputs find their widgets.
#include "web/ui/ui.hpp"

#include <algorithm>
#include <utility>

namespace busy24::ui {

Scope::~Scope() { close(); }

void Scope::close() {
    if (levels_ > 0 || !is_open_) ui_->close(levels_, is_open_);
    release();
}

void Ui::begin(const Surroundings& surroundings, std::vector<Input> inputs) {
    surroundings_ = surroundings;
    inputs_ = std::move(inputs);
    nodes_.clear();
    open_.clear();
    spaces_ = 0;
    closed_depth_ = 0;
    is_in_side_panel_ = false;
    is_menu_closed_ = false;
    wants_another_frame_ = false;
    ++frame_;
    add(Role::page, "page").style.look = Look::stack;
    open_.push_back(0);
}

void Ui::end() {
    open_.clear();
    inputs_.clear();
    // A field that left the page is forgotten, so that it is written afresh when it comes back.
    std::erase_if(fields_, [&](const auto& entry) { return entry.second.last_frame != frame_; });
}

Node& Ui::add(Role role, std::string key, std::string_view name) {
    Node node;
    node.role = role;
    node.id = node_id(key);
    node.key = std::move(key);
    node.name = name;
    if (closed_depth_ > 0) {
        dropped_ = std::move(node);
        return dropped_;
    }
    node.parent = open_.empty() ? -1 : open_.back();
    node.depth = static_cast<int>(open_.size());
    return nodes_.emplace_back(std::move(node));
}

Scope Ui::open(Role role, std::string key, Look look, std::string_view name) {
    if (closed_depth_ > 0) return {this, 0, true};
    add(role, std::move(key), name).style.look = look;
    open_.push_back(static_cast<int>(nodes_.size()) - 1);
    return {this, 1, true};
}

Scope Ui::closed() {
    ++closed_depth_;
    return {this, 0, false};
}

void Ui::close(int levels, bool was_open) {
    if (!was_open) --closed_depth_;
    for (; levels > 0 && open_.size() > 1; --levels) {
        if (nodes_[static_cast<std::size_t>(open_.back())].role == Role::aside) {
            is_in_side_panel_ = false;
            if (is_menu_closed_) --closed_depth_;
            is_menu_closed_ = false;
        }
        open_.pop_back();
    }
}

std::optional<std::string> Ui::take(NodeId id, Input::Kind kind) {
    const auto it = std::find_if(inputs_.begin(), inputs_.end(), [&](const Input& input) {
        return input.id == id && input.kind == kind;
    });
    if (closed_depth_ > 0 || it == inputs_.end()) return std::nullopt;
    std::string text = std::move(it->text);
    inputs_.erase(it);
    return text;
}

bool Ui::is_opened(NodeId id) {
    bool& is_open = opened_[id];
    if (take(id, Input::Kind::press)) {
        is_open = !is_open;
        // What was emitted earlier in this frame may depend on it.
        wants_another_frame_ = true;
    }
    return is_open;
}

}  // namespace busy24::ui
