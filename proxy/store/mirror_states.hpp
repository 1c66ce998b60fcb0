// How the mirror of a connection stands between its runs, and what people have changed since.
#pragma once

#include <optional>

#include "proxy/store/table.hpp"
#include "shared/api/mirror.hpp"
#include "shared/ids.hpp"

namespace busy24::store {

using api::Policy;

struct MirrorState {
    static constexpr std::string_view table = "mirror_state";
    ConnectionId connection_id;
    Policy project_policy = Policy::erp;
    Instant read_at;      // when the last finished run began to read; 0 before the first
    Instant compared_at;  // when the last finished run of scope full began
    Instant paused_until;
    std::string pause_reason;
    bool is_wanted = false;  // a person has asked for a run now
    static constexpr auto fields() {
        return std::tuple{field("connection_id", &MirrorState::connection_id),
                          field("project_policy", &MirrorState::project_policy),
                          field("read_at", &MirrorState::read_at),
                          field("compared_at", &MirrorState::compared_at),
                          field("paused_until", &MirrorState::paused_until),
                          field("pause_reason", &MirrorState::pause_reason),
                          field("is_wanted", &MirrorState::is_wanted)};
    }
    bool operator==(const MirrorState&) const = default;
};

// Thread-safe, as its database is.
class MirrorStates {
public:
    explicit MirrorStates(Database& database) : database_(database) {}
    // The one of a connection that has none yet is as a new one.
    Result<MirrorState> get(const ConnectionId& connection);
    Result<> save(const MirrorState& state);

private:
    Database& database_;
};

// A record of the workspace that a person changed and the mirror has not taken up.
struct BusyChange {
    static constexpr std::string_view table = "busy_change";
    WorkspaceId workspace_id;
    Entity entity = Entity::project;
    std::string busy_id;
    Instant changed_at;
    static constexpr auto fields() {
        return std::tuple{
            field("workspace_id", &BusyChange::workspace_id), field("entity", &BusyChange::entity),
            field("busy_id", &BusyChange::busy_id), field("changed_at", &BusyChange::changed_at)};
    }
    bool operator==(const BusyChange&) const = default;
};

// Thread-safe, as its database is.
class BusyChanges {
public:
    explicit BusyChanges(Database& database) : database_(database) {}
    // In the transaction that changes the record, so that neither is ever there without the other.
    Result<> note(const BusyChange& change);
    Result<> forget(const WorkspaceId& workspace, Entity entity, const std::string& busy_id);
    Result<std::vector<std::string>> page(const WorkspaceId& workspace, Entity entity,
                                          const std::string& after, int limit);
    // Any that people have made at `since` or later.
    Result<bool> has_any(const WorkspaceId& workspace, Instant since = {});

private:
    Database& database_;
};

}  // namespace busy24::store
