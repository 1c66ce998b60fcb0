// How large the rows of a table are when only those in sight exist, agreed by kit and layout.
#pragma once

#include "web/ui/options.hpp"
#include "web/ui/surroundings.hpp"

namespace busy24::ui {

// Shorter tables are drawn whole: that costs little, and find-in-page then reaches every row.
inline constexpr int windowed_rows_min = 250;

inline bool is_windowed(const Surroundings& surroundings, int row_count) {
    return !surroundings.is_plain && row_count >= windowed_rows_min;
}

// CSS px. One line a row on a wide screen; on a phone one line a column and room around them.
inline float fixed_row_height(bool is_phone, int columns) {
    return is_phone ? 24.f * static_cast<float>(columns) + 32.f : 48.f;
}

}  // namespace busy24::ui
