// Records and links in SQL.
#include "proxy/store/records.hpp"

namespace busy24::store {

Result<> Records::save(const MirrorRecord& record) {
    return upsert(database_, record, {"connection_id", "entity", "side", "id"});
}

Result<std::optional<MirrorRecord>> Records::find(const ConnectionId& connection, Entity entity,
                                                  Side side, const std::string& id) {
    auto found = TRY(select_all<MirrorRecord>(
        database_, {equals("connection_id", connection), equals("entity", entity),
                    equals("side", side), equals("id", id)}));
    if (found.empty()) return std::optional<MirrorRecord>();
    return std::optional<MirrorRecord>(std::move(found.front()));
}

Result<bool> Records::is_there(const ConnectionId& connection, Entity entity,
                               const std::string& erp_id) {
    const std::array values{to_value(connection), to_value(entity), to_value(erp_id)};
    const auto rows =
        TRY(database_.query("SELECT 1 FROM record r WHERE r.connection_id = $1 "
                            "AND r.entity = $2 AND r.side = 'erp' AND r.id = $3 AND " +
                                std::string(was_seen_lately),
                            values));
    return !rows.empty();
}

namespace {

// `condition` is SQL on the record r; $1 and $2 are the connection and the entity, the last value
// the id to go on from.
Result<std::vector<Seen>> seen_where(Database& database, std::string_view condition,
                                     std::span<const Value> values, int limit) {
    static const std::string columns = table_detail::columns_of<MirrorRecord>("r");
    const auto sql = "SELECT " + columns +
                     ", COALESCE(l.busy_id, ''), COALESCE(l.base_hash, '') FROM record r "
                     "LEFT JOIN link l ON l.connection_id = r.connection_id "
                     "AND l.entity = r.entity AND l.erp_id = r.id "
                     "WHERE r.connection_id = $1 AND r.entity = $2 AND r.side = 'erp' AND " +
                     std::string(condition) + " ORDER BY r.id LIMIT " + std::to_string(limit);
    const auto rows = TRY(database.query(sql, values));
    std::vector<Seen> page;
    page.reserve(rows.size());
    for (const auto& row : rows)
        page.push_back({TRY(from_row<MirrorRecord>(row)), row[row.size() - 2].value_or(""),
                        row.back().value_or("")});
    return page;
}

}  // namespace

Result<std::vector<Seen>> Records::page(const ConnectionId& connection, Entity entity,
                                        const std::string& after, int limit) {
    const std::array<Value, 3> values{connection.text, to_value(entity), after};
    return seen_where(database_, "r.id > $3", values, limit);
}

Result<std::vector<Seen>> Records::page_of(const ConnectionId& connection, Entity entity,
                                           const std::string& generation, const std::string& after,
                                           int limit) {
    const std::array<Value, 4> values{connection.text, to_value(entity), generation, after};
    return seen_where(database_, "r.seen_in = $3 AND r.id > $4", values, limit);
}

Result<> Records::remove_link(const ConnectionId& connection, Entity entity,
                              const std::string& busy_id) {
    return remove<Link>(database_, {equals("connection_id", connection), equals("entity", entity),
                                    equals("busy_id", busy_id)});
}

Result<std::optional<Link>> Records::link_from(const ConnectionId& connection, Entity entity,
                                               const std::string& erp_id) {
    auto found =
        TRY(select_all<Link>(database_, {equals("connection_id", connection),
                                         equals("entity", entity), equals("erp_id", erp_id)}));
    if (found.empty()) return std::optional<Link>();
    return std::optional<Link>(std::move(found.front()));
}

Result<> Records::save(const Link& link) {
    return upsert(database_, link, {"connection_id", "entity", "erp_id"});
}

Result<std::optional<Link>> Records::link_to(const ConnectionId& connection, Entity entity,
                                             const std::string& busy_id) {
    auto found =
        TRY(select_all<Link>(database_, {equals("connection_id", connection),
                                         equals("entity", entity), equals("busy_id", busy_id)}));
    if (found.empty()) return std::optional<Link>();
    return std::optional<Link>(std::move(found.front()));
}

Result<Records::Presence> Records::presence(const ConnectionId& connection, Entity entity,
                                            const std::string& generation) {
    const std::array<Value, 3> values{generation, connection.text, to_value(entity)};
    const auto rows = TRY(database_.query(
        "SELECT COUNT(*), COALESCE(SUM(CASE WHEN r.seen_in = $1 THEN 0 ELSE 1 END), 0) "
        "FROM link l JOIN record r ON r.connection_id = l.connection_id "
        "AND r.entity = l.entity AND r.side = 'erp' AND r.id = l.erp_id "
        "WHERE l.connection_id = $2 AND l.entity = $3 AND r.is_active = 1",
        values));
    Presence presence;
    TRY(from_value(rows[0][0], presence.linked));
    TRY(from_value(rows[0][1], presence.missing));
    return presence;
}

}  // namespace busy24::store
