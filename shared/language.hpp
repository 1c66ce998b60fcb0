// The languages of the product: of its pages, and of the letters that it sends.
#pragma once

#include "shared/describe.hpp"

namespace busy24 {

enum class Language { nb, nn, en };

// The words are the tags of <html lang>.
constexpr auto words(Language) {
    return std::array{word(Language::nb, "nb"), word(Language::nn, "nn"), word(Language::en, "en")};
}

}  // namespace busy24
