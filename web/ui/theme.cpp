// Colours by tone, and the contrast formula of WCAG 2.
#include "web/ui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace busy24::ui {

namespace {

double channel(Color color, int shift) {
    const double value = static_cast<double>((color >> shift) & 255u) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
    return 0.2126 * channel(color, 16) + 0.7152 * channel(color, 8) + 0.0722 * channel(color, 0);
}

}  // namespace

Color ink(const Theme& theme, Tone tone) {
    switch (tone) {
        case Tone::neutral:
            return theme.text;
        case Tone::muted:
            return theme.muted;
        case Tone::accent:
        case Tone::info:
            return theme.accent;
        case Tone::success:
            return theme.success;
        case Tone::warning:
            return theme.warning;
        case Tone::error:
            return theme.error;
    }
    return theme.text;
}

Color wash(const Theme& theme, Tone tone) {
    switch (tone) {
        case Tone::neutral:
        case Tone::muted:
            return theme.sunken;
        case Tone::accent:
        case Tone::info:
            return theme.accent_soft;
        case Tone::success:
            return theme.success_soft;
        case Tone::warning:
            return theme.warning_soft;
        case Tone::error:
            return theme.error_soft;
    }
    return theme.sunken;
}

double contrast(Color a, Color b) {
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace busy24::ui
