// Records that a person told the mirror to leave alone.
#pragma once

#include <set>

#include "proxy/store/table.hpp"
#include "shared/api/entity.hpp"
#include "shared/ids.hpp"

namespace busy24::store {

// Linked or not: while the row is there, neither record is changed, made or matched.
struct LeftAlone {
    static constexpr std::string_view table = "left_alone";
    ConnectionId connection_id;
    Entity entity = Entity::project;
    std::string busy_id;
    std::string erp_id;
    Instant since;
    static constexpr auto fields() {
        return std::tuple{field("connection_id", &LeftAlone::connection_id),
                          field("entity", &LeftAlone::entity),
                          field("busy_id", &LeftAlone::busy_id),
                          field("erp_id", &LeftAlone::erp_id), field("since", &LeftAlone::since)};
    }
    bool operator==(const LeftAlone&) const = default;
};

// The ids of both sides, for asking about many.
struct LeftAloneIds {
    std::set<std::string> busy;
    std::set<std::string> erp;
};

// Of one connection. Thread-safe, as its database is.
class LeftAlones {
public:
    LeftAlones(Database& database, ConnectionId connection)
        : database_(database), connection_(std::move(connection)) {}
    Result<> save(const LeftAlone& pair);
    // A record that was let be turns out to be there, as this one.
    Result<> found_there(Entity entity, const std::string& busy_id, const std::string& erp_id);
    Result<> remove(Entity entity, const std::string& busy_id);
    Result<> remove_erp(Entity entity, const std::string& erp_id);
    Result<bool> has(Entity entity, const std::string& busy_id);
    Result<LeftAloneIds> ids(Entity entity);

private:
    Database& database_;
    ConnectionId connection_;
};

}  // namespace busy24::store
