// The languages of the product, and the one that a browser's wishes lead to.
#pragma once

#include <string>
#include <vector>

#include "shared/describe.hpp"

namespace busy24::text {

enum class Language { nb, nn, en };

// The words are the tags of <html lang>.
constexpr auto words(Language) {
    return std::array{word(Language::nb, "nb"), word(Language::nn, "nn"), word(Language::en, "en")};
}

// The first of the browser's languages (such as "nn-NO", "no", "sv") that the product speaks;
// Norwegian without a variety is nb. English when there is none.
Language preferred_language(const std::vector<std::string>& browser_languages);

}  // namespace busy24::text
