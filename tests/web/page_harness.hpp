// Runs real views on Dear ImGui without a window: finds widgets by role and name, acts on them
// through the same inputs as the browser's mirror, and collects the effects.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/ui/snapshot.hpp"
#include "web/ui/stage.hpp"

namespace busy24::test {

inline std::string font_bytes(const char* weight) {
    // The whole typeface, of which the product ships a subset. Without it Dear ImGui's own font
    // serves: widths differ, nothing that a page test asks about does.
    std::ifstream file(std::string("/usr/share/fonts/opentype/inter/Inter-") + weight + ".otf",
                       std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// A stage whose nodes can be found and acted on. `draw` is run for every frame, with what the
// person did delivered to the widgets.
class KitHarness {
public:
    explicit KitHarness(std::function<void(ui::Ui&)> draw, ui::Surroundings surroundings = {})
        : draw_(std::move(draw)), surroundings_(surroundings) {
        stage_.set_fonts(font_bytes("Regular"), font_bytes("SemiBold"));
        frame();
    }

    // Runs the view until it is at rest, lays out and paints.
    void frame(std::vector<ui::Input> inputs = {}) {
        constexpr int frames_max = 8;
        for (int i = 0; i < frames_max; ++i) {
            ui::Ui& kit = stage_.ui();
            const bool has_inputs = !inputs.empty();
            kit.begin(surroundings_, std::exchange(inputs, {}));
            draw_(kit);
            kit.end();
            // What an input changed is shown by the next run.
            if (!after_frame() && !kit.wants_another_frame() && !has_inputs) break;
        }
        page_height_ = stage_.lay_out();
        if (!surroundings_.is_plain) paint();
    }
    void resize(float width) {
        surroundings_.width = width;
        frame();
    }
    void set_surroundings(const ui::Surroundings& surroundings) {
        surroundings_ = surroundings;
        frame();
    }

    const std::vector<ui::Node>& nodes() { return stage_.ui().nodes(); }
    const ui::Node* find(ui::Role role, std::string_view name) {
        for (const ui::Node& node : nodes())
            if (node.role == role && node.name == name) return &node;
        return nullptr;
    }
    const ui::Node* find_key(std::string_view key) {
        for (const ui::Node& node : nodes())
            if (node.key == key) return &node;
        return nullptr;
    }
    bool shows(ui::Role role, std::string_view name) { return find(role, name) != nullptr; }
    // A text anywhere on the page, also as a part of a longer one.
    bool shows_text(std::string_view text) {
        return ui::readable_text(nodes()).find(text) != std::string::npos;
    }
    std::string snapshot() { return ui::snapshot(nodes()); }
    float page_height() const { return page_height_; }
    ui::Stage& stage() { return stage_; }
    void paint(const ui::Scene& scene_in = {}, const ui::Pointer& pointer = {}) {
        ui::Scene scene = scene_in;
        scene.canvas_width = surroundings_.width * surroundings_.pixel_ratio;
        scene.canvas_height = page_height_;
        stage_.paint(scene, pointer);
    }

    // Acts on the control with this visible name; fails the test when there is none.
    void press(std::string_view name) { act(ui::Input::Kind::press, ui::Role::button, name, {}); }
    void fill(std::string_view label, std::string_view text) {
        for (const ui::Role role :
             {ui::Role::text_field, ui::Role::search_field, ui::Role::text_area})
            if (find(role, label)) return act(ui::Input::Kind::type, role, label, text);
        // Of a secret the program learns only that it is there.
        act(ui::Input::Kind::fill, ui::Role::secret_field, label, text.empty() ? "" : "1");
    }
    // Checkbox, switch or radio.
    void check(std::string_view label, bool is_on = true) {
        for (const ui::Role role : {ui::Role::checkbox, ui::Role::toggle, ui::Role::radio})
            if (find(role, label))
                return act(ui::Input::Kind::check, role, label, is_on ? "1" : "");
        FAIL("no checkbox, switch or radio named ", label);
    }
    void uncheck(std::string_view label) { check(label, false); }
    void choose(std::string_view label, std::string_view option_label) {
        const ui::Node* node = find(ui::Role::select, label);
        REQUIRE_MESSAGE(node, "no select named ", label);
        for (const auto& option : node->options)
            if (option.label == option_label)
                return act(ui::Input::Kind::choose, ui::Role::select, label, option.value);
        FAIL("no option named ", option_label);
    }
    // The address that a link leads to; a browser would go there.
    std::string address_of(std::string_view link) {
        const ui::Node* node = find(ui::Role::link, link);
        REQUIRE_MESSAGE(node, "no link named ", link);
        return node->href;
    }
    bool is_enabled(ui::Role role, std::string_view name) {
        const ui::Node* node = find(role, name);
        REQUIRE_MESSAGE(node, "nothing named ", name);
        return !node->has(ui::flag_disabled);
    }
    virtual ~KitHarness() = default;

protected:
    struct Later {};  // for a derived harness, which draws only when it is whole
    explicit KitHarness(Later, ui::Surroundings surroundings = {}) : surroundings_(surroundings) {
        stage_.set_fonts(font_bytes("Regular"), font_bytes("SemiBold"));
    }
    void set_draw(std::function<void(ui::Ui&)> draw) { draw_ = std::move(draw); }
    // Applies what the frame brought. Returns true when the view has to run again.
    virtual bool after_frame() { return false; }

private:
    void act(ui::Input::Kind kind, ui::Role role, std::string_view name, std::string_view text) {
        const ui::Node* node = find(role, name);
        REQUIRE_MESSAGE(node, "no ", word_of(role), " named ", name);
        std::vector<ui::Input> inputs;
        inputs.push_back({kind, node->id, std::string(text)});
        frame(std::move(inputs));
    }

    ui::Stage stage_;
    std::function<void(ui::Ui&)> draw_;
    ui::Surroundings surroundings_;
    float page_height_ = 0;
};

// The same for an Elm triple: `view` returns events, `update` applies them and returns effects.
template <class Model, class Event, class Effect>
class PageHarness : public KitHarness {
public:
    using Update = std::function<std::vector<Effect>(Model&, Event)>;
    using View = std::function<std::vector<Event>(ui::Ui&, const Model&)>;

    PageHarness(Update update, View view, Model initial = {}, ui::Surroundings surroundings = {})
        : KitHarness(Later{}, surroundings), model(std::move(initial)), update_(std::move(update)) {
        set_draw([this, view = std::move(view)](ui::Ui& kit) { events_ = view(kit, model); });
        frame();
    }
    // What the surroundings report: an answer, a timer, a new address.
    void send(Event event) {
        apply(std::move(event));
        frame();
    }
    // The effects since the last call.
    std::vector<Effect> take_effects() { return std::exchange(effects, {}); }

    Model model;
    std::vector<Effect> effects;

private:
    bool after_frame() override {
        const auto events = std::exchange(events_, {});
        for (auto event : events) apply(std::move(event));
        return !events.empty();
    }
    void apply(Event event) {
        for (auto& effect : update_(model, std::move(event))) effects.push_back(std::move(effect));
    }
    Update update_;
    std::vector<Event> events_;
};

}  // namespace busy24::test
