// Records that cannot be mirrored as they are, and what people decide about them.
#pragma once

#include "proxy/store/connections.hpp"
#include "proxy/workspace/place.hpp"
#include "shared/api/mirror.hpp"

namespace busy24::sync {

// What 24SevenOffice refuses, the oldest first, and then what cannot be kept here, at most `limit`
// of each. Without those that somebody lets be.
Result<std::vector<api::SendProblem>> problems_of(const workspace::Place& place,
                                                  const store::Connection& connection, int limit);

struct ProblemCounts {
    std::int64_t unsent = 0;
    std::int64_t unkept = 0;
};
// How many there are, without reading what they are called.
Result<ProblemCounts> count_problems(const workspace::Place& place,
                                     const store::Connection& connection);

// Errors: not_found.
Result<api::SendProblem> find_problem(const workspace::Place& place,
                                      const store::Connection& connection, const std::string& id);

// As a line of a table.
struct ProblemLine {
    std::string direction;  // "to_erp" or "from_erp"
    Entity entity = Entity::project;
    std::string record;
    std::string number;
    std::string label;
    std::string reason;
    std::int64_t attempts = 0;
    std::optional<Instant> since;
    static constexpr auto fields() {
        return std::tuple{
            field("direction", &ProblemLine::direction), field("entity", &ProblemLine::entity),
            field("record", &ProblemLine::record),       field("number", &ProblemLine::number),
            field("label", &ProblemLine::label),         field("reason", &ProblemLine::reason),
            field("attempts", &ProblemLine::attempts),   field("since", &ProblemLine::since)};
    }
};
// In the order of problems_of().
Result<std::vector<ProblemLine>> problem_lines(const workspace::Place& place,
                                               const store::Connection& connection);

// One transaction; the mirror must be woken afterwards. Errors: not_found; invalid for trying what
// is read, which the next reading of everything does.
Result<> decide_problem(const workspace::Place& place, const store::Connection& connection,
                        const api::DecideProblem& call);

}  // namespace busy24::sync
