// Connections: which client a workspace mirrors, as whom, and what of it.
#pragma once

#include <optional>

#include "proxy/store/table.hpp"
#include "shared/api/onboarding.hpp"
#include "shared/ids.hpp"

namespace busy24::store {

enum class ConnectionState {
    draft,  // of somebody's onboarding
    connected,
    disconnected,  // by an administrator; its links and its history wait for the next time
};
constexpr auto words(ConnectionState) {
    return std::array{word(ConnectionState::draft, "draft"),
                      word(ConnectionState::connected, "connected"),
                      word(ConnectionState::disconnected, "disconnected")};
}

struct Connection {
    static constexpr std::string_view table = "connection";
    ConnectionId id;
    WorkspaceId workspace_id;
    std::int64_t tenant_id = 0;
    std::string tenant_name;
    std::string identity_id;
    ConnectionState state = ConnectionState::draft;
    api::ApiUserMode api_user_mode = api::ApiUserMode::undecided;
    std::string api_user_name;
    bool has_projects = true;
    bool has_work_types = true;
    bool has_customers = true;
    bool has_sso = false;
    Instant created_at;
    std::optional<Instant> connected_at;
    std::optional<Instant> last_contact_at;
    std::optional<Instant> disconnected_at;
    static constexpr auto fields() {
        return std::tuple{field("id", &Connection::id),
                          field("workspace_id", &Connection::workspace_id),
                          field("tenant_id", &Connection::tenant_id),
                          field("tenant_name", &Connection::tenant_name),
                          field("identity_id", &Connection::identity_id),
                          field("state", &Connection::state),
                          field("api_user_mode", &Connection::api_user_mode),
                          field("api_user_name", &Connection::api_user_name),
                          field("has_projects", &Connection::has_projects),
                          field("has_work_types", &Connection::has_work_types),
                          field("has_customers", &Connection::has_customers),
                          field("has_sso", &Connection::has_sso),
                          field("created_at", &Connection::created_at),
                          field("connected_at", &Connection::connected_at),
                          field("last_contact_at", &Connection::last_contact_at),
                          field("disconnected_at", &Connection::disconnected_at)};
    }
    bool operator==(const Connection&) const = default;

    // Whether a 24SevenOffice account opens the workspace to everybody who is a user there.
    bool offers_sso() const { return has_sso && state == ConnectionState::connected; }
};

// Thread-safe, as its database is.
class Connections {
public:
    explicit Connections(Database& database) : database_(database) {}
    Result<> save(const Connection& connection);
    Result<Connection> get(const ConnectionId& id);
    // The one connection of a workspace. Errors: not_found.
    Result<Connection> of(const WorkspaceId& workspace);
    // 24SevenOffice answered just now.
    Result<> touch(const ConnectionId& id, Instant now);

private:
    Database& database_;
};

}  // namespace busy24::store
