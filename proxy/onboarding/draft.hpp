// What a person has entered in the onboarding so far; kept with the session, and never a secret.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "proxy/erp/client.hpp"
#include "shared/api/onboarding.hpp"

namespace busy24::onboarding {

// One client that a login reaches, and who the login is there.
struct Reach {
    std::int64_t tenant_id = 0;
    std::string tenant_name;
    std::string identity_id;
    std::optional<std::int64_t> contact_id;
    std::string user_name;
    bool is_default = false;
    static constexpr auto fields() {
        return std::tuple{
            field("tenantId", &Reach::tenant_id),     field("tenantName", &Reach::tenant_name),
            field("identityId", &Reach::identity_id), field("contactId", &Reach::contact_id),
            field("userName", &Reach::user_name),     field("isDefault", &Reach::is_default)};
    }
    bool operator==(const Reach&) const = default;
};

struct Draft {
    std::string username;            // canonical
    std::vector<Reach> reaches;      // of page 1's login; disabled identities left out
    std::vector<std::string> users;  // whose Busy password it was, when that was the way in
    std::optional<std::int64_t> tenant_id;
    api::ApiUser api_user;
    std::vector<Reach> api_user_reaches;
    api::Options options;
    // The workspace and connection that came to be for this draft, in state draft until page 5.
    std::string connection_id;
    bool is_connected = false;
    static constexpr auto fields() {
        return std::tuple{field("username", &Draft::username),
                          field("reaches", &Draft::reaches),
                          field("users", &Draft::users),
                          field("tenantId", &Draft::tenant_id),
                          field("apiUser", &Draft::api_user),
                          field("apiUserReaches", &Draft::api_user_reaches),
                          field("options", &Draft::options),
                          field("connectionId", &Draft::connection_id),
                          field("isConnected", &Draft::is_connected)};
    }
    bool operator==(const Draft&) const = default;
};

// Identities without a client, or disabled, are left out; one per client, the default one first.
std::vector<Reach> reaches_of(const std::vector<erp::Identity>& identities);

// nullptr when the client is not among them. Compared by id, never by name (quirk 14).
const Reach* reach_of(const std::vector<Reach>& reaches, std::int64_t tenant_id);

// The draft as the pages see it.
api::Onboarding to_api(const Draft& draft, bool has_login);

// Forgets what hangs on the choice of page 2, but not the switches of page 4.
void forget_api_user(Draft& draft);

}  // namespace busy24::onboarding
