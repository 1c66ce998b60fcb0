// The way from a page to the article about its subject.
#pragma once

#include <string_view>

#include "web/app/route.hpp"
#include "web/text/text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages {

// In a window of its own: what is written on the page stays.
inline void draw_help_link(ui::Ui& ui, const text::Texts& t, std::string_view key, text::Help words,
                           std::string_view article) {
    ui.link(key, t(words), app::path_of(app::HelpAddress{std::string(article)}),
            {.place = ui::LinkOptions::Place::block, .opens_new_window = true});
}

}  // namespace busy24::pages
