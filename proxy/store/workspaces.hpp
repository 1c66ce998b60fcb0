// Workspaces: a company's account here, one per connected client of 24SevenOffice.
#pragma once

#include <optional>

#include "proxy/store/table.hpp"
#include "shared/ids.hpp"

namespace busy24::store {

struct Workspace {
    static constexpr std::string_view table = "workspace";
    WorkspaceId id;
    std::string name;
    std::int64_t tenant_id = 0;
    bool is_connected = false;  // false while it is the draft of somebody's onboarding; who
                                // disconnects keeps the workspace, and the client
    Instant created_at;
    static constexpr auto fields() {
        return std::tuple{field("id", &Workspace::id), field("name", &Workspace::name),
                          field("tenant_id", &Workspace::tenant_id),
                          field("is_connected", &Workspace::is_connected),
                          field("created_at", &Workspace::created_at)};
    }
    bool operator==(const Workspace&) const = default;
};

// Thread-safe, as its database is.
class Workspaces {
public:
    explicit Workspaces(Database& database) : database_(database) {}
    // Errors: conflict when the tenant has a connected workspace already.
    Result<> save(const Workspace& workspace);
    Result<Workspace> get(const WorkspaceId& id);
    Result<std::optional<Workspace>> connected_to(std::int64_t tenant_id);
    // Takes everything that belongs to it along.
    Result<> remove(const WorkspaceId& id);
    // Drafts older than `before` that no onboarding session can come back to.
    Result<> remove_drafts(Instant before);

private:
    Database& database_;
};

}  // namespace busy24::store
