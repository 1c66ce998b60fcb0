// The wording of every letter, a table for each language.
#pragma once

#include <array>
#include <string_view>

#include "proxy/mail/letter_kind.hpp"
#include "shared/language.hpp"

namespace busy24::mail {

// Rows for filled(), with the values of the kind.
struct LetterText {
    LetterKind kind;
    std::string_view subject;
    std::string_view first;
    std::string_view second;  // another paragraph; may be empty
    std::string_view action;  // what the link does
    std::string_view note;    // small, at the end; may be empty
};

using LetterTexts = std::array<LetterText, static_cast<std::size_t>(LetterKind::count_)>;

// Each language asserts it, so that a letter which is missing in one of them does not compile.
constexpr bool is_complete(const LetterTexts& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].kind != static_cast<LetterKind>(i) || rows[i].subject.empty() ||
            rows[i].first.empty() || rows[i].action.empty())
            return false;
    return true;
}

const LetterTexts& nb_letters();
const LetterTexts& nn_letters();
const LetterTexts& en_letters();

// Thread-safe.
inline const LetterText& letter_text(Language language, LetterKind kind) {
    const auto& rows = language == Language::nn   ? nn_letters()
                       : language == Language::en ? en_letters()
                                                  : nb_letters();
    return rows[static_cast<std::size_t>(kind)];
}

}  // namespace busy24::mail
