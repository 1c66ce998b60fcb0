// Puts a failure in words: what happened, what it means for the data, and what to do.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/api/endpoint.hpp"
#include "web/app/visitor.hpp"
#include "web/text/text.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::pages {

struct FailureText {
    std::string what;
    std::string advice;  // empty when the sentence above says it all
};

// The most exact text there is: of the reason, else of the code. A throttled one tells when to try
// again, by the clock when that is more than a minute ahead of `now_ms`.
FailureText explain(const text::Texts& t, const api::Failure& failure, std::int64_t now_ms);

struct KnownError {
    std::string code;
    FailureText text;
};

// Every error that the program can show, by its reason or its code.
std::vector<KnownError> known_errors(const text::Texts& t);

// A banner that a screen reader reads out at once, with the tracking id small below it; nothing
// without a failure. `retry` is the label of a button in it. True when that was pressed.
bool draw_failure(ui::Ui& ui, std::string_view key, const app::Visitor& visitor,
                  const std::optional<api::Failure>& failure, std::string_view retry = {});

// Why the visitor was sent to this page instead of another.
void draw_notice(ui::Ui& ui, const app::Visitor& visitor);

}  // namespace busy24::pages
