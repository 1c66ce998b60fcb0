// The words for what the mirror says in stable words: reasons, rules, what happens next.
#pragma once

#include <string>

#include "shared/api/explanation.hpp"
#include "shared/api/mirror.hpp"
#include "web/text/text.hpp"

namespace busy24::pages {

struct ReasonWords {
    std::string what;
    std::string advice;
};

// Why a record was not sent.
ReasonWords problem_words(const text::Texts& t, const std::string& reason);

// What was done to a record, and by which rule.
std::string rule_text(const text::Texts& t, const std::string& rule);

// With when, or why not.
std::string next_text(const text::Texts& t, const api::ExplainRecord::Reply& reply);

// «Innstillinger»'s one line about the mirror.
std::string mirror_line(const text::Texts& t, const api::MirrorState& state);

// How many things of `state` wait for a person.
std::int64_t waiting_count(const api::MirrorState& state);

// What a run came to, in one line: «3 prosjekter endret, 1 feilet».
std::string result_text(const text::Texts& t, const api::Run& run);

}  // namespace busy24::pages
