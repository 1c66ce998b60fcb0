// How the mirror of a workspace stands, and what people decide about it.
#pragma once

#include "proxy/store/connections.hpp"
#include "proxy/store/runs.hpp"
#include "proxy/workspace/place.hpp"
#include "shared/api/mirror.hpp"

namespace busy24::sync {

// All but the time of the next run, which the mirror itself knows.
Result<api::MirrorState> standing_of(const workspace::Place& place,
                                     const store::Connection& connection);

// Whether the project waits for somebody to close or open it in 24SevenOffice, which its API cannot
// (quirk 44).
Result<bool> is_by_hand(const workspace::Place& place, const ConnectionId& connection,
                        const std::string& project);

// How many things wait for a person.
Result<std::int64_t> attention_in(const workspace::Place& place,
                                  const store::Connection& connection);

Result<api::ListRuns::Reply> runs_of(const workspace::Place& place, const api::ListRuns& call);

// What one run did with one kind of record, as a line of a table.
struct RunLine {
    std::string run;
    Instant started_at;
    std::optional<Instant> finished_at;
    std::string started_by;
    store::Scope scope = store::Scope::full;
    std::string failure;
    Entity entity = Entity::customer;
    std::int64_t created = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t skipped = 0;
    std::int64_t failed = 0;
    static constexpr auto fields() {
        return std::tuple{
            field("run", &RunLine::run),
            field("started_at", &RunLine::started_at),
            field("finished_at", &RunLine::finished_at),
            field("started_by", &RunLine::started_by),
            field("scope", &RunLine::scope),
            field("failure", &RunLine::failure),
            field("entity", &RunLine::entity),
            field("created", &RunLine::created),
            field("changed", &RunLine::changed),
            field("unchanged", &RunLine::unchanged),
            field("skipped", &RunLine::skipped),
            field("failed", &RunLine::failed),
        };
    }
};
// The newest 10,000 lines, the newest first.
Result<std::vector<RunLine>> run_lines(const workspace::Place& place);

// One transaction; the mirror must be woken afterwards. Errors: not_found.
Result<> decide_conflict(const workspace::Place& place, const store::Connection& connection,
                         const api::DecideConflict& call);

}  // namespace busy24::sync
