// Draws the whole program: header or side panel, and the page of the current address.
#pragma once

#include <vector>

#include "web/app/event.hpp"
#include "web/app/model.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::app {

// Draws one frame and returns what the person did in it; to be given to update() after the frame.
std::vector<Event> view(ui::Ui& ui, const Model& model);

}  // namespace busy24::app
