// A letter: what somebody gets by e-mail, as text and as simple HTML that say the same.
#pragma once

#include <string>
#include <vector>

#include "proxy/mail/letter_kind.hpp"
#include "shared/language.hpp"

namespace busy24::mail {

struct Letter {
    std::string subject;  // one line
    std::string text;
    std::string html;
};

// In the receiver's language. `values` are those of the kind; control characters in them become
// blanks, and what is longer than any name is cut. Thread-safe.
Letter compose(LetterKind kind, Language language, std::vector<std::string> values,
               const std::string& link);

}  // namespace busy24::mail
