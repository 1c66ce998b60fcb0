// A page with every widget of the kit once, for tests of what all of them have in common.
#pragma once

#include "web/ui/ui.hpp"

namespace busy24::test {

// The onboarding's frame around fields and choices.
void draw_form_page(ui::Ui& ui);
// The side panel's frame around states and tables.
void draw_state_page(ui::Ui& ui);

}  // namespace busy24::test
