// The second phase of a run: decides, record by record, what is to be done.
#pragma once

#include "proxy/sync/run_context.hpp"

namespace busy24::sync {

// What is known about one record of 24SevenOffice when it is planned, its matches aside.
struct Situation {
    bool is_linked = false;
    bool is_listed = true;  // the complete list of this run shows it
    bool is_active = true;
    bool has_problem = false;
    bool has_new_content = false;  // compared with the last agreed version
};

// Pure. nullopt: nothing is to be done, and nothing is to be told.
std::optional<store::Action> action_for(const Situation& situation);

// Pure. What the matches of a record without a link mean for it.
struct MatchResult {
    store::Action action = store::Action::create;
    std::string busy_id;
};
MatchResult action_for(const std::vector<store::CandidateRow>& candidates);

// Pure. What is only in the workspace, to be made in 24SevenOffice.
store::PlannedRecord planned_new(const RunId& run, Entity entity, const std::string& busy_id,
                                 const Record& record);

// Stores the plan of every kind. Errors: conflict "list_shrank" when a list has lost more than the
// guard lets pass (nothing is written then); the database's; "put_down".
Result<> make_plan(RunContext& context);

}  // namespace busy24::sync
