// The links that were made for people, each to be copied.
#pragma once

#include <string_view>
#include <vector>

#include "shared/api/people.hpp"
#include "web/text/text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages {

// Keys begin with `key`; `label` names the list. Who got no link is left out.
void draw_link_list(ui::Ui& ui, const text::Texts& t, std::string_view key, std::string_view label,
                    const std::vector<api::Invited>& people);

// Whose link did not go out as a letter, since the workspace has written those that a day has.
// Nothing when nobody's.
void draw_left_unmailed(ui::Ui& ui, const text::Texts& t, std::string_view key,
                        const std::vector<api::Invited>& people);

}  // namespace busy24::pages
