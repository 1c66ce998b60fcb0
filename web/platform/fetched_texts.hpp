// Nynorsk and English, which the visitors who want them fetch. Until they are there, and when they
// cannot be had, their texts are those in bokmål.
#pragma once

#include <string>

#include "web/text/language.hpp"

namespace busy24::platform {

bool has_texts(text::Language language);
// The content of texts-<language>.txt; nothing is changed by what is no such file.
void load_texts(text::Language language, std::string file);

}  // namespace busy24::platform
