// Rows of the tables `journal` and `conflict`.
#include "proxy/store/journal.hpp"

namespace busy24::store {

Result<> Journal::note(const JournalEntry& entry) { return insert(database_, entry); }

Result<std::vector<JournalEntry>> Journal::of(Entity entity, const std::string& busy_id,
                                              int limit) {
    return select_all<JournalEntry>(database_,
                                    {equals("connection_id", connection_), equals("entity", entity),
                                     equals("busy_id", busy_id)},
                                    "ORDER BY id DESC LIMIT " + std::to_string(limit));
}

Result<> Journal::open(const Conflict& conflict) {
    return upsert(database_, conflict, {"connection_id", "entity", "busy_id", "member"});
}

Result<std::vector<Conflict>> Journal::conflicts_of(Entity entity, const std::string& busy_id) {
    return select_all<Conflict>(database_,
                                {equals("connection_id", connection_), equals("entity", entity),
                                 equals("busy_id", busy_id)},
                                "ORDER BY member");
}

Result<std::vector<Conflict>> Journal::conflicts(int limit) {
    return select_all<Conflict>(
        database_, {equals("connection_id", connection_), equals("decision", std::string())},
        "ORDER BY opened_at, busy_id, member LIMIT " + std::to_string(limit));
}

Result<Conflict> Journal::decide(Entity entity, const std::string& busy_id,
                                 const std::string& member, const std::string& decision) {
    auto conflict = TRY(select_one<Conflict>(
        database_, {equals("connection_id", connection_), equals("entity", entity),
                    equals("busy_id", busy_id), equals("member", member)}));
    conflict.decision = decision;
    TRY(open(conflict));
    return conflict;
}

Result<> Journal::close(Entity entity, const std::string& busy_id) {
    return remove<Conflict>(database_, {equals("connection_id", connection_),
                                        equals("entity", entity), equals("busy_id", busy_id)});
}

}  // namespace busy24::store
