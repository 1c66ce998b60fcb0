// Draws the steps of making an API user, closed until somebody wants them.
#include "web/pages/api_user_help_view.hpp"

#include "web/pages/help_link.hpp"

namespace busy24::pages {

void draw_api_user_help(ui::Ui& ui, const text::Texts& t, const std::string& tenant_name) {
    using text::Entry;
    auto how = ui.disclosure("api_user.how", t(Entry::how_title));
    if (!how) return;
    auto list = ui.list("api_user.how_list");
    int number = 0;
    for (const auto id :
         {Entry::how_create, Entry::how_access, Entry::how_tenant, Entry::how_enter}) {
        const auto key = "api_user.how." + std::to_string(++number);
        auto item = ui.list_item(key);
        ui.paragraph(key + ".text", std::to_string(number) + ". " + t(id, {tenant_name}));
    }
    auto item = ui.list_item("api_user.how.more");
    draw_help_link(ui, t, "api_user.how.more_link", text::Help::about_api_user, "api-bruker");
}

}  // namespace busy24::pages
