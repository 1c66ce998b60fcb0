// Pairs that the mirror leaves alone, in SQL.
#include "proxy/store/left_alone.hpp"

namespace busy24::store {

Result<> LeftAlones::save(const LeftAlone& pair) {
    return upsert(database_, pair, {"connection_id", "entity", "busy_id"});
}

Result<> LeftAlones::found_there(Entity entity, const std::string& busy_id,
                                 const std::string& erp_id) {
    const std::array<Value, 4> values{erp_id, connection_.text, to_value(entity), busy_id};
    TRY(
        database_.query("UPDATE left_alone SET erp_id = $1 WHERE connection_id = $2 "
                        "AND entity = $3 AND busy_id = $4",
                        values));
    return {};
}

Result<> LeftAlones::remove(Entity entity, const std::string& busy_id) {
    return store::remove<LeftAlone>(database_,
                                    {equals("connection_id", connection_), equals("entity", entity),
                                     equals("busy_id", busy_id)});
}

Result<> LeftAlones::remove_erp(Entity entity, const std::string& erp_id) {
    return store::remove<LeftAlone>(
        database_,
        {equals("connection_id", connection_), equals("entity", entity), equals("erp_id", erp_id)});
}

Result<bool> LeftAlones::has(Entity entity, const std::string& busy_id) {
    const auto rows = TRY(
        select_all<LeftAlone>(database_, {equals("connection_id", connection_),
                                          equals("entity", entity), equals("busy_id", busy_id)}));
    return !rows.empty();
}

Result<LeftAloneIds> LeftAlones::ids(Entity entity) {
    LeftAloneIds ids;
    const auto rows = TRY(select_all<LeftAlone>(
        database_, {equals("connection_id", connection_), equals("entity", entity)}));
    for (const auto& row : rows) {
        ids.busy.insert(row.busy_id);
        if (!row.erp_id.empty()) ids.erp.insert(row.erp_id);
    }
    return ids;
}

}  // namespace busy24::store
