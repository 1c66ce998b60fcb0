// First-time setups: the role table, the runs and what each of them changed. The runs are their
// worker's queue.
#pragma once

#include <optional>

#include "proxy/store/table.hpp"
#include "shared/api/first_setup.hpp"
#include "shared/ids.hpp"

namespace busy24::store {

struct SetupRole {
    static constexpr std::string_view table = "setup_role";
    // The key of all roles that have no row.
    static constexpr std::string_view others = "*";
    WorkspaceId workspace_id;
    std::string role_key;
    api::ProjectRole role = api::ProjectRole::participant;
    static constexpr auto fields() {
        return std::tuple{field("workspace_id", &SetupRole::workspace_id),
                          field("role_key", &SetupRole::role_key), field("role", &SetupRole::role)};
    }
    bool operator==(const SetupRole&) const = default;
};

struct SetupRun {
    static constexpr std::string_view table = "setup_run";
    std::string id;
    WorkspaceId workspace_id;
    api::SetupState state = api::SetupState::applying;
    std::string started_by;  // a name
    Instant started_at;
    std::int64_t total = 0;
    std::int64_t done = 0;  // also the position of the next change
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t removed = 0;
    std::int64_t restored = 0;
    std::int64_t left_alone = 0;
    static constexpr auto fields() {
        return std::tuple{field("id", &SetupRun::id),
                          field("workspace_id", &SetupRun::workspace_id),
                          field("state", &SetupRun::state),
                          field("started_by", &SetupRun::started_by),
                          field("started_at", &SetupRun::started_at),
                          field("total", &SetupRun::total),
                          field("done", &SetupRun::done),
                          field("added", &SetupRun::added),
                          field("changed", &SetupRun::changed),
                          field("removed", &SetupRun::removed),
                          field("restored", &SetupRun::restored),
                          field("left_alone", &SetupRun::left_alone)};
    }
    bool operator==(const SetupRun&) const = default;
};

struct SetupChange {
    static constexpr std::string_view table = "setup_change";
    std::string setup_id;
    std::int64_t position = 0;  // from 0
    std::string project_id;
    std::string member_id;
    std::optional<std::string> before_role;  // a word of api::ProjectRole; nullopt: nothing
    std::string before_setup;
    api::ProjectRole after_role = api::ProjectRole::none;
    static constexpr auto fields() {
        return std::tuple{field("setup_id", &SetupChange::setup_id),
                          field("position", &SetupChange::position),
                          field("project_id", &SetupChange::project_id),
                          field("member_id", &SetupChange::member_id),
                          field("before_role", &SetupChange::before_role),
                          field("before_setup", &SetupChange::before_setup),
                          field("after_role", &SetupChange::after_role)};
    }
    bool operator==(const SetupChange&) const = default;
};

// Thread-safe, as its database is.
class Setups {
public:
    explicit Setups(Database& database) : database_(database) {}
    Result<std::vector<SetupRole>> roles(const WorkspaceId& workspace);
    // These are the table from now on. In a transaction.
    Result<> replace_roles(const WorkspaceId& workspace, const std::vector<SetupRole>& roles);

    Result<> save(const SetupRun& run);
    Result<> add(const SetupChange& change);
    // The newest first.
    Result<std::vector<SetupRun>> newest(const WorkspaceId& workspace, std::int64_t limit);
    // Errors: not_found for one of another workspace.
    Result<SetupRun> get(const WorkspaceId& workspace, const std::string& id);
    // Those that are being applied or undone, in any workspace, the oldest first.
    Result<std::vector<SetupRun>> unfinished();
    // The next changes of the run, in their order.
    Result<std::vector<SetupChange>> changes(const std::string& setup_id, std::int64_t from,
                                             std::int64_t limit);

private:
    Database& database_;
};

}  // namespace busy24::store
