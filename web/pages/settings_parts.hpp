// The parts of the settings page, each in a file of its own.
#pragma once

#include <vector>

#include "web/pages/settings.hpp"
#include "web/text/text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::settings {

// One part: what it draws, where its events go.
struct Drawing {
    ui::Ui& ui;
    const text::Texts& t;
    const Model& model;
    const app::Visitor& visitor;
    std::vector<Event>& events;

    // Nothing can be pressed while something else is on its way.
    ui::ButtonOptions button(ui::ButtonLook look, Model::Action action = Model::Action::none) const;
};

// How the mirror stands, its buttons, the pause and the policy.
void draw_mirror(const Drawing& d);
// What waits for a person, most urgent first.
void draw_waiting(const Drawing& d);
// What is connected, and what would happen otherwise.
void draw_switches(const Drawing& d);
// Single Sign-On, and whom turning it off would lock out.
void draw_single_sign_on(const Drawing& d);

}  // namespace busy24::pages::settings
