// Makes an EntityType's Busy side from a described content struct and the workspace's row. Included
// by the files in entities/ only.
#pragma once

#include "proxy/sync/entity_type.hpp"
#include "shared/json.hpp"

namespace busy24::sync {

// The canonical content of one kind of record. `Row` is its table in the workspace.
template <class C>
concept Content = Described<C> &&
    requires(C content, const C& read, typename C::Row row, const workspace::Place& place,
             std::string number, std::vector<api::RecordValue>& values) {
    content.name = std::string();
    content.active = true;
    { C::of(row) } -> std::same_as<C>;
    { read.put_into(row, place) } -> std::same_as<Result<>>;
    { read.match_keys(number) } -> std::same_as<std::vector<domain::MatchKey>>;
    read.show(values);
};

// Why a record with this name cannot be kept here; empty when it can.
inline std::string problem_of_name(const std::string& name) {
    if (domain::normalised_name(name).empty()) return "no_name";
    return domain::length_of(name) > workspace::name_length_max ? "too_long" : "";
}

template <Content C>
Record record_of(std::string id, std::string number, const C& content) {
    return {.id = std::move(id),
            .body = to_json_text(content),
            .label = content.name,
            .number = std::move(number),
            .is_active = content.active,
            .problem = problem_of_name(content.name)};
}

// A record of 24SevenOffice, whose id is its number.
template <Content C>
Record erp_record(std::int64_t id, const C& content) {
    return record_of(std::to_string(id), std::to_string(id), content);
}

// A body was written by record_of(), so a broken one reads as empty content rather than failing.
template <Content C>
C content_of(const std::string& body) {
    auto parsed = parse_json<C>(body);
    return parsed.ok() ? std::move(parsed).value() : C{};
}

// Some of its rows come from elsewhere in the program.
template <class C>
concept HasOtherSources = requires(const workspace::Place& place, const std::string& id) {
    C::row_from_elsewhere(place, id);
};

// A row of the workspace by its id, also one that only stands for a record that could be there.
template <Content C>
Result<std::optional<typename C::Row>> find_row(const workspace::Place& place,
                                                const std::string& id) {
    auto row = TRY(workspace::find<typename C::Row>(place, id));
    if constexpr (HasOtherSources<C>)
        if (!row) row = TRY(C::row_from_elsewhere(place, id));
    return row;
}

template <Content C>
Result<std::optional<Record>> read_busy(const workspace::Place& place, const std::string& id) {
    const auto row = TRY(find_row<C>(place, id));
    if (!row) return std::optional<Record>();
    return std::optional<Record>(
        record_of(id, row->number ? std::to_string(*row->number) : "", C::of(*row)));
}

template <Content C>
Result<std::string> write_busy(const workspace::Place& place, const BusyWrite& write) {
    typename C::Row row;
    if (!write.busy_id.empty()) {
        if (auto found = TRY(find_row<C>(place, write.busy_id))) row = std::move(*found);
        row.id = write.busy_id;
    }
    const auto content = content_of<C>(write.body);
    TRY(content.put_into(row, place));
    row.name = content.name;
    row.is_active = content.active;
    row.number = write.number;
    auto id = TRY(workspace::save(place, row));
    if constexpr (requires { C::after_write(place, row); }) {
        row.id = id;
        TRY(C::after_write(place, row));
    }
    return id;
}

// How many ids are taken at a time, so that memory does not depend on how many there are.
inline constexpr int ids_per_page = 500;

// `source` is SQL for a table or a union of tables with the columns id and workspace_id.
Result<> unlinked_in(const workspace::Place& place, const ConnectionId& connection, Entity entity,
                     std::string_view source,
                     const std::function<Result<>(const std::string&)>& sink);

template <Content C>
Result<> unlinked_busy(const workspace::Place& place, const ConnectionId& connection,
                       const std::function<Result<>(const std::string&)>& sink) {
    std::string_view source = C::Row::table;
    if constexpr (requires { C::unlinked_source; }) source = C::unlinked_source;
    return unlinked_in(place, connection, C::entity, source, sink);
}

template <Content C>
std::vector<domain::MatchKey> match_keys(const Record& record) {
    return content_of<C>(record.body).match_keys(record.number);
}

template <Content C>
std::vector<api::RecordValue> values(const Record& record) {
    const auto content = content_of<C>(record.body);
    std::vector<api::RecordValue> shown;
    if (!record.number.empty()) shown.push_back({"number", record.number});
    shown.push_back({"name", content.name});
    content.show(shown);
    shown.push_back({"active", content.active ? "true" : "false"});
    return shown;
}

// For show(): a value that is not there is not shown.
inline void show_value(std::vector<api::RecordValue>& values, std::string_view name,
                       std::string text) {
    if (!text.empty()) values.push_back({std::string(name), std::move(text)});
}

template <Content C>
std::string archived_body(const std::string& body) {
    auto content = content_of<C>(body);
    content.active = false;
    return to_json_text(content);
}

// Members are 24SevenOffice's unless the content says otherwise.
template <Content C>
MemberRule rule_of(std::string_view member) {
    if constexpr (requires { C::rule_of(member); }) return C::rule_of(member);
    return MemberRule::erp_only;
}

template <Content C>
MergeResult merge_bodies(const MergeInput& input) {
    const auto busy = content_of<C>(input.busy);
    const auto erp = content_of<C>(input.erp);
    const auto base = input.base.empty() ? busy : content_of<C>(input.base);
    auto merged = merge(base, erp, busy, input.policy, input.choices, rule_of<C>);
    return {to_json_text(merged.for_busy), to_json_text(merged.for_erp), to_json_text(merged.base),
            std::move(merged.events), std::move(merged.conflicts)};
}

template <Content C>
std::string settled_body(const std::string& base, const std::string& erp_before,
                         const std::string& sent, const std::string& erp_now,
                         const std::string& busy_now, Earlier earlier) {
    return to_json_text(settled(content_of<C>(base), content_of<C>(erp_before), content_of<C>(sent),
                                content_of<C>(erp_now), content_of<C>(busy_now), earlier));
}

template <Content C>
EntityType entity_type_of(bool (*is_wanted)(const Switches&),
                          Result<> (*list_erp)(const erp::Session&, Instant, const RecordSink&)) {
    return {.entity = C::entity,
            .is_wanted = is_wanted,
            .list_erp = list_erp,
            .read_busy = read_busy<C>,
            .write_busy = write_busy<C>,
            .unlinked_busy = unlinked_busy<C>,
            .count_busy = workspace::count<typename C::Row>,
            .match_keys = match_keys<C>,
            .values = values<C>,
            .archived_body = archived_body<C>,
            .merge = merge_bodies<C>,
            .settled = settled_body<C>,
            .comes_unannounced = HasOtherSources<C>};
}

}  // namespace busy24::sync
