// Two records that might be the same, side by side, for a person to decide.
#pragma once

#include <optional>

#include "shared/api/onboarding.hpp"
#include "web/text/text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages {

// The answer, in the frame in which it was given.
std::optional<api::Decision> draw_question(ui::Ui& ui, const text::Texts& t,
                                           const api::MatchQuestion& question);

}  // namespace busy24::pages
