// Recognises records that are the same in both systems before they are linked. Pure.
#pragma once

#include <string>
#include <vector>

#include "shared/api/onboarding.hpp"

namespace busy24::domain {

using api::Decision;
using api::MatchReason;

// What a record can be recognised by. Equal reason and value on both sides is a match.
struct MatchKey {
    MatchReason reason = MatchReason::same_name;
    std::string value;
    bool operator==(const MatchKey&) const = default;
};

// The key when there is a value; an empty one would match everything that has none.
void add_key(std::vector<MatchKey>& keys, MatchReason reason, std::string value);

// product.md 4, rule 2: the first of these that fits is taken. 0 is the strongest.
int rank_of(MatchReason reason);
// Whether the reason links by itself. An equal name alone does not: it is asked about.
bool is_sure(MatchReason reason);

// One record of ours that shares keys with a record of theirs.
struct Candidate {
    std::string busy_id;
    std::vector<MatchReason> reasons;  // strongest first, each once
    bool operator==(const Candidate&) const = default;
};

// A key of ours that equals one of theirs.
struct Hit {
    std::string busy_id;
    MatchReason reason = MatchReason::same_name;
};

// Those whose strongest reason is the strongest of all, by id, at most `limit` of them: a weaker
// resemblance says nothing once a stronger one is there.
std::vector<Candidate> best_candidates(const std::vector<Hit>& hits, std::size_t limit);

// What the answers of a person to all candidates of one record mean for it.
enum class Verdict {
    link,    // with the candidate that was said to be the same
    create,  // all are different ones
    ask,     // not all are answered
    leave    // the person wants nothing to be done with it
};
Verdict verdict_of(const std::vector<Decision>& decisions);

// For a database column: words with a comma between them.
std::string join_reasons(const std::vector<MatchReason>& reasons);
std::vector<MatchReason> split_reasons(std::string_view text);

}  // namespace busy24::domain
