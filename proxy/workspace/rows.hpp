// What the tables of the workspace's records have in common: an id, a number, a name, active or
// archived.
#pragma once

#include <string>

#include "proxy/domain/names.hpp"
#include "proxy/store/table.hpp"
#include "proxy/workspace/place.hpp"

namespace busy24::workspace {

template <class T>
concept WorkspaceRow = store::TableRow<T> && requires(T row) {
    row.id = std::string();
    row.workspace_id = WorkspaceId();
    row.number = std::int64_t{};
    row.name = std::string();
    row.folded_name = std::string();
    row.is_active = true;
    row.changed_at = Instant();
};

// The longest name that a record of the workspace may have, in characters. 24SevenOffice allows
// 255 and less (contract 3, contract 5).
inline constexpr std::size_t name_length_max = 255;

// nullopt when the workspace has no such record.
template <WorkspaceRow T>
Result<std::optional<T>> find(const Place& place, const std::string& id) {
    auto rows = TRY(store::select_all<T>(
        place.database, {store::equals("id", id), store::equals("workspace_id", place.workspace)}));
    if (rows.empty()) return std::optional<T>();
    return std::optional<T>(std::move(rows.front()));
}

// Whether another record has the row's number already.
template <WorkspaceRow T>
Result<bool> is_number_taken(const Place& place, const T& row) {
    if (!row.number) return false;
    const std::array<store::Value, 3> values{place.workspace.text, store::to_value(row.number),
                                             row.id};
    const auto rows =
        TRY(place.database.query("SELECT 1 FROM " + std::string(T::table) +
                                     " WHERE workspace_id = $1 AND number = $2 AND id <> $3",
                                 values));
    return !rows.empty();
}

// Stores a record, new or changed; a row without an id gets one. Returns the id. Errors: conflict
// when its number is another record's. Asked first, because a broken constraint would end a
// transaction of PostgreSQL.
template <WorkspaceRow T>
Result<std::string> save(const Place& place, T row) {
    const bool is_new = row.id.empty();
    if (is_new) row.id = make_id(place.random, place.now);
    if (TRY(is_number_taken(place, row)))
        return Error{ErrorCode::conflict, "the number is another record's", {}, "number_taken"};
    row.workspace_id = place.workspace;
    row.folded_name = domain::search_form(row.name);
    row.changed_at = place.now;
    // A plain insert costs SQLite two thirds of an upsert, and a first mirror makes nothing else.
    TRY(is_new ? store::insert(place.database, row) : store::upsert(place.database, row, {"id"}));
    return row.id;
}

struct Counts {
    std::int64_t active = 0;
    std::int64_t archived = 0;
};

template <WorkspaceRow T>
Result<Counts> count(const Place& place) {
    const std::array<store::Value, 1> values{place.workspace.text};
    const auto rows =
        TRY(place.database.query("SELECT COALESCE(SUM(is_active), 0), COUNT(*) FROM " +
                                     std::string(T::table) + " WHERE workspace_id = $1",
                                 values));
    Counts counts;
    TRY(store::from_value(rows[0][0], counts.active));
    TRY(store::from_value(rows[0][1], counts.archived));
    counts.archived -= counts.active;
    return counts;
}

}  // namespace busy24::workspace
