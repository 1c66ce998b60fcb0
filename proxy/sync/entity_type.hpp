// What the engine must know about one kind of record; each is filled in by one file in entities/.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "proxy/domain/matching.hpp"
#include "proxy/erp/client.hpp"
#include "proxy/sync/merge.hpp"
#include "proxy/sync/switches.hpp"
#include "proxy/workspace/rows.hpp"
#include "shared/api/onboarding.hpp"

namespace busy24::sync {

// One record as a side holds it. `body` is the canonical content, the members that both systems can
// hold, as JSON; equal content has equal bodies.
struct Record {
    std::string id;
    std::string body;
    std::string label;   // what a list or a search shows
    std::string number;  // its id in 24SevenOffice; empty when it has none
    bool is_active = true;
    std::string problem = {};  // a stable word when it cannot be mirrored as it is
};
using RecordSink = std::function<Result<>(Record&&)>;

// Where content of the other side is to go. An empty busy_id makes a new record.
struct BusyWrite {
    std::string busy_id;
    std::int64_t number = 0;
    std::string body;
};

// Three bodies of one record, and what they come to; see merge(). An empty base stands for "never
// agreed": then 24SevenOffice's version wins.
struct MergeInput {
    const std::string& base;
    const std::string& erp;
    const std::string& busy;
    store::Policy policy = store::Policy::erp;
    Choices choices = {};
};
struct MergeResult {
    std::string for_busy;
    std::string for_erp;
    std::string base;
    std::vector<MergeEvent> events;
    std::vector<OpenConflict> conflicts;
};

// What 24SevenOffice is to hold. An empty erp_id makes a new record.
struct ErpWrite {
    std::string erp_id;
    std::string before;  // the body that the change was made from; empty for a new record
    std::string body;
};

// A record that may be what came of an attempt to make one.
struct MadeThere {
    Record record;
    // It is as it was made: under another name it is another one.
    bool is_untouched = false;
};

// Everything is a pure function, or one of the place it is given: an entity has no state.
struct EntityType {
    Entity entity;
    // What is switched off is not fetched.
    bool (*is_wanted)(const Switches&);

    // Hands over every record of 24SevenOffice that was changed after `since`, active ones and
    // others. A record may come twice; the later one counts.
    Result<> (*list_erp)(const erp::Session&, Instant since, const RecordSink&);

    // The record of the workspace as it is now; nullopt when there is none with that id.
    Result<std::optional<Record>> (*read_busy)(const workspace::Place&, const std::string& id);
    // Runs in the caller's transaction. Returns the record's id. Errors: conflict when the number
    // is another record's; others are the database's.
    Result<std::string> (*write_busy)(const workspace::Place&, const BusyWrite&);
    // Hands over the ids of all records of the workspace that `connection` has no link to.
    Result<> (*unlinked_busy)(const workspace::Place&, const ConnectionId& connection,
                              const std::function<Result<>(const std::string&)>&);
    Result<workspace::Counts> (*count_busy)(const workspace::Place&);

    // How the record can be recognised on the other side.
    std::vector<domain::MatchKey> (*match_keys)(const Record&);
    // The record's members for showing it beside another one.
    std::vector<api::RecordValue> (*values)(const Record&);
    // The same content, archived: what becomes of a record that the other side lost.
    std::string (*archived_body)(const std::string& body);

    MergeResult (*merge)(const MergeInput&);
    // settled() and with_changes() of bodies.
    std::string (*settled)(const std::string& base, const std::string& erp_before,
                           const std::string& sent, const std::string& erp_now,
                           const std::string& busy_now, Earlier earlier);

    // Some of its records come from elsewhere in the program, and without a word.
    bool comes_unannounced = false;

    // Only for records that the workspace may make and change; null for others.
    // Writes to 24SevenOffice and returns the record as it is there now. Errors: not_found when
    // the record to change is gone; ambiguous when it may have been written.
    Result<Record> (*write_erp)(const erp::Session&, const ErpWrite&) = nullptr;
    // Hands over what was made after `since`, as far as can be told; more is no harm.
    Result<> (*list_made)(const erp::Session&, Instant since,
                          const std::function<Result<>(MadeThere&&)>&) = nullptr;
    // Whether two bodies name the same thing, for one that was made of the other and not renamed.
    bool (*is_namesake)(const std::string& body, const std::string& other) = nullptr;
    bool goes_both_ways() const { return write_erp != nullptr; }
};

// Every kind there is, those that others refer to first. A new kind is one file and one line there.
std::span<const EntityType> all_entity_types();
// The one of this entity.
const EntityType& entity_type(Entity entity);

EntityType customer_type();
EntityType work_type_type();
EntityType person_type();
EntityType project_type();

}  // namespace busy24::sync
