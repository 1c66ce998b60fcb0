// What stands above every page while the connection does not work, or works only as long as
// somebody is logged in.
#pragma once

#include <string>

#include "web/app/route.hpp"
#include "web/app/visitor.hpp"
#include "web/text/text.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::pages {

// Why it does not work; what that means for the data; and what to do about it.
std::string trouble_reason(const text::Texts& t, api::Trouble trouble);
std::string trouble_meaning(const text::Texts& t, std::int64_t broken_since_ms);
std::string trouble_fix(const text::Texts& t, api::Trouble trouble, const std::string& account);

// Nothing while all is well, nor on a page that tells the same by itself.
void draw_connection_notice(ui::Ui& ui, const app::Visitor& visitor, app::Page page);

}  // namespace busy24::pages
