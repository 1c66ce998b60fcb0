// Ranks reasons, groups hits to candidates, and reads a person's answers.
#include "proxy/domain/matching.hpp"

#include <algorithm>
#include <map>

namespace busy24::domain {

void add_key(std::vector<MatchKey>& keys, MatchReason reason, std::string value) {
    if (!value.empty()) keys.push_back({reason, std::move(value)});
}

int rank_of(MatchReason reason) {
    switch (reason) {
        case MatchReason::same_number:
            return 0;
        case MatchReason::same_organisation_number:
            return 1;
        case MatchReason::same_name_and_customer:
            return 2;
        case MatchReason::same_email:
            return 3;
        case MatchReason::same_name:
            return 4;
    }
    return 4;
}

bool is_sure(MatchReason reason) { return reason != MatchReason::same_name; }

std::vector<Candidate> best_candidates(const std::vector<Hit>& hits, std::size_t limit) {
    std::map<std::string, std::vector<MatchReason>> by_id;
    int best = rank_of(MatchReason::same_name);
    for (const auto& hit : hits) {
        by_id[hit.busy_id].push_back(hit.reason);
        best = std::min(best, rank_of(hit.reason));
    }
    std::vector<Candidate> found;
    for (auto& [id, reasons] : by_id) {
        std::sort(reasons.begin(), reasons.end(),
                  [](auto a, auto b) { return rank_of(a) < rank_of(b); });
        reasons.erase(std::unique(reasons.begin(), reasons.end()), reasons.end());
        if (rank_of(reasons.front()) == best && found.size() < limit)
            found.push_back({id, std::move(reasons)});
    }
    return found;
}

Verdict verdict_of(const std::vector<Decision>& decisions) {
    const auto has = [&](Decision wanted) {
        return std::find(decisions.begin(), decisions.end(), wanted) != decisions.end();
    };
    // One "same" settles it: a record is linked once, so the others are different ones.
    if (has(Decision::same)) return Verdict::link;
    if (has(Decision::undecided)) return Verdict::ask;
    return has(Decision::skip) ? Verdict::leave : Verdict::create;
}

std::string join_reasons(const std::vector<MatchReason>& reasons) {
    std::string text;
    for (const auto reason : reasons) (text += text.empty() ? "" : ",") += word_of(reason);
    return text;
}

std::vector<MatchReason> split_reasons(std::string_view text) {
    std::vector<MatchReason> reasons;
    while (!text.empty()) {
        const auto end = std::min(text.find(','), text.size());
        if (const auto reason = value_of<MatchReason>(text.substr(0, end)))
            reasons.push_back(*reason);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return reasons;
}

}  // namespace busy24::domain
