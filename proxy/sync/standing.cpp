// Reads the tables of the mirror for people.
#include "proxy/sync/standing.hpp"

#include <algorithm>

#include "proxy/store/journal.hpp"
#include "proxy/store/mirror_states.hpp"
#include "proxy/store/outbox.hpp"
#include "proxy/store/records.hpp"
#include "proxy/sync/engine.hpp"
#include "proxy/sync/guard.hpp"
#include "proxy/sync/problems.hpp"
#include "proxy/sync/reports.hpp"
#include "proxy/workspace/changes.hpp"

namespace busy24::sync {

namespace {

constexpr int shown_max = 100;

Result<std::vector<api::OpenConflict>> conflicts_of(const workspace::Place& place,
                                                    const ConnectionId& connection) {
    std::vector<api::OpenConflict> conflicts;
    for (const auto& row : TRY(store::Journal(place.database, connection).conflicts(shown_max)))
        conflicts.push_back({.entity = row.entity,
                             .record_id = row.busy_id,
                             .label = TRY(label_of(place, row.entity, row.busy_id)),
                             .member = row.member,
                             .erp_value = TRY(readable_json(place, row.member, row.erp_value)),
                             .busy_value = TRY(readable_json(place, row.member, row.busy_value))});
    return conflicts;
}

// The entity, and when something happened to it last.
struct LastTime {
    Entity entity = Entity::project;
    std::int64_t at_ms = 0;
    static constexpr auto fields() {
        return std::tuple{field("entity", &LastTime::entity), field("at", &LastTime::at_ms)};
    }
};

// Nobody has a kind that the last hundred runs have all left out.
Result<std::vector<LastTime>> last_fetched(const workspace::Place& place,
                                           const ConnectionId& connection) {
    const std::array<store::Value, 1> values{connection.text};
    return store::from_rows<LastTime>(TRY(place.database.query(
        "SELECT e.entity, MAX(r.read_at) FROM (SELECT id, read_at FROM run WHERE connection_id = "
        "$1 AND phase = 'done' ORDER BY id DESC LIMIT 100) r JOIN run_entity e ON e.run_id = r.id "
        "WHERE e.is_read = 1 GROUP BY e.entity",
        values)));
}

Result<std::vector<LastTime>> last_sent(const workspace::Place& place,
                                        const ConnectionId& connection) {
    const std::array<store::Value, 1> values{connection.text};
    return store::from_rows<LastTime>(TRY(
        place.database.query("SELECT entity, MAX(noted_at) FROM journal WHERE connection_id = $1 "
                             "AND rule IN ('sent', 'created_in_erp') GROUP BY entity",
                             values)));
}

std::int64_t time_of(const std::vector<LastTime>& times, Entity entity) {
    for (const auto& time : times)
        if (time.entity == entity) return time.at_ms;
    return 0;
}

Result<std::vector<api::EntityStanding>> entities_of(const workspace::Place& place,
                                                     const store::Connection& connection) {
    const auto fetched = TRY(last_fetched(place, connection.id));
    const auto sent = TRY(last_sent(place, connection.id));
    const auto switches = switches_of(connection);
    std::vector<api::EntityStanding> entities;
    for (const auto& type : all_entity_types())
        if (type.is_wanted(switches))
            entities.push_back({type.entity, time_of(fetched, type.entity),
                                time_of(sent, type.entity), type.goes_both_ways()});
    return entities;
}

// What approving would do, in numbers.
Result<std::optional<api::HeldRun>> held_report(const workspace::Place& place,
                                                const store::Run& run) {
    if (!is_held(run)) return std::optional<api::HeldRun>();
    api::HeldRun held{.reason = run.failure_reason,
                      .is_old = !run.read_at || place.now - *run.read_at > reading_age_ms_max};
    if (held.reason == "tenant_not_reached") return std::optional(held);
    if (held.reason == "too_many_writes") {
        held.writes = TRY(store::Plans(place.database).erp_writes(run.id));
        return std::optional(held);
    }
    for (const auto& type : all_entity_types()) {
        const auto presence = TRY(store::Records(place.database)
                                      .presence(run.connection_id, type.entity, run.generation));
        const bool is_cause =
            type.is_wanted(switches_of(run)) && !is_safe({presence.linked, presence.missing});
        if (is_cause) held.shrunk.push_back({type.entity, presence.missing, presence.linked});
    }
    return std::optional(held);
}

Result<std::vector<api::MatchQuestion>> open_questions(const workspace::Place& place,
                                                       const ConnectionId& connection) {
    std::vector<api::MatchQuestion> questions;
    for (const auto& row :
         TRY(store::Candidates(place.database, connection).questions(shown_max))) {
        if (row.decision != api::Decision::undecided) continue;
        if (auto question = TRY(question_report(place, row)))
            questions.push_back(std::move(*question));
    }
    return questions;
}

// Projects that are closed on one side and open on the other, and not gone from it.
std::string by_hand_rows() {
    return "FROM link l JOIN record r ON r.connection_id = l.connection_id AND r.entity = l.entity "
           "AND r.side = 'erp' AND r.id = l.erp_id JOIN project p ON p.id = l.busy_id "
           "WHERE l.connection_id = $1 AND l.entity = 'project' AND r.is_active <> p.is_active "
           "AND " +
           std::string(store::was_seen_lately) +
           " AND NOT EXISTS (SELECT 1 FROM left_alone a WHERE a.connection_id = l.connection_id "
           "AND a.entity = l.entity AND a.busy_id = l.busy_id) ";
}

Result<> add_by_hand(const workspace::Place& place, const ConnectionId& connection, bool is_active,
                     std::vector<api::ByHand>& rows) {
    const std::array values{store::to_value(connection), store::to_value(is_active)};
    const auto found = TRY(place.database.query(
        "SELECT p.id, l.erp_id, p.name, p.is_active " + by_hand_rows() +
            "AND p.is_active = $2 ORDER BY p.folded_name, p.id LIMIT " + std::to_string(shown_max),
        values));
    for (auto& row : TRY(store::from_rows<api::ByHand>(found))) rows.push_back(std::move(row));
    return {};
}

Result<api::Waiting> waiting_in(const workspace::Place& place,
                                const store::Connection& connection) {
    const std::array values{store::to_value(connection.id)};
    const auto rows = TRY(place.database.query(
        "SELECT COUNT(*) - COALESCE(SUM(p.is_active), 0), COALESCE(SUM(p.is_active), 0), "
        "(SELECT COUNT(*) FROM conflict WHERE connection_id = $1 AND decision = ''), "
        "(SELECT COUNT(*) FROM candidate WHERE connection_id = $1 AND is_question = 1 "
        "AND decision = 'undecided') " +
            std::string(by_hand_rows()),
        values));
    const auto problems = TRY(count_problems(place, connection));
    api::Waiting waiting{.unsent = problems.unsent, .unkept = problems.unkept};
    TRY(store::from_value(rows[0][0], waiting.to_close));
    TRY(store::from_value(rows[0][1], waiting.to_open));
    TRY(store::from_value(rows[0][2], waiting.conflicts));
    TRY(store::from_value(rows[0][3], waiting.questions));
    return waiting;
}

}  // namespace

Result<bool> is_by_hand(const workspace::Place& place, const ConnectionId& connection,
                        const std::string& project) {
    const std::array values{store::to_value(connection), store::to_value(project)};
    const auto rows =
        TRY(place.database.query("SELECT 1 " + by_hand_rows() + "AND l.busy_id = $2", values));
    return !rows.empty();
}

Result<api::MirrorState> standing_of(const workspace::Place& place,
                                     const store::Connection& connection) {
    const auto state = TRY(store::MirrorStates(place.database).get(connection.id));
    api::MirrorState out{.entities = TRY(entities_of(place, connection)),
                         .last_compare_at_ms = state.compared_at.ms,
                         .pause_reason = state.pause_reason,
                         .project_policy = state.project_policy};
    if (state.paused_until > place.now) out.paused_until_ms = state.paused_until.ms;
    const auto newest = store::Runs(place.database).started_in(place.workspace, {});
    if (!newest.ok() && newest.error().code != ErrorCode::not_found) return newest.error();
    if (newest.ok()) {
        out.held = TRY(held_report(place, newest.value()));
        out.run = TRY(run_report(place.database, newest.value()));
    }
    out.problems = TRY(problems_of(place, connection, shown_max));
    out.conflicts = TRY(conflicts_of(place, connection.id));
    for (const bool is_active : {false, true})
        TRY(add_by_hand(place, connection.id, is_active, out.by_hand));
    out.questions = TRY(open_questions(place, connection.id));
    out.waiting = TRY(waiting_in(place, connection));
    return out;
}

Result<std::int64_t> attention_in(const workspace::Place& place,
                                  const store::Connection& connection) {
    const auto count = TRY(waiting_in(place, connection)).total();
    const auto newest = store::Runs(place.database).started_in(place.workspace, {});
    return count + (newest.ok() && is_held(newest.value()) ? 1 : 0);
}

Result<api::ListRuns::Reply> runs_of(const workspace::Place& place, const api::ListRuns& call) {
    constexpr std::int64_t limit_max = 50;
    if (call.limit < 1 || call.limit > limit_max || call.offset < 0)
        return Error{ErrorCode::invalid, "limit is 1 to 50, offset 0 or more"};
    store::Runs runs(place.database);
    api::ListRuns::Reply reply;
    reply.total = TRY(runs.count(place.workspace, call.filter));
    for (const auto& run : TRY(runs.page(place.workspace, call.filter, call.offset, call.limit)))
        reply.runs.push_back(TRY(run_report(place.database, run)));
    return reply;
}

Result<std::vector<RunLine>> run_lines(const workspace::Place& place) {
    const std::array<store::Value, 1> values{place.workspace.text};
    const auto rows = TRY(place.database.query(
        "SELECT r.id, COALESCE(r.started_at, r.created_at), r.finished_at, r.started_by, r.scope, "
        "r.failure_reason, e.entity, e.created, e.changed, e.unchanged, e.skipped, e.failed "
        "FROM run r JOIN run_entity e ON e.run_id = r.id "
        "WHERE r.workspace_id = $1 AND r.is_started = 1 ORDER BY r.id DESC, e.entity LIMIT 10000",
        values));
    return store::from_rows<RunLine>(rows);
}

Result<> decide_conflict(const workspace::Place& place, const store::Connection& connection,
                         const api::DecideConflict& call) {
    if (call.winner == api::Policy::ask)
        return Error{ErrorCode::invalid, "one of the two sides wins"};
    auto transaction = TRY(store::Transaction::begin(place.database));
    store::Journal journal(place.database, connection.id);
    const auto decided = TRY(journal.decide(call.entity, call.record_id, call.member,
                                            std::string(word_of(call.winner))));
    const bool is_erp = call.winner == api::Policy::erp;
    TRY(journal.note({.id = make_id(place.random, place.now),
                      .connection_id = connection.id,
                      .entity = call.entity,
                      .busy_id = call.record_id,
                      .erp_id = {},
                      .run_id = {},
                      .noted_at = place.now,
                      .rule = is_erp ? "decided_erp" : "decided_busy",
                      .member = call.member,
                      .before_value = is_erp ? decided.busy_value : decided.erp_value,
                      .after_value = is_erp ? decided.erp_value : decided.busy_value}));
    TRY(workspace::note_change(place, call.entity, call.record_id));
    return transaction.commit();
}

}  // namespace busy24::sync
