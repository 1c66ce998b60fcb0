// Plans in SQL.
#include "proxy/store/plans.hpp"

namespace busy24::store {

Result<> Plans::save(const PlannedRecord& record) {
    return upsert(database_, record, {"run_id", "entity", "erp_id"});
}

Result<> Plans::clear(const RunId& run) {
    return store::remove<PlannedRecord>(database_, {equals("run_id", run)});
}

Result<> Plans::clear(const RunId& run, Entity entity) {
    return store::remove<PlannedRecord>(database_,
                                        {equals("run_id", run), equals("entity", entity)});
}

Result<bool> Plans::remove(const RunId& run, Entity entity, const std::string& erp_id) {
    const std::array<Value, 3> values{run.text, to_value(entity), erp_id};
    const auto rows = TRY(database_.query(
        "DELETE FROM run_record WHERE run_id = $1 AND entity = $2 AND erp_id = $3 RETURNING 1",
        values));
    return !rows.empty();
}

Result<> Plans::replan(const RunId& run, Entity entity, const std::string& erp_id, Action action,
                       const std::string& busy_id) {
    const std::array<Value, 5> values{to_value(action), busy_id, run.text, to_value(entity),
                                      erp_id};
    TRY(
        database_.query("UPDATE run_record SET action = $1, busy_id = $2 "
                        "WHERE run_id = $3 AND entity = $4 AND erp_id = $5 AND outcome = ''",
                        values));
    return {};
}

Result<> Plans::finish(const std::string& first_erp_id, const PlannedRecord& last) {
    const std::array<Value, 6> values{last.outcome,          last.reason,  last.run_id.text,
                                      to_value(last.entity), first_erp_id, last.erp_id};
    TRY(
        database_.query("UPDATE run_record SET outcome = $1, reason = $2 WHERE run_id = $3 "
                        "AND entity = $4 AND erp_id >= $5 AND erp_id <= $6 AND outcome = ''",
                        values));
    return {};
}

Result<std::vector<OpenPlan>> Plans::open(const ConnectionId& connection, const RunId& run,
                                          Entity entity, const std::string& after_erp_id,
                                          int limit) {
    static const std::string columns = table_detail::columns_of<PlannedRecord>("p") + ", " +
                                       table_detail::columns_of<MirrorRecord>("r");
    const std::array<Value, 4> values{connection.text, run.text, to_value(entity), after_erp_id};
    const auto rows = TRY(database_.query(
        "SELECT " + columns +
            " FROM run_record p LEFT JOIN record r ON r.connection_id = $1 AND r.entity = p.entity "
            "AND r.side = 'erp' AND r.id = p.erp_id WHERE p.run_id = $2 AND p.entity = $3 "
            "AND p.erp_id > $4 AND p.outcome = '' ORDER BY p.erp_id LIMIT " +
            std::to_string(limit),
        values));
    constexpr auto planned_columns = std::tuple_size_v<decltype(PlannedRecord::fields())>;
    std::vector<OpenPlan> open;
    open.reserve(rows.size());
    for (const auto& row : rows) {
        const std::span<const Value> all(row);
        const auto seen = all.subspan(planned_columns);
        auto& plan = open.emplace_back(OpenPlan{TRY(from_row<PlannedRecord>(all)), {}});
        if (seen.front()) plan.record = TRY(from_row<MirrorRecord>(seen));
    }
    return open;
}

Result<> Plans::finish_sent(const RunId& run, Entity entity, const std::string& busy_id,
                            std::string_view outcome, const std::string& reason,
                            const std::string& number) {
    const std::array<Value, 6> values{std::string(outcome), reason, number, run.text,
                                      to_value(entity),     busy_id};
    TRY(
        database_.query("UPDATE run_record SET outcome = $1, reason = $2, number = $3 "
                        "WHERE run_id = $4 AND entity = $5 AND busy_id = $6 "
                        "AND action IN ('create_in_erp', 'change_in_erp')",
                        values));
    return {};
}

Result<std::int64_t> Plans::erp_writes(const RunId& run) {
    const std::array<Value, 1> values{run.text};
    const auto rows =
        TRY(database_.query("SELECT COUNT(*) FROM run_record WHERE run_id = $1 "
                            "AND action IN ('create_in_erp', 'change_in_erp')",
                            values));
    std::int64_t count = 0;
    TRY(from_value(rows[0][0], count));
    return count;
}

Result<std::optional<Action>> Plans::how_linked(const ConnectionId& connection, Entity entity,
                                                const std::string& erp_id) {
    const std::array values{to_value(connection), to_value(entity), to_value(erp_id)};
    const auto rows = TRY(database_.query(
        "SELECT p.action FROM run r JOIN run_record p ON p.run_id = r.id "
        "WHERE r.connection_id = $1 AND p.entity = $2 AND p.erp_id = $3 "
        "AND p.action IN ('create', 'link') AND p.outcome IN ('created', 'changed', 'unchanged') "
        "ORDER BY r.id DESC LIMIT 1",
        values));
    if (rows.empty()) return std::optional<Action>();
    Action action{};
    TRY(from_value(rows[0][0], action));
    return std::optional(action);
}

Result<std::map<Action, std::int64_t>> Plans::counts(const RunId& run, Entity entity) {
    const std::array<Value, 2> values{run.text, to_value(entity)};
    const auto rows =
        TRY(database_.query("SELECT action, COUNT(*) FROM run_record "
                            "WHERE run_id = $1 AND entity = $2 GROUP BY action",
                            values));
    std::map<Action, std::int64_t> counts;
    for (const auto& row : rows) {
        Action action{};
        TRY(from_value(row[0], action));
        TRY(from_value(row[1], counts[action]));
    }
    return counts;
}

Result<api::GetRunRecords::Reply> Plans::page(const api::GetRunRecords& call,
                                              const std::string& pattern) {
    const std::string where =
        " FROM run_record WHERE run_id = $1 AND entity = $2 AND outcome = $3 AND outcome <> '' "
        "AND (folded_label LIKE $4 ESCAPE '!' OR number LIKE $4 ESCAPE '!')";
    std::vector<Value> values{call.run_id, to_value(call.entity), to_value(call.outcome), pattern};
    api::GetRunRecords::Reply reply;
    const auto total = TRY(database_.query("SELECT COUNT(*)" + where, values));
    TRY(from_value(total[0][0], reply.total));
    values.push_back(to_value(call.limit));
    values.push_back(to_value(call.offset));
    const auto rows = TRY(database_.query("SELECT number, label, is_active, reason" + where +
                                              " ORDER BY folded_label, erp_id LIMIT $5 OFFSET $6",
                                          values));
    reply.records = TRY(from_rows<api::RunRecord>(rows));
    return reply;
}

}  // namespace busy24::store
