// Draws links to copy.
#include <string>

#include "web/pages/link_list.hpp"

namespace busy24::pages {

void draw_left_unmailed(ui::Ui& ui, const text::Texts& t, std::string_view key,
                        const std::vector<api::Invited>& people) {
    std::string names;
    for (const auto& person : people)
        if (person.is_left_unmailed)
            names +=
                (names.empty() ? "" : ", ") + (person.name.empty() ? person.email : person.name);
    if (!names.empty())
        ui.banner(std::string(key) + ".unmailed", t(text::People::left_unmailed, {names}),
                  {.tone = ui::Tone::warning});
}

void draw_link_list(ui::Ui& ui, const text::Texts& t, std::string_view key, std::string_view label,
                    const std::vector<api::Invited>& people) {
    const std::string prefix(key);
    auto list = ui.list(prefix + ".links_list", label);
    for (const auto& person : people) {
        if (person.link.empty()) continue;
        const auto& who = person.name.empty() ? person.email : person.name;
        auto item = ui.list_item(prefix + ".link." + person.email);
        auto line = ui.flow(prefix + ".link_line." + person.email, 12);
        ui.paragraph(prefix + ".link_name." + person.email, who);
        ui.push_to_end(prefix + ".link_space." + person.email);
        ui.button(prefix + ".copy." + person.email, t(text::People::copy_link),
                  {.look = ui::ButtonLook::quiet,
                   .icon = ui::Icon::copy,
                   .copies = person.link,
                   .description = t(text::People::copy_link) + ": " + who});
    }
}

}  // namespace busy24::pages
