// What is done with one record: pure, and the same for every kind.
#include "proxy/sync/planner.hpp"

namespace busy24::sync {

using domain::Verdict;
using store::Action;
using store::CandidateRow;

std::optional<Action> action_for(const Situation& situation) {
    if (!situation.is_listed) {
        // What was never here, or is archived here already, is not missed.
        if (!situation.is_linked || !situation.is_active) return std::nullopt;
        return Action::archive;
    }
    if (situation.has_problem) return Action::refuse;
    if (!situation.is_linked) return Action::create;
    return situation.has_new_content ? Action::change : Action::keep;
}

MatchResult action_for(const std::vector<CandidateRow>& candidates) {
    std::vector<api::Decision> decisions;
    for (const auto& candidate : candidates) {
        if (!candidate.is_question) return {Action::link, candidate.busy_id};
        decisions.push_back(candidate.decision);
    }
    switch (domain::verdict_of(decisions)) {
        case Verdict::link:
            for (const auto& candidate : candidates)
                if (candidate.decision == api::Decision::same)
                    return {Action::link, candidate.busy_id};
            break;
        case Verdict::ask:
            return {Action::ask, {}};
        case Verdict::leave:
            return {Action::skip, {}};
        case Verdict::create:
            break;
    }
    return {Action::create, {}};
}

}  // namespace busy24::sync
