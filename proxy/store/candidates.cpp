// Match keys and candidates in SQL.
#include "proxy/store/candidates.hpp"

namespace busy24::store {

Result<> Candidates::clear_keys(Entity entity) {
    const std::array<Value, 2> values{connection_.text, to_value(entity)};
    TRY(database_.query("DELETE FROM match_key WHERE connection_id = $1 AND entity = $2", values));
    return {};
}

Result<> Candidates::add_key(Entity entity, std::string_view reason, const std::string& value,
                             const std::string& busy_id) {
    const std::array<Value, 5> values{connection_.text, to_value(entity), std::string(reason),
                                      value, busy_id};
    TRY(
        database_.query("INSERT INTO match_key (connection_id, entity, reason, value, busy_id) "
                        "VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
                        values));
    return {};
}

Result<std::vector<KeyHit>> Candidates::hits(Entity entity, std::string_view reason,
                                             const std::string& value, int limit) {
    const std::array<Value, 4> values{connection_.text, to_value(entity), std::string(reason),
                                      value};
    return from_rows<KeyHit>(TRY(database_.query(
        "SELECT busy_id, reason FROM match_key WHERE connection_id = $1 AND entity = $2 "
        "AND reason = $3 AND value = $4 ORDER BY busy_id LIMIT " +
            std::to_string(limit),
        values)));
}

Result<> Candidates::save(const CandidateRow& candidate) {
    const std::array<Value, 9> values{candidate.id,
                                      connection_.text,
                                      to_value(candidate.entity),
                                      candidate.erp_id,
                                      candidate.busy_id,
                                      candidate.reasons,
                                      to_value(candidate.is_sure),
                                      to_value(candidate.is_question),
                                      candidate.planned_in};
    TRY(database_.query(
        "INSERT INTO candidate (id, connection_id, entity, erp_id, busy_id, reasons, is_sure, "
        "is_question, planned_in, decision) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'undecided') "
        "ON CONFLICT (connection_id, entity, erp_id, busy_id) DO UPDATE SET "
        "reasons = excluded.reasons, is_sure = excluded.is_sure, "
        "is_question = excluded.is_question, planned_in = excluded.planned_in",
        values));
    return {};
}

Result<> Candidates::remove_others(Entity entity, const std::string& planned_in) {
    const std::array<Value, 3> values{connection_.text, to_value(entity), planned_in};
    TRY(
        database_.query("DELETE FROM candidate WHERE connection_id = $1 AND entity = $2 "
                        "AND planned_in <> $3",
                        values));
    return {};
}

Result<> Candidates::sort_out(Entity entity) {
    const std::array<Value, 2> values{connection_.text, to_value(entity)};
    // `is_sure` is what the conditions read and `is_question` what is written, so that the order in
    // which rows are visited cannot matter.
    TRY(database_.query(
        "UPDATE candidate SET is_question = CASE WHEN is_sure = 1 AND NOT EXISTS ("
        "SELECT 1 FROM candidate o WHERE o.connection_id = $1 AND o.entity = $2 "
        "AND o.is_sure = 1 AND o.id <> candidate.id AND o.erp_id = candidate.erp_id) "
        "AND NOT EXISTS (SELECT 1 FROM candidate o WHERE o.connection_id = $1 AND o.entity = $2 "
        "AND o.is_sure = 1 AND o.id <> candidate.id AND o.busy_id = candidate.busy_id) "
        "THEN 0 ELSE 1 END WHERE connection_id = $1 AND entity = $2",
        values));
    TRY(database_.query(
        "DELETE FROM candidate WHERE connection_id = $1 AND entity = $2 AND is_sure = 0 "
        "AND busy_id IN (SELECT o.busy_id FROM candidate o WHERE o.connection_id = $1 "
        "AND o.entity = $2 AND o.is_sure = 1 AND o.is_question = 0)",
        values));
    return {};
}

Result<std::vector<CandidateRow>> Candidates::page(Entity entity, const std::string& after,
                                                   int limit) {
    const std::array<Value, 3> values{connection_.text, to_value(entity), after};
    return from_rows<CandidateRow>(
        TRY(database_.query("SELECT " + table_detail::columns<CandidateRow>() +
                                " FROM candidate WHERE connection_id = $1 AND entity = $2 "
                                "AND id > $3 ORDER BY id LIMIT " +
                                std::to_string(limit),
                            values)));
}

Result<std::vector<CandidateRow>> Candidates::of(Entity entity, const std::string& erp_id) {
    return select_all<CandidateRow>(
        database_,
        {equals("connection_id", connection_), equals("entity", entity), equals("erp_id", erp_id)},
        "ORDER BY id");
}

Result<std::vector<CandidateRow>> Candidates::claiming(Entity entity, const std::string& busy_id) {
    return select_all<CandidateRow>(database_,
                                    {equals("connection_id", connection_), equals("entity", entity),
                                     equals("busy_id", busy_id)},
                                    "ORDER BY id");
}

Result<std::optional<CandidateRow>> Candidates::find(const std::string& id) {
    auto rows = TRY(select_all<CandidateRow>(
        database_, {equals("connection_id", connection_), equals("id", id)}));
    if (rows.empty()) return std::optional<CandidateRow>();
    return std::optional<CandidateRow>(std::move(rows.front()));
}

Result<> Candidates::decide(const std::string& id, api::Decision decision) {
    const std::array<Value, 2> values{to_value(decision), id};
    TRY(database_.query("UPDATE candidate SET decision = $1 WHERE id = $2", values));
    return {};
}

Result<std::vector<CandidateRow>> Candidates::questions(int limit) {
    return select_all<CandidateRow>(
        database_, {equals("connection_id", connection_), equals("is_question", true)},
        "ORDER BY decision <> 'undecided', id LIMIT " + std::to_string(limit));
}

Result<std::int64_t> Candidates::undecided() {
    const std::array<Value, 1> values{connection_.text};
    const auto rows =
        TRY(database_.query("SELECT COUNT(*) FROM candidate WHERE connection_id = $1 "
                            "AND is_question = 1 AND decision = 'undecided'",
                            values));
    std::int64_t count = 0;
    TRY(from_value(rows[0][0], count));
    return count;
}

}  // namespace busy24::store
