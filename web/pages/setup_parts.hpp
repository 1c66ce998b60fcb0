// The parts of the page of first-time setup, each drawn in a file of its own.
#pragma once

#include "web/pages/setup.hpp"
#include "web/text/text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::setup {

struct Drawing {
    ui::Ui& ui;
    const text::Texts& t;
    const Model& model;
    const app::Visitor& visitor;
    std::vector<Event>& events;
};

void draw_board(const Drawing& d);
void draw_roles(const Drawing& d);
void draw_plan(const Drawing& d);

}  // namespace busy24::pages::setup
