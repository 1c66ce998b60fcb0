// Calls about the mirror between its runs: how it stands, starting, pausing, what needs a person.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/api/onboarding.hpp"
#include "shared/api/runs.hpp"

namespace busy24::api {

// Who wins when both sides have changed the same member of a record.
enum class Policy { erp, busy, ask };
constexpr auto words(Policy) {
    return std::array{word(Policy::erp, "erp"), word(Policy::busy, "busy"),
                      word(Policy::ask, "ask")};
}

// A record that 24SevenOffice did not take, or perhaps did; or one of it that cannot be kept here.
struct SendProblem {
    std::string id;
    Entity entity = Entity::project;
    std::string record_id;
    std::string number;  // empty for one that is not there yet
    std::string label;
    std::string reason;  // a stable word
    std::int64_t attempts = 0;
    std::int64_t since_ms = 0;
    bool is_incoming = false;  // read from 24SevenOffice, and cannot be kept here as it is
    static constexpr auto fields() {
        return std::tuple{field("id", &SendProblem::id),
                          field("entity", &SendProblem::entity),
                          field("recordId", &SendProblem::record_id),
                          field("number", &SendProblem::number),
                          field("label", &SendProblem::label),
                          field("reason", &SendProblem::reason),
                          field("attempts", &SendProblem::attempts),
                          field("sinceMs", &SendProblem::since_ms),
                          field("isIncoming", &SendProblem::is_incoming)};
    }
    bool operator==(const SendProblem&) const = default;
};

// A member that both sides changed, where a person is to choose. Values are shown as they are.
struct OpenConflict {
    Entity entity = Entity::project;
    std::string record_id;
    std::string label;
    std::string member;
    std::string erp_value;
    std::string busy_value;
    static constexpr auto fields() {
        return std::tuple{field("entity", &OpenConflict::entity),
                          field("recordId", &OpenConflict::record_id),
                          field("label", &OpenConflict::label),
                          field("member", &OpenConflict::member),
                          field("erpValue", &OpenConflict::erp_value),
                          field("busyValue", &OpenConflict::busy_value)};
    }
    bool operator==(const OpenConflict&) const = default;
};

// A project that is archived here and open in 24SevenOffice, or the other way round: only a person
// can change that there.
struct ByHand {
    std::string record_id;
    std::string number;
    std::string label;
    bool is_active = false;  // here, and wanted there
    static constexpr auto fields() {
        return std::tuple{field("recordId", &ByHand::record_id), field("number", &ByHand::number),
                          field("label", &ByHand::label), field("isActive", &ByHand::is_active)};
    }
    bool operator==(const ByHand&) const = default;
};

// A kind of which so many are gone that it may be a mistake.
struct ShrunkList {
    Entity entity = Entity::project;
    std::int64_t gone = 0;
    std::int64_t linked = 0;  // those that are gone among them
    static constexpr auto fields() {
        return std::tuple{field("entity", &ShrunkList::entity), field("gone", &ShrunkList::gone),
                          field("linked", &ShrunkList::linked)};
    }
    bool operator==(const ShrunkList&) const = default;
};

// Why a guard has stopped a run before anything was written.
struct HeldRun {
    std::string reason;       // "list_shrank", "too_many_writes" or "tenant_not_reached"
    std::int64_t writes = 0;  // records that would be written
    std::vector<ShrunkList> shrunk;
    bool is_old = false;  // so everything is read again first, and may be held once more
    static constexpr auto fields() {
        return std::tuple{field("reason", &HeldRun::reason), field("writes", &HeldRun::writes),
                          field("shrunk", &HeldRun::shrunk), field("isOld", &HeldRun::is_old)};
    }
    bool operator==(const HeldRun&) const = default;
};

// When a kind that is connected was last mirrored without a failure, each way; 0: not yet.
struct EntityStanding {
    Entity entity = Entity::project;
    std::int64_t fetched_at_ms = 0;
    std::int64_t sent_at_ms = 0;
    bool goes_both_ways = false;  // else 24SevenOffice is its master
    static constexpr auto fields() {
        return std::tuple{field("entity", &EntityStanding::entity),
                          field("fetchedAtMs", &EntityStanding::fetched_at_ms),
                          field("sentAtMs", &EntityStanding::sent_at_ms),
                          field("goesBothWays", &EntityStanding::goes_both_ways)};
    }
    bool operator==(const EntityStanding&) const = default;
};

// How many of each kind need a person, also those that are not shown.
struct Waiting {
    std::int64_t unsent = 0;  // problems on the way to 24SevenOffice, and from there
    std::int64_t unkept = 0;
    std::int64_t conflicts = 0;
    std::int64_t questions = 0;
    std::int64_t to_close = 0;  // there, by hand
    std::int64_t to_open = 0;
    static constexpr auto fields() {
        return std::tuple{
            field("unsent", &Waiting::unsent),       field("unkept", &Waiting::unkept),
            field("conflicts", &Waiting::conflicts), field("questions", &Waiting::questions),
            field("toClose", &Waiting::to_close),    field("toOpen", &Waiting::to_open)};
    }
    bool operator==(const Waiting&) const = default;
    std::int64_t total() const {
        return unsent + unkept + conflicts + questions + to_close + to_open;
    }
};

// The first 100 of each kind that needs a person.
struct MirrorState {
    std::vector<EntityStanding> entities;
    std::int64_t last_compare_at_ms = 0;         // of everything; 0: not yet
    std::optional<std::int64_t> next_run_at_ms;  // none while one is under way or held
    std::optional<std::int64_t> paused_until_ms;
    std::string pause_reason;
    Policy project_policy = Policy::erp;
    std::optional<Run> run;  // the newest
    std::optional<HeldRun> held;
    std::vector<SendProblem> problems;
    std::vector<OpenConflict> conflicts;
    std::vector<ByHand> by_hand;
    std::vector<MatchQuestion> questions;  // which nobody has answered
    Waiting waiting;
    static constexpr auto fields() {
        return std::tuple{field("entities", &MirrorState::entities),
                          field("lastCompareAtMs", &MirrorState::last_compare_at_ms),
                          field("nextRunAtMs", &MirrorState::next_run_at_ms),
                          field("pausedUntilMs", &MirrorState::paused_until_ms),
                          field("pauseReason", &MirrorState::pause_reason),
                          field("projectPolicy", &MirrorState::project_policy),
                          field("run", &MirrorState::run),
                          field("held", &MirrorState::held),
                          field("problems", &MirrorState::problems),
                          field("conflicts", &MirrorState::conflicts),
                          field("byHand", &MirrorState::by_hand),
                          field("questions", &MirrorState::questions),
                          field("waiting", &MirrorState::waiting)};
    }
    bool operator==(const MirrorState&) const = default;
};

struct GetMirror {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/mirror", Access::administrator};
    using Reply = MirrorState;
    static constexpr auto fields() { return std::tuple{}; }
};

// «Synk nå». Failures: conflict "run_under_way" or "not_connected".
struct SyncNow {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/mirror/sync", Access::administrator};
    using Reply = MirrorState;
    bool is_full = false;  // compare everything, rather than what was changed
    static constexpr auto fields() { return std::tuple{field("isFull", &SyncNow::is_full)}; }
};

// No run starts by itself before `until_ms`; 0 ends a pause. Failures: invalid for a time further
// away than 30 days or a reason over 200 characters.
struct PauseMirror {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/mirror/pause", Access::administrator};
    using Reply = MirrorState;
    std::int64_t until_ms = 0;
    std::string reason;
    static constexpr auto fields() {
        return std::tuple{field("untilMs", &PauseMirror::until_ms),
                          field("reason", &PauseMirror::reason)};
    }
};

struct SetPolicy {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/mirror/policy",
                                       Access::administrator};
    using Reply = MirrorState;
    Policy project_policy = Policy::erp;
    static constexpr auto fields() {
        return std::tuple{field("projectPolicy", &SetPolicy::project_policy)};
    }
};

