// The colours: readable by WCAG 2.1 AA on everything they lie on, and the same in both layers.
#include "web/ui/theme.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace busy24::ui {
namespace {

struct Pair {
    const char* what;
    Color Theme::*front;
    std::vector<Color Theme::*> grounds;
};

const std::vector<Pair>& text_pairs() {
    using T = Theme;
    static const std::vector<Pair> pairs = {
        {"text",
         &T::text,
         {&T::background, &T::surface, &T::sunken, &T::accent_soft, &T::error_soft,
          &T::success_soft, &T::warning_soft}},
        {"muted",
         &T::muted,
         {&T::background, &T::surface, &T::sunken, &T::accent_soft, &T::warning_soft}},
        {"accent", &T::accent, {&T::background, &T::surface, &T::sunken, &T::accent_soft}},
        {"accent hover", &T::accent_hover, {&T::background, &T::surface, &T::sunken}},
        {"error", &T::error, {&T::background, &T::surface, &T::sunken, &T::error_soft}},
        {"success", &T::success, {&T::background, &T::surface, &T::sunken, &T::success_soft}},
        {"warning", &T::warning, {&T::background, &T::surface, &T::sunken, &T::warning_soft}},
        {"on accent", &T::on_accent, {&T::accent, &T::accent_hover, &T::accent_pressed}},
        {"on error", &T::on_error, {&T::error, &T::error_hover}},
    };
    return pairs;
}

const std::vector<Pair>& boundary_pairs() {
    using T = Theme;
    static const std::vector<Pair> pairs = {
        {"field border", &T::field_border, {&T::background, &T::surface, &T::sunken}},
        {"field hover", &T::field_hover, {&T::background, &T::surface, &T::sunken}},
        {"invalid border", &T::error, {&T::surface, &T::background}},
        {"focus ring", &T::accent, {&T::background, &T::surface, &T::sunken, &T::accent_soft}},
        {"knob of a switch", &T::surface, {&T::field_border}},
        {"progress bar", &T::accent, {&T::hairline}},
    };
    return pairs;
}

void check(const std::vector<Pair>& pairs, double least) {
    for (const Theme* theme : {&light_theme, &dark_theme}) {
        for (const Pair& pair : pairs) {
            for (const auto ground : pair.grounds) {
                CAPTURE(pair.what);
                CAPTURE(theme == &dark_theme);
                CHECK(contrast(theme->*pair.front, theme->*ground) >= least);
            }
        }
    }
}

TEST_CASE("contrast is computed as WCAG does") {
    CHECK(contrast(0x000000, 0xffffff) == doctest::Approx(21.0));
    CHECK(contrast(0xffffff, 0xffffff) == doctest::Approx(1.0));
    CHECK(contrast(0x767676, 0xffffff) == doctest::Approx(4.54).epsilon(0.01));
}

TEST_CASE("every text has at least 4.5 to 1 on everything it stands on, light and dark") {
    check(text_pairs(), 4.5);
}

TEST_CASE("what bounds a control has at least 3 to 1, light and dark") {
    check(boundary_pairs(), 3.0);
}

TEST_CASE("app.css has the same colours as the painter") {
    std::ifstream file(BUSY24_SOURCE_DIR "/web/app.css");
    const std::string css(std::istreambuf_iterator<char>(file), {});
    const auto dark_at = css.find("data-theme=dark");
    REQUIRE(dark_at != std::string::npos);
    for_each_field<Theme>([&](const auto& f) {
        for (const Theme* theme : {&light_theme, &dark_theme}) {
            char expected[64];
            std::snprintf(expected, sizeof expected, "--%s: #%06x;", std::string(f.name).c_str(),
                          static_cast<unsigned>(theme->*f.member));
            const auto found = css.find(expected, theme == &dark_theme ? dark_at : 0);
            CAPTURE(expected);
            CHECK(found != std::string::npos);
            if (theme == &light_theme) CHECK(found < dark_at);
        }
    });
}

}  // namespace
}  // namespace busy24::ui
