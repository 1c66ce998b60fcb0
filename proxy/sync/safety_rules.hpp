// The rules that keep the data of both sides whole on a bad day.
#pragma once

namespace busy24::sync {

// All are in force in the program. A test takes away one at a time and shows the harm that it
// prevents: a rule that nothing misses would be there for nothing.
struct SafetyRules {
    bool holds_shrunk_lists = true;      // lost rights look like deleted records
    bool holds_many_writes = true;       // so many at once are rather a mistake than work
    bool marks_before_call = true;       // whoever comes after a crash knows that it may be there
    bool looks_before_repeating = true;  // a write whose answer was lost is not repeated blindly
    bool waits_for_unknown = true;       // nothing new is planned on top of what may be there
    bool renews_lease = true;            // a worker that has lost the run writes nothing more
    bool asks_before_call = true;        // nor sends anything, however long it was held up
    bool reads_overlap = true;           // the clocks differ, and a change is not to fall between
    bool needs_whole_lists = true;       // what a list that broke off has not shown is not gone
    bool renews_old_plans = true;        // what was true when somebody looked may not be by now
};

}  // namespace busy24::sync