// What becomes of a held run: it goes on (a plan of over 15 minutes is made anew, and guarded), or
// it is dropped and nothing was done. Failures: conflict when the newest run is not held.
struct DecideHeldRun {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/mirror/held", Access::administrator};
    using Reply = MirrorState;
    bool goes_on = false;
    static constexpr auto fields() { return std::tuple{field("goesOn", &DecideHeldRun::goes_on)}; }
};

// Tries one problem again, or all with one reason for an empty id, or all there are; or lets them
// be until their records change again, for a reason that is kept. Failures: not_found; invalid for
// a note over 200 characters.
struct DecideProblem {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/mirror/problem",
                                       Access::administrator};
    using Reply = MirrorState;
    std::string id;
    std::string reason;
    bool is_ignored = false;
    std::string note;
    static constexpr auto fields() {
        return std::tuple{field("id", &DecideProblem::id), field("reason", &DecideProblem::reason),
                          field("isIgnored", &DecideProblem::is_ignored),
                          field("note", &DecideProblem::note)};
    }
};

// Failures: not_found; invalid for Policy::ask.
struct DecideConflict {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/mirror/conflict",
                                       Access::administrator};
    using Reply = MirrorState;
    Entity entity = Entity::project;
    std::string record_id;
    std::string member;
    Policy winner = Policy::erp;
    static constexpr auto fields() {
        return std::tuple{
            field("entity", &DecideConflict::entity), field("recordId", &DecideConflict::record_id),
            field("member", &DecideConflict::member), field("winner", &DecideConflict::winner)};
    }
};

