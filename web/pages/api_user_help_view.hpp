// How an API user is made in 24SevenOffice: stands where one is asked for.
#pragma once

#include <string>

#include "web/text/text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages {

void draw_api_user_help(ui::Ui& ui, const text::Texts& t, const std::string& tenant_name);

}  // namespace busy24::pages
