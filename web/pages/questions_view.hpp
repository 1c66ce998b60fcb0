// The records of page 4 that might be the same, side by side, for a person to decide.
#pragma once

#include <vector>

#include "web/pages/options.hpp"
#include "web/text/text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::options {

void draw_questions(ui::Ui& ui, const text::Texts& t, const Model& model,
                    std::vector<Event>& events);

}  // namespace busy24::pages::options
