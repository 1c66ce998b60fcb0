// How a connection is doing, as of its last trial or run, and who is told when that changes.
#pragma once

#include <optional>

#include "proxy/store/table.hpp"
#include "shared/api/connection.hpp"
#include "shared/ids.hpp"

namespace busy24::store {

struct ConnectionHealth {
    static constexpr std::string_view table = "connection_health";
    ConnectionId connection_id;
    Instant checked_at;         // 0 before the first trial
    std::string checks = "[]";  // JSON of api::RightCheck
    api::Trouble trouble = api::Trouble::none;
    Instant broken_since;
    static constexpr auto fields() {
        return std::tuple{field("connection_id", &ConnectionHealth::connection_id),
                          field("checked_at", &ConnectionHealth::checked_at),
                          field("checks", &ConnectionHealth::checks),
                          field("trouble", &ConnectionHealth::trouble),
                          field("broken_since", &ConnectionHealth::broken_since)};
    }
    bool operator==(const ConnectionHealth&) const = default;
};

// As people see it.
api::ConnectionHealth health_report(const ConnectionHealth& health);

struct ConnectionRecipients {
    static constexpr std::string_view table = "connection_recipients";
    WorkspaceId workspace_id;
    bool is_all_administrators = true;
    std::string emails = "[]";  // JSON
    static constexpr auto fields() {
        return std::tuple{
            field("workspace_id", &ConnectionRecipients::workspace_id),
            field("is_all_administrators", &ConnectionRecipients::is_all_administrators),
            field("emails", &ConnectionRecipients::emails)};
    }
    bool operator==(const ConnectionRecipients&) const = default;
};

// Thread-safe, as its database is.
class ConnectionHealths {
public:
    explicit ConnectionHealths(Database& database) : database_(database) {}
    // The one of a connection that has none yet is as a new one; so are the recipients.
    Result<ConnectionHealth> get(const ConnectionId& connection);
    Result<> save(const ConnectionHealth& health);
    Result<> remove(const ConnectionId& connection);
    Result<ConnectionRecipients> recipients(const WorkspaceId& workspace);
    Result<> save(const ConnectionRecipients& recipients);
    // Whether records of a kind are linked, so that its list cannot be empty.
    Result<bool> has_links(const ConnectionId& connection, Entity entity);

private:
    Database& database_;
};

}  // namespace busy24::store
