// Reads what is parked in the outbox, and what was read and cannot be kept.
#include "proxy/sync/problems.hpp"

#include <algorithm>

#include "proxy/store/journal.hpp"
#include "proxy/store/outbox.hpp"
#include "proxy/store/records.hpp"
#include "proxy/sync/engine.hpp"
#include "proxy/sync/made_there.hpp"
#include "proxy/sync/reports.hpp"
#include "proxy/workspace/changes.hpp"

namespace busy24::sync {

namespace {

constexpr int decided_max = 10'000;

Error no_such() { return {ErrorCode::not_found, "no such problem"}; }

// As long as somebody lets a record be that was read: until it is another.
struct Refused {
    static constexpr std::string_view table = "refused";
    ConnectionId connection_id;
    Entity entity = Entity::project;
    std::string erp_id;
    std::string hash;
    Instant since;
    static constexpr auto fields() {
        return std::tuple{field("connection_id", &Refused::connection_id),
                          field("entity", &Refused::entity), field("erp_id", &Refused::erp_id),
                          field("hash", &Refused::hash), field("since", &Refused::since)};
    }
};

// A record of 24SevenOffice that cannot be kept here.
struct Unkept {
    Entity entity = Entity::project;
    std::string erp_id;
    std::string busy_id;  // empty for one that has never been here
    std::string label;
    std::string problem;
    std::string hash;
    static constexpr auto fields() {
        return std::tuple{field("entity", &Unkept::entity),   field("id", &Unkept::erp_id),
                          field("busy_id", &Unkept::busy_id), field("label", &Unkept::label),
                          field("problem", &Unkept::problem), field("hash", &Unkept::hash)};
    }
};

std::string id_of(const Unkept& row) {
    return "erp." + std::string(word_of(row.entity)) + "." + row.erp_id;
}

api::SendProblem as_problem(const Unkept& row) {
    return {.id = id_of(row),
            .entity = row.entity,
            .record_id = row.busy_id,
            .number = row.erp_id,
            .label = row.label,
            .reason = row.problem,
            .is_incoming = true};
}

bool is_unkept(const std::string& id) { return id.rfind("erp.", 0) == 0; }

Result<api::SendProblem> as_problem(const workspace::Place& place, const store::Outgoing& row) {
    return api::SendProblem{.id = row.id,
                            .entity = row.entity,
                            .record_id = row.busy_id,
                            .number = row.erp_id,
                            .label = TRY(label_of(place, row.entity, row.busy_id)),
                            .reason = row.reason,
                            .attempts = row.attempts,
                            .since_ms = row.created_at.ms};
}

// Those that were there at the last reading of everything, or since.
std::string unkept_rows() {
    return "FROM record r WHERE r.connection_id = $1 AND r.side = 'erp' AND r.problem <> '' AND " +
           std::string(store::was_seen_lately) +
           " AND NOT EXISTS (SELECT 1 FROM refused f WHERE f.connection_id = r.connection_id "
           "AND f.entity = r.entity AND f.erp_id = r.id AND f.hash = r.hash) ";
}

// Of the kinds that are connected.
Result<std::vector<Unkept>> unkept(const workspace::Place& place,
                                   const store::Connection& connection, int limit) {
    const std::array values{store::to_value(connection.id)};
    const auto found = TRY(place.database.query(
        "SELECT r.entity, r.id, COALESCE((SELECT busy_id FROM link l "
        "WHERE l.connection_id = r.connection_id AND l.entity = r.entity AND l.erp_id = r.id), "
        "''), r.label, r.problem, r.hash " +
            unkept_rows() + "ORDER BY r.entity, r.id LIMIT " + std::to_string(limit),
        values));
    auto rows = TRY(store::from_rows<Unkept>(found));
    const auto switches = switches_of(connection);
    std::erase_if(rows,
                  [&](const auto& row) { return !entity_type(row.entity).is_wanted(switches); });
    return rows;
}

struct EntityCount {
    Entity entity = Entity::project;
    std::int64_t count = 0;
    static constexpr auto fields() {
        return std::tuple{field("entity", &EntityCount::entity),
                          field("count", &EntityCount::count)};
    }
};

Result<std::int64_t> count_unkept(const workspace::Place& place,
                                  const store::Connection& connection) {
    const std::array values{store::to_value(connection.id)};
    const auto found = TRY(place.database.query(
        "SELECT r.entity, COUNT(*) " + unkept_rows() + "GROUP BY r.entity", values));
    const auto switches = switches_of(connection);
    std::int64_t count = 0;
    for (const auto& row : TRY(store::from_rows<EntityCount>(found)))
        if (entity_type(row.entity).is_wanted(switches)) count += row.count;
    return count;
}

Result<> note_decision(const workspace::Place& place, const ConnectionId& connection,
                       const api::SendProblem& problem, const api::DecideProblem& call) {
    return store::Journal(place.database, connection)
        .note({.id = make_id(place.random, place.now),
               .connection_id = connection,
               .entity = problem.entity,
               .busy_id = problem.record_id,
               .erp_id = problem.number,
               .run_id = {},
               .noted_at = place.now,
               .rule = call.is_ignored ? "ignored" : "retried",
               .member = problem.reason,
               .before_value = {},
               .after_value = to_json_text(call.note)});
}

// Only letting it be is a decision: the next reading of everything tries it again anyway.
Result<> decide_unkept(const workspace::Place& place, const store::Connection& connection,
                       const api::DecideProblem& call) {
    for (const auto& row : TRY(unkept(place, connection, decided_max))) {
        if (id_of(row) != call.id) continue;
        if (!call.is_ignored) return Error{ErrorCode::invalid, "what is read is read again"};
        TRY(store::upsert(place.database,
                          Refused{connection.id, row.entity, row.erp_id, row.hash, place.now},
                          {"connection_id", "entity", "erp_id"}));
        return note_decision(place, connection.id, as_problem(row), call);
    }
    return no_such();
}

Result<> decide_unsent(const workspace::Place& place, const store::Connection& connection,
                       const api::DecideProblem& call) {
    store::Outbox outbox(place.database, connection.id);
    bool is_found = call.id.empty();
    for (auto row : TRY(outbox.parked(decided_max))) {
        if (!call.id.empty() && row.id != call.id) continue;
        if (call.id.empty() && !call.reason.empty() && row.reason != call.reason) continue;
        is_found = true;
        const bool was_renamed = row.reason == perhaps_made;
        // Whoever tries everything again has not looked for this one.
        if (was_renamed && !call.is_ignored && call.id.empty() && call.reason.empty()) continue;
        // One whose answer was lost is looked up first, however often it was tried.
        const bool was_lost = was_renamed || row.reason == "answer_lost";
        row.state = call.is_ignored ? store::SendState::ignored
                    : was_lost      ? store::SendState::unknown
                                    : store::SendState::ready;
        row.attempts = 0;
        TRY(outbox.save(row));
        if (!call.is_ignored) TRY(workspace::note_change(place, row.entity, row.busy_id));
        const auto problem = TRY(as_problem(place, row));
        TRY(note_decision(place, connection.id, problem, call));
    }
    return is_found ? Result<>() : no_such();
}

}  // namespace

Result<std::vector<api::SendProblem>> problems_of(const workspace::Place& place,
                                                  const store::Connection& connection, int limit) {
    std::vector<api::SendProblem> problems;
    for (const auto& row : TRY(store::Outbox(place.database, connection.id).parked(limit)))
        problems.push_back(TRY(as_problem(place, row)));
    for (const auto& row : TRY(unkept(place, connection, limit)))
        problems.push_back(as_problem(row));
    return problems;
}

Result<api::SendProblem> find_problem(const workspace::Place& place,
                                      const store::Connection& connection, const std::string& id) {
    if (is_unkept(id)) {
        for (const auto& row : TRY(unkept(place, connection, decided_max)))
            if (id_of(row) == id) return as_problem(row);
        return no_such();
    }
    const auto row = TRY(store::Outbox(place.database, connection.id).find(id));
    return row ? as_problem(place, *row) : no_such();
}

Result<ProblemCounts> count_problems(const workspace::Place& place,
                                     const store::Connection& connection) {
    const std::array values{store::to_value(connection.id)};
    const auto rows = TRY(place.database.query(
        "SELECT COUNT(*) FROM outbox WHERE connection_id = $1 AND state = 'parked'", values));
    ProblemCounts counts{.unkept = TRY(count_unkept(place, connection))};
    TRY(store::from_value(rows[0][0], counts.unsent));
    return counts;
}

Result<std::vector<ProblemLine>> problem_lines(const workspace::Place& place,
                                               const store::Connection& connection) {
    std::vector<ProblemLine> lines;
    for (auto& problem : TRY(problems_of(place, connection, decided_max))) {
        std::optional<Instant> since;
        if (!problem.is_incoming) since = Instant{problem.since_ms};
        lines.push_back({.direction = problem.is_incoming ? "from_erp" : "to_erp",
                         .entity = problem.entity,
                         .record = std::move(problem.record_id),
                         .number = std::move(problem.number),
                         .label = std::move(problem.label),
                         .reason = std::move(problem.reason),
                         .attempts = problem.attempts,
                         .since = since});
    }
    return lines;
}

Result<> decide_problem(const workspace::Place& place, const store::Connection& connection,
                        const api::DecideProblem& call) {
    auto transaction = TRY(store::Transaction::begin(place.database));
    TRY(is_unkept(call.id) ? decide_unkept(place, connection, call)
                           : decide_unsent(place, connection, call));
    return transaction.commit();
}

}  // namespace busy24::sync
