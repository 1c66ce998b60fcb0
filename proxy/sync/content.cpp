// Pages through the workspace's records that have no link yet.
#include "proxy/sync/content.hpp"

namespace busy24::sync {

Result<> unlinked_in(const workspace::Place& place, const ConnectionId& connection, Entity entity,
                     std::string_view source,
                     const std::function<Result<>(const std::string&)>& sink) {
    const auto sql = "SELECT r.id FROM " + std::string(source) +
                     " r LEFT JOIN link l ON l.connection_id = $1 AND l.entity = $2 "
                     "AND l.busy_id = r.id WHERE r.workspace_id = $3 AND r.id > $4 "
                     "AND l.erp_id IS NULL ORDER BY r.id LIMIT " +
                     std::to_string(ids_per_page);
    std::string after;
    while (true) {
        const std::array<store::Value, 4> values{connection.text, std::string(word_of(entity)),
                                                 place.workspace.text, after};
        const auto rows = TRY(place.database.query(sql, values));
        for (const auto& row : rows) TRY(sink(row[0].value_or("")));
        if (rows.size() < ids_per_page) return {};
        after = rows.back()[0].value_or("");
    }
}

}  // namespace busy24::sync
