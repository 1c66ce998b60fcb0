// The table codec: a described struct with a table name is a row, and its members are the columns.
#pragma once

#include <algorithm>
#include <charconv>
#include <concepts>
#include <initializer_list>
#include <string>

#include "proxy/store/database.hpp"
#include "shared/describe.hpp"
#include "shared/time.hpp"

namespace busy24::store {

// A described struct that names its table. Members may be texts, whole numbers, doubles, booleans,
// Instants, ids (a struct with one member `text`), worded enums, and optionals of them.
template <class T>
concept TableRow = Described<T> && requires {
    { T::table } -> std::convertible_to<std::string_view>;
};

template <class T>
Value to_value(const T& value) {
    if constexpr (is_optional<T>) {
        return value ? to_value(*value) : Value();
    } else if constexpr (std::is_same_v<T, bool>) {
        return Value::number(value ? "1" : "0");
    } else if constexpr (Worded<T>) {
        return std::string(word_of(value));
    } else if constexpr (std::is_same_v<T, Instant>) {
        return Value::number(std::to_string(value.ms));
    } else if constexpr (std::is_floating_point_v<T>) {
        char text[32];
        const auto end = std::to_chars(text, text + sizeof text, value).ptr;
        return Value::number(std::string(text, end));
    } else if constexpr (std::is_arithmetic_v<T>) {
        return Value::number(std::to_string(value));
    } else if constexpr (requires { value.text; }) {
        return value.text;
    } else {
        return std::string(value);
    }
}

// Errors: internal when the text is not of the member's type: the database was changed by others.
template <class T>
Result<> from_value(const Value& value, T& out) {
    if constexpr (is_optional<T>) {
        if (!value) {
            out.reset();
            return {};
        }
        return from_value(value, out.emplace());
    } else {
        const Error wrong{ErrorCode::internal, "a column does not hold what its member is"};
        if (!value) return wrong;
        const auto parse = [&](auto& number) {
            const auto [end, code] =
                std::from_chars(value->data(), value->data() + value->size(), number);
            return code == std::errc() && end == value->data() + value->size();
        };
        if constexpr (std::is_same_v<T, bool>) {
            if (*value != "0" && *value != "1") return wrong;
            out = *value == "1";
        } else if constexpr (Worded<T>) {
            const auto found = value_of<T>(*value);
            if (!found) return wrong;
            out = *found;
        } else if constexpr (std::is_same_v<T, Instant>) {
            if (!parse(out.ms)) return wrong;
        } else if constexpr (std::is_arithmetic_v<T>) {
            if (!parse(out)) return wrong;
        } else if constexpr (requires { out.text; }) {
            out.text = *value;
        } else {
            out = *value;
        }
        return {};
    }
}

// One column and the value it must have, for where-clauses.
struct Equals {
    std::string_view column;
    Value value;
};

template <class T>
Equals equals(std::string_view column, const T& value) {
    return {column, to_value(value)};
}

namespace table_detail {

template <TableRow T>
const std::string& columns() {
    static const std::string text = [] {
        std::string list;
        for_each_field<T>([&](const auto& f) { (list += list.empty() ? "" : ", ") += f.name; });
        return list;
    }();
    return text;
}

// The same, as those of a table that a query calls `alias`.
template <TableRow T>
std::string columns_of(std::string_view alias) {
    std::string list;
    for_each_field<T>(
        [&](const auto& f) { ((((list += list.empty() ? "" : ", ") += alias) += ".") += f.name); });
    return list;
}

template <TableRow T>
std::vector<Value> values(const T& row) {
    std::vector<Value> list;
    for_each_field<T>([&](const auto& f) { list.push_back(to_value(row.*f.member)); });
    return list;
}

inline std::string placeholders(std::size_t count) {
    std::string list;
    for (std::size_t i = 1; i <= count; ++i) (list += i == 1 ? "$" : ", $") += std::to_string(i);
    return list;
}

// " WHERE a = $3 AND b = $4", with the values appended to `bound`.
std::string where(std::initializer_list<Equals> conditions, std::vector<Value>& bound);

template <TableRow T>
const std::string& insert_text() {
    static const std::string text = [] {
        constexpr auto count = std::tuple_size_v<decltype(T::fields())>;
        return "INSERT INTO " + std::string(T::table) + " (" + columns<T>() + ") VALUES (" +
               placeholders(count) + ")";
    }();
    return text;
}

template <TableRow T>
std::string upsert_text(std::initializer_list<std::string_view> key) {
    std::string text = insert_text<T>() + " ON CONFLICT (";
    for (const auto column : key) (text += column == *key.begin() ? "" : ", ") += column;
    std::string changes;
    for_each_field<T>([&](const auto& f) {
        if (std::find(key.begin(), key.end(), f.name) != key.end()) return;
        (changes += changes.empty() ? "" : ", ") += f.name;
        (changes += " = excluded.") += f.name;
    });
    return text + (changes.empty() ? ") DO NOTHING" : ") DO UPDATE SET " + changes);
}

}  // namespace table_detail

// Reads one row of a query whose columns are the members in order; more may follow.
template <Described T>
Result<T> from_row(std::span<const Value> row) {
    T out{};
    std::size_t index = 0;
    Result<> result;
    for_each_field<T>([&](const auto& f) {
        if (!result.ok()) return;
        if (index >= row.size()) {
            result = Error{ErrorCode::internal, "a row with too few columns"};
            return;
        }
        result = from_value(row[index++], out.*f.member).context(f.name);
    });
    TRY(result);
    return out;
}

template <Described T>
Result<std::vector<T>> from_rows(const Rows& rows) {
    std::vector<T> list;
    list.reserve(rows.size());
    for (const auto& row : rows) list.push_back(TRY(from_row<T>(row)));
    return list;
}

// Errors of all below: those of Database::query().
template <TableRow T>
Result<> insert(Database& database, const T& row) {
    TRY(database.query(table_detail::insert_text<T>(), table_detail::values(row)));
    return {};
}

// Inserts, or replaces every other column of the row with the same `key` columns (a unique key of
// the table).
template <TableRow T>
Result<> upsert(Database& database, const T& row, std::initializer_list<std::string_view> key) {
    // Made once for a hundred thousand rows, not for each: a table has hardly more than one key.
    static thread_local std::vector<std::string_view> known;
    static thread_local std::string text;
    if (!std::equal(key.begin(), key.end(), known.begin(), known.end())) {
        known = key;
        text = table_detail::upsert_text<T>(key);
    }
    TRY(database.query(text, table_detail::values(row)));
    return {};
}

// All rows that meet every condition. `ending` is SQL without values, such as "ORDER BY name".
template <TableRow T>
Result<std::vector<T>> select_all(Database& database, std::initializer_list<Equals> conditions,
                                  std::string_view ending = {}) {
    std::vector<Value> bound;
    auto text = "SELECT " + table_detail::columns<T>() + " FROM " + std::string(T::table) +
                table_detail::where(conditions, bound);
    if (!ending.empty()) (text += " ") += ending;
    return from_rows<T>(TRY(database.query(text, bound)));
}

// Errors: not_found when no row meets the conditions.
template <TableRow T>
Result<T> select_one(Database& database, std::initializer_list<Equals> conditions,
                     std::string_view ending = {}) {
    auto rows = TRY(select_all<T>(database, conditions, ending));
    if (rows.empty()) return Error{ErrorCode::not_found, "no such row in " + std::string(T::table)};
    return std::move(rows.front());
}

// Sets every column of the rows that meet the conditions. Errors: not_found when there is none.
template <TableRow T>
Result<> update(Database& database, const T& row, std::initializer_list<Equals> conditions) {
    auto bound = table_detail::values(row);
    std::string changes;
    std::size_t number = 0;
    for_each_field<T>([&](const auto& f) {
        ((changes += changes.empty() ? "" : ", ") += f.name) += " = $" + std::to_string(++number);
    });
    // Before the call: where() appends to `bound`, and arguments have no order.
    const auto text = "UPDATE " + std::string(T::table) + " SET " + changes +
                      table_detail::where(conditions, bound) + " RETURNING 1";
    const auto rows = TRY(database.query(text, bound));
    if (rows.empty()) return Error{ErrorCode::not_found, "no such row in " + std::string(T::table)};
    return {};
}

template <TableRow T>
Result<> remove(Database& database, std::initializer_list<Equals> conditions) {
    std::vector<Value> bound;
    const auto text =
        "DELETE FROM " + std::string(T::table) + table_detail::where(conditions, bound);
    TRY(database.query(text, bound));
    return {};
}

}  // namespace busy24::store
