// The articles of the help, a table for each language.
#pragma once

#include <span>
#include <string_view>

#include "shared/api/help.hpp"
#include "shared/api/mirror.hpp"

namespace busy24::help {

// The blocks of all articles; each begins with its title and its lead.
struct Block {
    api::HelpKind kind;
    std::string_view text;
    std::string_view target = {};  // of a title: the article's name
};

// The sentences of the article on what is mirrored.
struct MirrorRules {
    std::string_view projects;
    std::string_view wins_erp;
    std::string_view wins_busy;
    std::string_view wins_ask;
    std::string_view work_types;
    std::string_view customers;
    std::string_view persons;
    std::string_view projects_off;
    std::string_view work_types_off;
    std::string_view customers_off;
    std::string_view is_paused;
    std::string_view is_disconnected;
};

struct Articles {
    std::span<const Block> blocks;
    MirrorRules rules;
};

// The languages have the same articles, block by block. Thread-safe.
const Articles& articles(Language language);

}  // namespace busy24::help
