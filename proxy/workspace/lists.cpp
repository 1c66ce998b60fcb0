// Builds the statements of the lists: which rows, in which order, from which index.
#include "proxy/workspace/lists.hpp"

#include <algorithm>

#include "proxy/domain/names.hpp"
#include "proxy/store/table.hpp"

namespace busy24::workspace {

namespace {

using api::Direction;
using api::RecordColumn;
using api::RecordFilter;
using store::Value;

// A name has 255 characters at most; more cannot be found.
constexpr std::size_t search_bytes_max = 300;

std::string table_of(Entity entity) {
    if (entity == Entity::customer) return "customer";
    return entity == Entity::project ? "project" : "work_type";
}

// What a list shows, in the order of api::Record's members; `page` is the rows to show.
std::string columns_of(Entity entity) {
    const std::string common =
        "SELECT page.id, COALESCE(CAST(page.number AS TEXT), ''), page.name, page.is_active, ";
    if (entity == Entity::customer)
        return common + "'', '', '', '', page.organisation_number, page.kind, 0, NULL";
    if (entity == Entity::work_type)
        return common + "'', '', '', '', '', '', page.is_billable, page.price_ore";
    return common +
           "COALESCE(page.customer_id, ''), "
           "COALESCE(customer.name, CAST(page.customer_number AS TEXT), ''), "
           "page.starts_on, page.ends_on, '', '', 0, NULL";
}

std::string named_by(Entity entity) {
    return entity == Entity::project ? " LEFT JOIN customer ON customer.id = page.customer_id"
                                     : std::string();
}

// The text of a condition beside its values.
struct Condition {
    std::string text;
    std::vector<Value> values;
    std::string bind(Value value) {
        values.push_back(std::move(value));
        return "$" + std::to_string(values.size());
    }
};

void add_search(Condition& where, const api::ListRecords& call) {
    const auto pattern = domain::search_pattern(call.search);
    where.text += " AND (folded_name LIKE " + where.bind(pattern) + " ESCAPE '!'";
    if (call.entity == Entity::project)
        where.text +=
            " OR customer_id IN (SELECT id FROM customer WHERE workspace_id = $1 "
            "AND folded_name LIKE " +
            where.bind(pattern) + " ESCAPE '!')";
    const bool is_number = std::all_of(call.search.begin(), call.search.end(),
                                       [](char c) { return c >= '0' && c <= '9'; });
    if (is_number) where.text += " OR CAST(number AS TEXT) LIKE " + where.bind(call.search + "%");
    where.text += ")";
}

Condition condition_of(const Place& place, const api::ListRecords& call) {
    Condition where;
    where.text = " WHERE workspace_id = " + where.bind(place.workspace.text);
    if (call.filter != RecordFilter::all)
        where.text +=
            " AND is_active = " + where.bind(store::to_value(call.filter == RecordFilter::active));
    if (!call.search.empty()) add_search(where, call);
    return where;
}

std::string column_of(const api::ListRecords& call) {
    if (call.sort == RecordColumn::number) return "number";
    const bool has_start = call.entity == Entity::project;
    return call.sort == RecordColumn::starts_on && has_start ? "starts_on" : "folded_name";
}

// As the indexes of the lists have it, or exactly the other way round; by id in the end, so that
// two windows never hold the same row.
std::string order_of(const api::ListRecords& call, Direction direction, const std::string& table) {
    const bool is_forward = direction == Direction::ascending;
    const std::string end = is_forward ? "" : " DESC";
    std::string text = " ORDER BY ";
    if (call.filter == RecordFilter::all)
        text += table + "is_active" + (is_forward ? " DESC, " : ", ");
    return text + table + column_of(call) + end + ", " + table + "id" + end;
}

// The half of the list that is nearer to its end is read from there: passing over rows costs.
struct Span {
    Direction direction;
    std::int64_t offset;
    std::int64_t limit;
    bool is_reversed;
};

Span span_of(const api::ListRecords& call, std::int64_t total) {
    const auto limit = std::clamp<std::int64_t>(total - call.offset, 0, call.limit);
    const auto behind = total - call.offset - limit;
    if (behind >= call.offset) return {call.direction, call.offset, limit, false};
    const auto other =
        call.direction == Direction::ascending ? Direction::descending : Direction::ascending;
    return {other, std::max<std::int64_t>(behind, 0), limit, true};
}

Result<std::int64_t> count_of(const Place& place, Entity entity, const Condition& where) {
    const auto rows = TRY(place.database.query(
        "SELECT COUNT(*) FROM " + table_of(entity) + where.text, where.values));
    std::int64_t count = 0;
    TRY(store::from_value(rows[0][0], count));
    return count;
}

}  // namespace

Result<api::ListRecords::Reply> list_records(const Place& place, const api::ListRecords& call) {
    const bool is_right = call.entity != Entity::person && call.offset >= 0 && call.limit >= 1 &&
                          call.limit <= api::list_limit_max &&
                          call.search.size() <= search_bytes_max;
    if (!is_right) return Error{ErrorCode::invalid, "no such list or window"};
    auto where = condition_of(place, call);
    api::ListRecords::Reply reply;
    reply.total = TRY(count_of(place, call.entity, where));
    const auto span = span_of(call, reply.total);
    if (span.limit == 0) return reply;
    auto text = columns_of(call.entity) + " FROM (SELECT * FROM " + table_of(call.entity) +
                where.text + order_of(call, span.direction, "");
    text += " LIMIT " + where.bind(store::to_value(span.limit));
    text += " OFFSET " + where.bind(store::to_value(span.offset));
    // The join may shuffle what the inner statement has put in order.
    text += ") AS page" + named_by(call.entity) + order_of(call, span.direction, "page.");
    const auto rows = TRY(place.database.query(text, where.values));
    reply.records = TRY(store::from_rows<api::Record>(rows));
    if (span.is_reversed) std::reverse(reply.records.begin(), reply.records.end());
    return reply;
}

Result<std::optional<api::Record>> record_of(const Place& place, Entity entity,
                                             const std::string& id) {
    if (entity == Entity::person) return std::optional<api::Record>();
    const std::array<Value, 2> values{place.workspace.text, id};
    const auto text = columns_of(entity) + " FROM (SELECT * FROM " + table_of(entity) +
                      " WHERE workspace_id = $1 AND id = $2) AS page" + named_by(entity);
    const auto rows = TRY(place.database.query(text, values));
    auto records = TRY(store::from_rows<api::Record>(rows));
    if (records.empty()) return std::optional<api::Record>();
    return std::optional<api::Record>(std::move(records.front()));
}

}  // namespace busy24::workspace
