// What the mirror did to which record and by which rule, and the conflicts that a person must end.
#pragma once

#include "proxy/store/table.hpp"
#include "shared/api/entity.hpp"
#include "shared/ids.hpp"

namespace busy24::store {

struct JournalEntry {
    static constexpr std::string_view table = "journal";
    std::string id;
    ConnectionId connection_id;
    Entity entity = Entity::project;
    std::string busy_id;
    std::string erp_id;
    RunId run_id;
    Instant noted_at;
    std::string rule;    // a stable word: what was done, and why
    std::string member;  // of the content; empty for the record as a whole
    std::string before_value;
    std::string after_value;
    static constexpr auto fields() {
        return std::tuple{field("id", &JournalEntry::id),
                          field("connection_id", &JournalEntry::connection_id),
                          field("entity", &JournalEntry::entity),
                          field("busy_id", &JournalEntry::busy_id),
                          field("erp_id", &JournalEntry::erp_id),
                          field("run_id", &JournalEntry::run_id),
                          field("noted_at", &JournalEntry::noted_at),
                          field("rule", &JournalEntry::rule),
                          field("member", &JournalEntry::member),
                          field("before_value", &JournalEntry::before_value),
                          field("after_value", &JournalEntry::after_value)};
    }
    bool operator==(const JournalEntry&) const = default;
};

// A member that both sides changed, where a person is to choose.
struct Conflict {
    static constexpr std::string_view table = "conflict";
    ConnectionId connection_id;
    Entity entity = Entity::project;
    std::string busy_id;
    std::string member;
    std::string erp_value;
    std::string busy_value;
    Instant opened_at;
    std::string decision;  // "", "erp" or "busy"
    static constexpr auto fields() {
        return std::tuple{field("connection_id", &Conflict::connection_id),
                          field("entity", &Conflict::entity),
                          field("busy_id", &Conflict::busy_id),
                          field("member", &Conflict::member),
                          field("erp_value", &Conflict::erp_value),
                          field("busy_value", &Conflict::busy_value),
                          field("opened_at", &Conflict::opened_at),
                          field("decision", &Conflict::decision)};
    }
    bool operator==(const Conflict&) const = default;
};

// Thread-safe, as its database is.
class Journal {
public:
    Journal(Database& database, ConnectionId connection)
        : database_(database), connection_(std::move(connection)) {}
    Result<> note(const JournalEntry& entry);
    // Newest first.
    Result<std::vector<JournalEntry>> of(Entity entity, const std::string& busy_id, int limit);

    Result<> open(const Conflict& conflict);
    Result<std::vector<Conflict>> conflicts_of(Entity entity, const std::string& busy_id);
    Result<std::vector<Conflict>> conflicts(int limit);
    // Returns the conflict. Errors: not_found.
    Result<Conflict> decide(Entity entity, const std::string& busy_id, const std::string& member,
                            const std::string& decision);
    Result<> close(Entity entity, const std::string& busy_id);

private:
    Database& database_;
    ConnectionId connection_;
};

}  // namespace busy24::store
