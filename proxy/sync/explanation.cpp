// Why a record is as it is: its versions, what happened to it, and what happens next.
#include "proxy/sync/explanation.hpp"

#include <algorithm>
#include <initializer_list>

#include "proxy/store/journal.hpp"
#include "proxy/store/left_alone.hpp"
#include "proxy/store/outbox.hpp"
#include "proxy/store/plans.hpp"
#include "proxy/store/records.hpp"
#include "proxy/sync/entity_type.hpp"
#include "proxy/sync/reports.hpp"
#include "proxy/sync/standing.hpp"
#include "proxy/workspace/changes.hpp"

namespace busy24::sync {

namespace {

constexpr int events_max = 100;

// The value of a member in what EntityType::values() shows.
std::string value_in(const std::vector<api::RecordValue>& values, const std::string& name) {
    for (const auto& value : values)
        if (value.name == name) return value.text;
    return {};
}

// All members but the number, each once.
std::vector<std::string> names_in(
    std::initializer_list<const std::vector<api::RecordValue>*> versions) {
    std::vector<std::string> names;
    for (const auto* values : versions)
        for (const auto& value : *values)
            if (value.name != "number" &&
                std::find(names.begin(), names.end(), value.name) == names.end())
                names.push_back(value.name);
    return names;
}

Result<> add_versions(const workspace::Place& place, const EntityType& type,
                      const std::string& base, const std::string& erp, const Record& busy,
                      api::ExplainRecord::Reply& reply) {
    const auto agreed = type.values({.id = {}, .body = base});
    const auto there = type.values({.id = {}, .body = erp});
    const auto here = type.values(busy);
    const auto shown_in = [&](const std::vector<api::RecordValue>& values,
                              const std::string& name) {
        return readable(place, name, value_in(values, name));
    };
    for (const auto& name : names_in({&there, &here, &agreed}))
        reply.versions.push_back({name, TRY(shown_in(agreed, name)), TRY(shown_in(there, name)),
                                  TRY(shown_in(here, name))});
    return {};
}

using Event = decltype(api::ExplainRecord::Reply::events)::value_type;

// Of an event that concerns the whole record, the values are whole bodies: one event for each
// member that differs, so that what was lost can be read.
Result<> add_event(const workspace::Place& place, const EntityType& type,
                   const store::JournalEntry& entry, std::vector<Event>& events) {
    const Event whole{entry.noted_at.ms, entry.rule, entry.member, "", ""};
    if (!entry.member.empty()) {
        events.push_back({whole.at_ms, whole.rule, whole.member,
                          TRY(readable_json(place, entry.member, entry.before_value)),
                          TRY(readable_json(place, entry.member, entry.after_value))});
        return {};
    }
    const bool has_bodies = !entry.before_value.empty() && !entry.after_value.empty();
    const auto before = has_bodies ? type.values({.id = {}, .body = entry.before_value})
                                   : std::vector<api::RecordValue>();
    const auto after = has_bodies ? type.values({.id = {}, .body = entry.after_value})
                                  : std::vector<api::RecordValue>();
    const auto told = events.size();
    for (const auto& name : names_in({&before, &after})) {
        const auto old_value = value_in(before, name), new_value = value_in(after, name);
        if (old_value != new_value)
            events.push_back({whole.at_ms, whole.rule, name, TRY(readable(place, name, old_value)),
                              TRY(readable(place, name, new_value))});
    }
    if (events.size() == told) events.push_back(whole);
    return {};
}

using Next = api::ExplainRecord::Next;

// Of what is on its way; whether it is.
bool add_sending(const store::Outgoing& outgoing, api::ExplainRecord::Reply& reply) {
    switch (outgoing.state) {
        case store::SendState::ready:
            reply.next = Next::is_sent;
            return true;
        case store::SendState::unknown:
            reply.next = Next::is_looked_up;
            if (outgoing.try_at) reply.next_at_ms = outgoing.try_at->ms;
            return true;
        case store::SendState::parked:
            reply.next = Next::needs_person;
            reply.cause = outgoing.reason;
            return true;
        case store::SendState::ignored:
            break;
    }
    return false;
}

Result<> add_next(const workspace::Place& place, const ConnectionId& connection, Entity entity,
                  const std::string& id, api::ExplainRecord::Reply& reply) {
    const auto outgoing = TRY(store::Outbox(place.database, connection).of(entity, id));
    if (outgoing && add_sending(*outgoing, reply)) return {};
    for (const auto& conflict :
         TRY(store::Journal(place.database, connection).conflicts_of(entity, id))) {
        if (!conflict.decision.empty()) continue;
        reply.next = Next::needs_person;
        reply.cause = "both_changed";
        return {};
    }
    const auto changed = TRY(store::select_all<store::BusyChange>(
        place.database, {store::equals("workspace_id", place.workspace),
                         store::equals("entity", entity), store::equals("busy_id", id)}));
    reply.next = !changed.empty() ? Next::next_run
                 : entity == Entity::project && TRY(is_by_hand(place, connection, id))
                     ? Next::by_hand
                 : reply.is_linked && !reply.is_gone ? Next::nothing
                                                     : Next::stays_here;
    return {};
}

// How the two came together, which the journal does not have of the many that a first mirror makes.
Result<> add_beginning(const workspace::Place& place, const store::Link& link,
                       std::vector<Event>& events) {
    const auto is_told = [](const Event& event) {
        return event.rule == "created_in_erp" || event.rule == "link" ||
               event.rule == "linked_by_hand";
    };
    if (std::any_of(events.begin(), events.end(), is_told)) return {};
    const auto action =
        TRY(store::Plans(place.database).how_linked(link.connection_id, link.entity, link.erp_id));
    if (action) events.push_back({link.linked_at.ms, std::string(word_of(*action)), "", "", ""});
    return {};
}

}  // namespace

Result<api::ExplainRecord::Reply> explain(const workspace::Place& place,
                                          const store::Connection& connection,
                                          const api::ExplainRecord& call) {
    const auto& type = entity_type(call.entity);
    const auto busy = TRY(type.read_busy(place, call.id));
    if (!busy) return Error{ErrorCode::not_found, "no such record"};
    store::Records records(place.database);
    api::ExplainRecord::Reply reply;
    reply.is_left_alone =
        TRY(store::LeftAlones(place.database, connection.id).has(call.entity, call.id));
    std::string base, erp;
    const auto link = TRY(records.link_to(connection.id, call.entity, call.id));
    if (link) {
        reply.is_linked = true;
        reply.is_gone = !TRY(records.is_there(connection.id, call.entity, link->erp_id));
        reply.linked_at_ms = link->linked_at.ms;
        base = link->base_body;
        const auto record =
            TRY(records.find(connection.id, call.entity, store::Side::erp, link->erp_id));
        if (record) erp = record->body;
    }
    TRY(add_versions(place, type, base, erp, *busy, reply));
    for (const auto& entry :
         TRY(store::Journal(place.database, connection.id).of(call.entity, call.id, events_max)))
        TRY(add_event(place, type, entry, reply.events));
    if (link) TRY(add_beginning(place, *link, reply.events));
    TRY(add_next(place, connection.id, call.entity, call.id, reply));
    return reply;
}

}  // namespace busy24::sync
