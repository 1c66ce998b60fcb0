// What the pages of first-time setup say of states, matches and outcomes.
#pragma once

#include "web/app/answer.hpp"
#include "web/app/visitor.hpp"
#include "web/text/text.hpp"
#include "web/ui/options.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::pages {

text::Setup name_of(api::Readiness state);
ui::Tone tone_of(api::Readiness state);
text::Setup name_of(api::MatchedBy how);
text::Setup name_of(const api::ReadyRow& row);  // how, or whether, there is a contact
// Whether something is missing before somebody can get a role by himself or herself.
bool is_missing(const api::ReadyRow& row);

// The links that came of a reminder, each to copy, and who has no address.
void draw_reminded(ui::Ui& ui, const text::Texts& t, const api::RemindPeople::Reply& reminded);

}  // namespace busy24::pages
