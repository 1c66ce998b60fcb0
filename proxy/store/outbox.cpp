// The outbox in SQL.
#include "proxy/store/outbox.hpp"

namespace busy24::store {

namespace {

std::string perhaps_made_row() {
    return "(erp_id = '' AND (state = 'unknown' OR (state = 'parked' AND reason IN "
           "('answer_lost', 'perhaps_made'))))";
}

// What was decided about it, or may have happened, is true still when the queue is gone.
std::string kept_row() { return "(state = 'ignored' OR " + perhaps_made_row() + ")"; }

Result<std::optional<Outgoing>> first_of(Result<std::vector<Outgoing>> found) {
    auto rows = TRY(std::move(found));
    if (rows.empty()) return std::optional<Outgoing>();
    return std::optional<Outgoing>(std::move(rows.front()));
}

}  // namespace

Result<> Outbox::save(const Outgoing& outgoing) { return upsert(database_, outgoing, {"id"}); }

Result<> Outbox::remove(const std::string& id) {
    return store::remove<Outgoing>(database_, {equals("id", id)});
}

Result<std::int64_t> Outbox::count_queued() {
    const std::array<Value, 1> values{connection_.text};
    const auto rows = TRY(database_.query(
        "SELECT COUNT(*) FROM outbox WHERE connection_id = $1 AND NOT " + kept_row(), values));
    std::int64_t count = 0;
    TRY(from_value(rows[0][0], count));
    return count;
}

Result<> Outbox::drop_queued() {
    const std::array<Value, 1> values{connection_.text};
    TRY(database_.query("DELETE FROM outbox WHERE connection_id = $1 AND NOT " + kept_row(),
                        values));
    return {};
}

Result<std::optional<Outgoing>> Outbox::of(Entity entity, const std::string& busy_id) {
    return first_of(
        select_all<Outgoing>(database_, {equals("connection_id", connection_),
                                         equals("entity", entity), equals("busy_id", busy_id)}));
}

Result<std::optional<Outgoing>> Outbox::find(const std::string& id) {
    return first_of(
        select_all<Outgoing>(database_, {equals("connection_id", connection_), equals("id", id)}));
}

Result<std::optional<Outgoing>> Outbox::next(const std::string& after) {
    const std::array<Value, 2> values{connection_.text, after};
    const auto rows = TRY(database_.query(
        "SELECT " + table_detail::columns<Outgoing>() +
            " FROM outbox WHERE connection_id = $1 AND id > $2 AND state IN ('ready', 'unknown') "
            "ORDER BY id LIMIT 1",
        values));
    return first_of(from_rows<Outgoing>(rows));
}

Result<std::vector<Outgoing>> Outbox::perhaps_made(Entity entity) {
    const std::array<Value, 2> values{connection_.text, to_value(entity)};
    return from_rows<Outgoing>(
        TRY(database_.query("SELECT " + table_detail::columns<Outgoing>() +
                                " FROM outbox WHERE connection_id = $1 AND entity = $2 AND " +
                                perhaps_made_row() + " ORDER BY id",
                            values)));
}

Result<std::optional<Instant>> Outbox::next_try() {
    const std::array<Value, 1> values{connection_.text};
    const auto rows =
        TRY(database_.query("SELECT MIN(COALESCE(try_at, 0)) FROM outbox WHERE "
                            "connection_id = $1 AND state = 'unknown'",
                            values));
    std::optional<Instant> at;
    TRY(from_value(rows[0][0], at));
    return at;
}

Result<std::vector<Outgoing>> Outbox::parked(int limit) {
    return select_all<Outgoing>(
        database_, {equals("connection_id", connection_), equals("state", SendState::parked)},
        "ORDER BY id LIMIT " + std::to_string(limit));
}

}  // namespace busy24::store
