// Stage: one Dear ImGui context with the kit on it. Runs the same in the browser and in a test.
#pragma once

#include <string>

#include "web/ui/painter.hpp"
#include "web/ui/type.hpp"
#include "web/ui/ui.hpp"

struct ImGuiContext;
struct ImDrawData;

namespace busy24::ui {

// How the page looks and where the canvas stands on it.
struct Scene {
    bool is_dark = false;
    Motion motion = Motion::full;
    float canvas_width = 0;   // device pixels
    float canvas_height = 0;  // device pixels
    float canvas_top = 0;     // device pixels from the top of the page
    double seconds = 0;       // any steady clock
};

struct Pointer {
    float x = -1;  // device pixels on the canvas; negative: not over it
    float y = -1;
    bool is_down = false;
};

// Owns the context, the fonts and the kit. Order of a frame: ui().begin, the view, ui().end,
// lay_out, paint. Not thread-safe; one at a time.
class Stage {
public:
    Stage();
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    void set_fonts(std::string regular, std::string strong);
    Ui& ui() { return ui_; }
    // Gives every node its box. Returns the height of the page in device pixels; 0 in plain mode,
    // where the browser lays out.
    float lay_out();
    // The font texture differs from what it was when this last returned true.
    bool take_texture_change();
    // Draws the tree; the result is valid until the next call.
    ImDrawData* paint(const Scene& scene, const Pointer& pointer);
    // Something moves by itself, so another frame will look different.
    bool is_moving() const { return is_moving_; }

private:
    void mark_foreign_texts();
    ImGuiContext* context_;
    Ui ui_;
    Type type_;
    bool has_new_texture_ = false;
    bool is_moving_ = false;
    double seconds_ = 0;
};

}  // namespace busy24::ui
