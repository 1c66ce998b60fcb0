// The colours of the product, light and dark: what the painter uses and app.css repeats.
#pragma once

#include <cstdint>
#include <tuple>

#include "shared/describe.hpp"
#include "web/ui/node.hpp"

namespace busy24::ui {

// 0xRRGGBB.
using Color = std::uint32_t;

// One accent; everything else is a quiet neutral. Names are those of the custom properties of
// app.css, and a test holds the two together. Another test computes every contrast.
struct Theme {
    Color background;    // behind everything
    Color surface;       // cards and fields
    Color sunken;        // side panel, insets, hovered rows
    Color text;          // what is to be read
    Color muted;         // what may be read
    Color hairline;      // divides; carries no meaning of its own
    Color field_border;  // bounds a control: 3:1 against what it lies on
    Color field_hover;
    Color accent;
    Color accent_hover;
    Color accent_pressed;
    Color on_accent;
    Color accent_soft;
    Color error;
    Color error_hover;
    Color on_error;
    Color error_soft;
    Color success;
    Color success_soft;
    Color warning;
    Color warning_soft;
    Color shadow;
    static constexpr auto fields() {
        return std::tuple{field("background", &Theme::background),
                          field("surface", &Theme::surface),
                          field("sunken", &Theme::sunken),
                          field("text", &Theme::text),
                          field("muted", &Theme::muted),
                          field("hairline", &Theme::hairline),
                          field("field-border", &Theme::field_border),
                          field("field-hover", &Theme::field_hover),
                          field("accent", &Theme::accent),
                          field("accent-hover", &Theme::accent_hover),
                          field("accent-pressed", &Theme::accent_pressed),
                          field("on-accent", &Theme::on_accent),
                          field("accent-soft", &Theme::accent_soft),
                          field("error", &Theme::error),
                          field("error-hover", &Theme::error_hover),
                          field("on-error", &Theme::on_error),
                          field("error-soft", &Theme::error_soft),
                          field("success", &Theme::success),
                          field("success-soft", &Theme::success_soft),
                          field("warning", &Theme::warning),
                          field("warning-soft", &Theme::warning_soft),
                          field("shadow", &Theme::shadow)};
    }
};

inline constexpr Theme light_theme{
    .background = 0xf6f7f9,
    .surface = 0xffffff,
    .sunken = 0xeff1f5,
    .text = 0x171b26,
    .muted = 0x545c6e,
    .hairline = 0xe2e5eb,
    .field_border = 0x7d8595,
    .field_hover = 0x5f6779,
    .accent = 0x3f46d6,
    .accent_hover = 0x343abd,
    .accent_pressed = 0x2a2f9e,
    .on_accent = 0xffffff,
    .accent_soft = 0xeeeffd,
    .error = 0xb4232a,
    .error_hover = 0x951b22,
    .on_error = 0xffffff,
    .error_soft = 0xfdeeee,
    .success = 0x17693f,
    .success_soft = 0xe8f6ee,
    .warning = 0x85500b,
    .warning_soft = 0xfdf4e3,
    .shadow = 0x1b2340,
};

inline constexpr Theme dark_theme{
    .background = 0x0f1116,
    .surface = 0x181b22,
    .sunken = 0x13161c,
    .text = 0xf0f2f6,
    .muted = 0xa8b0c0,
    .hairline = 0x2a2f3a,
    .field_border = 0x707889,
    .field_hover = 0x98a1b3,
    .accent = 0x9aa2ff,
    .accent_hover = 0xb1b7ff,
    .accent_pressed = 0x868ff5,
    .on_accent = 0x10132e,
    .accent_soft = 0x23264a,
    .error = 0xff9c9c,
    .error_hover = 0xffb5b5,
    .on_error = 0x2b0d10,
    .error_soft = 0x3a1d22,
    .success = 0x7ad6a3,
    .success_soft = 0x16301f,
    .warning = 0xf2c06b,
    .warning_soft = 0x362811,
    .shadow = 0x000000,
};

// The colour of words in a tone, and of the soft panel behind them.
Color ink(const Theme& theme, Tone tone);
Color wash(const Theme& theme, Tone tone);

// Of two colours, by WCAG 2: from 1 (equal) to 21 (black on white).
double contrast(Color a, Color b);

}  // namespace busy24::ui
