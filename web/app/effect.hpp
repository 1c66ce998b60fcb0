// What the program wants done outside of itself: plain values, so that a test can compare them.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "shared/api/endpoint.hpp"
#include "web/text/language.hpp"

namespace busy24::app {

// A member of the JSON body whose text only the DOM knows: the host puts the value of the secret
// field in as the request leaves, so that it never enters the program's memory.
struct SecretMember {
    std::string member;
    std::string field_key;
    bool operator==(const SecretMember&) const = default;
};

// One request. The host answers every Send with exactly one Replied of the same number.
struct Send {
    std::uint32_t number = 0;
    // Which call of api::AllCalls; tells how to read the answer.
    std::size_t call = 0;
    api::Method method = api::Method::get;
    std::string path;  // with the query of a GET
    std::string body;  // a JSON object; empty for a GET
    std::vector<SecretMember> secrets;
    bool operator==(const Send&) const = default;
};

// Changes the address in the history; the host then reports it with Routed.
struct Navigate {
    enum class How { push, replace };
    std::string path;
    How how = How::push;
    bool operator==(const Navigate&) const = default;
};

// Moves the keyboard focus to the widget with this key, after the next frame.
struct Focus {
    std::string key;
    bool operator==(const Focus&) const = default;
};

// Scrolls to a row of a table whose rows come in windows, after the next frame.
struct ScrollToRow {
    std::string table_key;
    std::int64_t row = 0;
    bool operator==(const ScrollToRow&) const = default;
};

// What a timer is for; a page knows its own ones.
enum class TimerKind { resend, tick, poll, save, search, position };
struct Timer {
    TimerKind kind = TimerKind::tick;
    // Timers of one kind are numbered, so that one set before a newer one can be told apart.
    std::uint32_t number = 0;
    bool operator==(const Timer&) const = default;
};

// Sends TimeUp{timer} once, `ms` milliseconds from now.
struct After {
    std::int64_t ms = 0;
    Timer timer;
    bool operator==(const After&) const = default;
};

// Keeps a text in the browser: for this tab until it closes, or for this browser for good. Given
// back in Started. Never a secret; an empty value forgets the key.
struct Remember {
    enum class Where { tab, browser };
    std::string key;
    std::string value;
    Where where = Where::tab;
    bool operator==(const Remember&) const = default;
};

// <html lang> and <title>.
struct SetLanguage {
    text::Language language = text::Language::nb;
    bool operator==(const SetLanguage&) const = default;
};
struct SetTitle {
    std::string title;
    bool operator==(const SetTitle&) const = default;
};

enum class Appearance { system, light, dark };
constexpr auto words(Appearance) {
    return std::array{word(Appearance::system, "system"), word(Appearance::light, "light"),
                      word(Appearance::dark, "dark")};
}

// How the page is painted: colours, and whether as ordinary HTML instead of on a canvas.
enum class Rendering { canvas, plain };
constexpr auto words(Rendering) {
    return std::array{word(Rendering::canvas, "canvas"), word(Rendering::plain, "plain")};
}
struct SetAppearance {
    Appearance appearance = Appearance::system;
    Rendering rendering = Rendering::canvas;
    bool operator==(const SetAppearance&) const = default;
};

// Whether the browser asks before it closes or reloads the page.
struct GuardLeaving {
    bool is_on = false;
    bool operator==(const GuardLeaving&) const = default;
};

// Wipes the text of these secret fields in the DOM.
struct ClearSecrets {
    std::vector<std::string> field_keys;
    bool operator==(const ClearSecrets&) const = default;
};

using Effect = std::variant<Send, Navigate, Focus, ScrollToRow, After, Remember, SetLanguage,
                            SetTitle, SetAppearance, GuardLeaving, ClearSecrets>;
using Effects = std::vector<Effect>;

inline void append(Effects& effects, Effects more) {
    for (auto& effect : more) effects.push_back(std::move(effect));
}

}  // namespace busy24::app
