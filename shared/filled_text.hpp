// Puts values into the places of a text: how both halves fill the rows of their translation files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace busy24 {

// `{0}` is the first value, and `{0|project|projects}` is the first word when the first value is 1
// and the second one otherwise. A place without a value stays empty; values are no texts with
// places. Thread-safe.
std::string filled(std::string_view row, const std::vector<std::string>& values);

}  // namespace busy24
