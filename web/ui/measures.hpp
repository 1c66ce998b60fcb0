// Lengths in CSS px that layout, painter and app.css agree about. All on a grid of 4, mostly 8.
#pragma once

namespace busy24::ui::measure {

inline constexpr float icon = 20;
inline constexpr float icon_gap = 12;
inline constexpr float button_inset = 20;
inline constexpr float quiet_inset = 8;
inline constexpr float button_icon_gap = 8;
inline constexpr float field_inset = 14;
inline constexpr float badge_inset = 10;
inline constexpr float banner_pad = 16;
inline constexpr float note_text_x = 22;
inline constexpr float nav_text_x = 44;
inline constexpr float brand_text_x = 40;
inline constexpr float progress_height = 8;
inline constexpr float prose_width = 680;
inline constexpr float narrow_width = 640;
inline constexpr float wide_width = 960;
inline constexpr float side_panel_width = 264;
inline constexpr float step_circle = 28;
inline constexpr float step_text_y = 36;
inline constexpr float choice_text_x = 52;
inline constexpr float switch_width = 40;
inline constexpr float switch_height = 24;
inline constexpr float checkbox = 20;
inline constexpr float checkbox_text_x = 32;
inline constexpr float photo_width = 640;
inline constexpr float photo_ratio = 0.625f;
inline constexpr float cell_pad_x = 16;
inline constexpr float cell_pad_y = 12;

}  // namespace busy24::ui::measure
