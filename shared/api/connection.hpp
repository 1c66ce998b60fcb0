// The state of the workspace's connection: what the settings page and the last page of the
// onboarding show.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/api/onboarding.hpp"
#include "shared/api/runs.hpp"

namespace busy24::api {

// What needs a person, most urgent first.
enum class Attention {
    login_refused,
    tenant_not_reached,
    right_lost,
    no_api_user,
    person_as_api_user,
    run_failed,
    records_failed,
};
constexpr auto words(Attention) {
    return std::array{word(Attention::login_refused, "login_refused"),
                      word(Attention::tenant_not_reached, "tenant_not_reached"),
                      word(Attention::right_lost, "right_lost"),
                      word(Attention::no_api_user, "no_api_user"),
                      word(Attention::person_as_api_user, "person_as_api_user"),
                      word(Attention::run_failed, "run_failed"),
                      word(Attention::records_failed, "records_failed")};
}

// How many records of a kind the workspace holds now.
struct EntityCount {
    Entity entity = Entity::customer;
    std::int64_t active = 0;
    std::int64_t archived = 0;
    static constexpr auto fields() {
        return std::tuple{field("entity", &EntityCount::entity),
                          field("active", &EntityCount::active),
                          field("archived", &EntityCount::archived)};
    }
    bool operator==(const EntityCount&) const = default;
};

// Why the connection does not work. That 24SevenOffice is down or refuses all calls for a while is
// nobody's fault here, and no trouble.
enum class Trouble {
    none,
    login_refused,       // another password, or a user that is gone
    tenant_not_reached,  // the API user has no access to the client any more, or is blocked there
    right_lost,          // it may not read something that is mirrored
};
constexpr auto words(Trouble) {
    return std::array{word(Trouble::none, "none"), word(Trouble::login_refused, "login_refused"),
                      word(Trouble::tenant_not_reached, "tenant_not_reached"),
                      word(Trouble::right_lost, "right_lost")};
}

// What the last trial of the API user has shown: one every night, and whenever somebody wants one.
struct ConnectionHealth {
    std::int64_t checked_at_ms = 0;  // 0: never
    std::vector<RightCheck> checks;
    Trouble trouble = Trouble::none;
    std::int64_t broken_since_ms = 0;
    static constexpr auto fields() {
        return std::tuple{field("checkedAtMs", &ConnectionHealth::checked_at_ms),
                          field("checks", &ConnectionHealth::checks),
                          field("trouble", &ConnectionHealth::trouble),
                          field("brokenSinceMs", &ConnectionHealth::broken_since_ms)};
    }
    bool operator==(const ConnectionHealth&) const = default;
};

struct Connection {
    bool is_connected = true;
    std::int64_t disconnected_at_ms = 0;
    std::string tenant_name;
    std::int64_t tenant_id = 0;
    std::int64_t connected_at_ms = 0;
    std::optional<std::int64_t> last_contact_at_ms;
    ApiUserMode api_user_mode = ApiUserMode::own;
    std::string api_user_name;
    Options options;
    std::vector<Attention> attention;
    std::vector<EntityCount> counts;
    std::int64_t users = 0;  // of the workspace, the administrator included
    std::optional<Run> last_run;
    ConnectionHealth health;
    static constexpr auto fields() {
        return std::tuple{field("isConnected", &Connection::is_connected),
                          field("disconnectedAtMs", &Connection::disconnected_at_ms),
                          field("tenantName", &Connection::tenant_name),
                          field("tenantId", &Connection::tenant_id),
                          field("connectedAtMs", &Connection::connected_at_ms),
                          field("lastContactAtMs", &Connection::last_contact_at_ms),
                          field("apiUserMode", &Connection::api_user_mode),
                          field("apiUserName", &Connection::api_user_name),
                          field("options", &Connection::options),
                          field("attention", &Connection::attention),
                          field("counts", &Connection::counts),
                          field("users", &Connection::users),
                          field("lastRun", &Connection::last_run),
                          field("health", &Connection::health)};
    }
    bool operator==(const Connection&) const = default;
};

struct GetConnection {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/connection", Access::administrator};
    using Reply = Connection;
    static constexpr auto fields() { return std::tuple{}; }
};

// What everybody who is signed in is told on every page.
struct GetConnectionNotice {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/connection/notice", Access::signed_in};
    struct Reply {
        Trouble trouble = Trouble::none;
        std::int64_t broken_since_ms = 0;
        std::string account;             // the one that does not work; for administrators
        bool lacks_api_user = false;     // since «Gjør dette senere»; for administrators
        std::string administrator_name;  // whom to tell
        static constexpr auto fields() {
            return std::tuple{
                field("trouble", &Reply::trouble), field("brokenSinceMs", &Reply::broken_since_ms),
                field("account", &Reply::account), field("lacksApiUser", &Reply::lacks_api_user),
                field("administratorName", &Reply::administrator_name)};
        }
        bool operator==(const Reply&) const = default;
    };
    static constexpr auto fields() { return std::tuple{}; }
};

}  // namespace busy24::api
