// What the host reports to the program: that it began, moved, got an answer or let time pass.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "web/app/effect.hpp"

namespace busy24::app {

// Once, first of all.
struct Started {
    std::string path;  // with the query
    std::int64_t now_ms = 0;
    std::vector<std::string> languages;  // navigator.languages
    // Everything that Remember kept, from the tab and from the browser.
    std::vector<std::pair<std::string, std::string>> remembered;
};

// The address is now this one: after a Navigate, Back, Forward or a followed link.
struct Routed {
    std::string path;
};

// The answer to the Send of that number. Status 0 means that none came (no network, time-out).
struct Replied {
    std::uint32_t number = 0;
    int status = 0;
    std::string body;
    std::int64_t now_ms = 0;
};

// The texts of the language that SetLanguage has named are there, or cannot be had.
struct TextsCame {};

struct TimeUp {
    Timer timer;
    std::int64_t now_ms = 0;
};

}  // namespace busy24::app
