// The plan of a run, record by record, and what came of each.
#pragma once

#include <map>
#include <optional>

#include "proxy/store/records.hpp"
#include "shared/api/runs.hpp"

namespace busy24::store {

// What is to be done with one record of 24SevenOffice.
enum class Action {
    create,         // in the workspace
    link,           // with the record of the workspace that it surely is
    change,         // the linked record
    archive,        // the linked record: 24SevenOffice has it no more
    keep,           // both sides agree
    ask,            // a person must say whether it is one that is here already
    skip,           // a person wants nothing done
    refuse,         // it cannot be mirrored as it is
    create_in_erp,  // a record of the workspace that 24SevenOffice does not have
    change_in_erp,  // the linked record there
};
constexpr auto words(Action) {
    return std::array{word(Action::create, "create"),
                      word(Action::link, "link"),
                      word(Action::change, "change"),
                      word(Action::archive, "archive"),
                      word(Action::keep, "keep"),
                      word(Action::ask, "ask"),
                      word(Action::skip, "skip"),
                      word(Action::refuse, "refuse"),
                      word(Action::create_in_erp, "create_in_erp"),
                      word(Action::change_in_erp, "change_in_erp")};
}

struct PlannedRecord {
    static constexpr std::string_view table = "run_record";
    RunId run_id;
    Entity entity = Entity::customer;
    std::string erp_id;   // for create_in_erp, which has none yet: see pending_erp_id()
    std::string busy_id;  // empty when it is to be created
    Action action = Action::keep;
    std::string outcome;  // a word of Outcome; empty until it is carried out
    std::string reason;   // a stable word, for what was skipped or failed
    std::string label;
    std::string folded_label;
    std::string number;
    bool is_active = true;
    static constexpr auto fields() {
        return std::tuple{field("run_id", &PlannedRecord::run_id),
                          field("entity", &PlannedRecord::entity),
                          field("erp_id", &PlannedRecord::erp_id),
                          field("busy_id", &PlannedRecord::busy_id),
                          field("action", &PlannedRecord::action),
                          field("outcome", &PlannedRecord::outcome),
                          field("reason", &PlannedRecord::reason),
                          field("label", &PlannedRecord::label),
                          field("folded_label", &PlannedRecord::folded_label),
                          field("number", &PlannedRecord::number),
                          field("is_active", &PlannedRecord::is_active)};
    }
    bool operator==(const PlannedRecord&) const = default;
};

// A planned record with what 24SevenOffice was last seen to hold of it; nullopt when that is
// nothing.
struct OpenPlan {
    PlannedRecord planned;
    std::optional<MirrorRecord> record;
};

// What stands for the id in 24SevenOffice of a record that is to get one.
inline std::string pending_erp_id(const std::string& busy_id) { return "+" + busy_id; }

// Thread-safe, as its database is.
class Plans {
public:
    explicit Plans(Database& database) : database_(database) {}
    Result<> save(const PlannedRecord& record);
    Result<> clear(const RunId& run);
    Result<> clear(const RunId& run, Entity entity);
    // Whether it was there.
    Result<bool> remove(const RunId& run, Entity entity, const std::string& erp_id);
    // Gives a record that is not carried out yet another action.
    Result<> replan(const RunId& run, Entity entity, const std::string& erp_id, Action action,
                    const std::string& busy_id);
    // What came of all records from `first` to `last`, in the order of open(), that are not carried
    // out yet: the outcome and the reason of `last`. One statement, since a first mirror finishes
    // tens of thousands alike.
    Result<> finish(const std::string& first_erp_id, const PlannedRecord& last);
    // Notes what came of a record that was sent to 24SevenOffice; one that is planned in no run is
    // left alone.
    Result<> finish_sent(const RunId& run, Entity entity, const std::string& busy_id,
                         std::string_view outcome, const std::string& reason,
                         const std::string& number);
    // How many records the run would write to 24SevenOffice.
    Result<std::int64_t> erp_writes(const RunId& run);
    // Those that are not carried out yet, in the order of their ids in 24SevenOffice, after this
    // one: so the writing goes through every index from one end to the other.
    Result<std::vector<OpenPlan>> open(const ConnectionId& connection, const RunId& run,
                                       Entity entity, const std::string& after_erp_id, int limit);
    Result<std::map<Action, std::int64_t>> counts(const RunId& run, Entity entity);
    // Whether the two were made one by making the one here, or by linking what there was; nullopt
    // when no run of the connection did it.
    Result<std::optional<Action>> how_linked(const ConnectionId& connection, Entity entity,
                                             const std::string& erp_id);
    // Those with one outcome, by label. `pattern` is for LIKE on the folded label.
    Result<api::GetRunRecords::Reply> page(const api::GetRunRecords& call,
                                           const std::string& pattern);

private:
    Database& database_;
};

}  // namespace busy24::store