// Whether two records are one; when the last question is answered, a run takes the answers up.
// Failures: not_found.
struct DecideQuestion {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/mirror/question",
                                       Access::administrator};
    using Reply = MirrorState;
    std::string id;
    Decision decision = Decision::undecided;
    static constexpr auto fields() {
        return std::tuple{field("id", &DecideQuestion::id),
                          field("decision", &DecideQuestion::decision)};
    }
};

// How many things wait for a person.
struct GetAttention {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/mirror/attention",
                                       Access::administrator};
    struct Reply {
        std::int64_t count = 0;
        static constexpr auto fields() { return std::tuple{field("count", &Reply::count)}; }
        bool operator==(const Reply&) const = default;
    };
    static constexpr auto fields() { return std::tuple{}; }
};

// What would happen with other switches: prepared in the background, without changing anything.
// The answer is the preview of the newest preparation for just these. Failures: conflict
// "run_under_way".
struct PreviewSwitches {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/mirror/preview",
                                       Access::administrator};
    using Reply = Preview;
    bool projects = true;
    bool work_types = true;
    bool customers = true;
    bool again = false;  // also when it has failed before; else that is answered
    static constexpr auto fields() {
        return std::tuple{field("projects", &PreviewSwitches::projects),
                          field("workTypes", &PreviewSwitches::work_types),
                          field("customers", &PreviewSwitches::customers),
                          field("again", &PreviewSwitches::again)};
    }
};

// Takes effect at once: a run carries out what the preview said. Failures: conflict
// "preview_not_ready" when the switches have not been previewed within the hour.
struct SetSwitches {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/mirror/switches",
                                       Access::administrator};
    using Reply = MirrorState;
    bool projects = true;
    bool work_types = true;
    bool customers = true;
    static constexpr auto fields() {
        return std::tuple{field("projects", &SetSwitches::projects),
                          field("workTypes", &SetSwitches::work_types),
                          field("customers", &SetSwitches::customers)};
    }
};

enum class RunFilter { all, by_people, with_errors, with_changes };
constexpr auto words(RunFilter) {
    return std::array{word(RunFilter::all, "all"), word(RunFilter::by_people, "by_people"),
                      word(RunFilter::with_errors, "with_errors"),
                      word(RunFilter::with_changes, "with_changes")};
}

// Runs, the newest first. `limit` 1 to 50.
struct ListRuns {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/runs", Access::administrator};
    struct Reply {
        std::vector<Run> runs;
        std::int64_t total = 0;
        static constexpr auto fields() {
            return std::tuple{field("runs", &Reply::runs), field("total", &Reply::total)};
        }
        bool operator==(const Reply&) const = default;
    };
    RunFilter filter = RunFilter::all;
    std::int64_t offset = 0;
    std::int64_t limit = 20;
    static constexpr auto fields() {
        return std::tuple{field("filter", &ListRuns::filter), field("offset", &ListRuns::offset),
                          field("limit", &ListRuns::limit)};
    }
};

// All runs, at most 10,000, and what is wrong now: as tables for a spreadsheet.
struct ExportRuns {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/runs.csv", Access::administrator};
    using Reply = Csv;
    static constexpr auto fields() { return std::tuple{}; }
};
struct ExportProblems {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/mirror/problems.csv",
                                       Access::administrator};
    using Reply = Csv;
    static constexpr auto fields() { return std::tuple{}; }
};

}  // namespace busy24::api
