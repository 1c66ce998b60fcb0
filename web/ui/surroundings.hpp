// What the page is shown on.
#pragma once

namespace busy24::ui {

// What the surroundings are like while a view runs.
struct Surroundings {
    float width = 1280;     // CSS px
    float height = 800;     // CSS px of the window, not of the page
    float pixel_ratio = 1;  // device pixels per CSS px
    float scroll_top = 0;   // CSS px; only windowed tables look at it
    bool is_touch = false;  // targets are then at least 44 px
    bool is_plain = false;  // ordinary HTML: nodes are made, nothing is laid out or painted
    bool operator==(const Surroundings&) const = default;
};

}  // namespace busy24::ui
