// The rights of an API user as rows with a mark, and what to do in 24SevenOffice about each.
#pragma once

#include <string>
#include <vector>

#include "shared/api/onboarding.hpp"
#include "web/text/text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages {

void draw_rights(ui::Ui& ui, const text::Texts& t, const std::vector<api::RightCheck>& checks,
                 const std::string& tenant_name);

}  // namespace busy24::pages
