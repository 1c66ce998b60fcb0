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
enum class Attention { login_refused, no_api_user, person_as_api_user, run_failed, records_failed };
constexpr auto words(Attention) {
    return std::array{word(Attention::login_refused, "login_refused"),
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

struct Connection {
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
    static constexpr auto fields() {
        return std::tuple{field("tenantName", &Connection::tenant_name),
                          field("tenantId", &Connection::tenant_id),
                          field("connectedAtMs", &Connection::connected_at_ms),
                          field("lastContactAtMs", &Connection::last_contact_at_ms),
                          field("apiUserMode", &Connection::api_user_mode),
                          field("apiUserName", &Connection::api_user_name),
                          field("options", &Connection::options),
                          field("attention", &Connection::attention),
                          field("counts", &Connection::counts),
                          field("users", &Connection::users),
                          field("lastRun", &Connection::last_run)};
    }
    bool operator==(const Connection&) const = default;
};

struct GetConnection {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/connection", Access::administrator};
    using Reply = Connection;
    static constexpr auto fields() { return std::tuple{}; }
};

}  // namespace busy24::api
