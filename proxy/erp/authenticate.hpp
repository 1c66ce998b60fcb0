// Authenticate V001: logging in, and which clients a login reaches (contract 2).
#pragma once

#include <vector>

#include "proxy/erp/operation.hpp"
#include "proxy/erp/wire_values.hpp"

namespace busy24::erp::authenticate {

struct User {
    static constexpr std::string_view type = "User";
    std::optional<std::int32_t> contact_id;  // the person's id in that client
    std::optional<Guid> id;
    std::string name;
    std::optional<std::int32_t> employee_id;
    static constexpr auto fields() {
        return std::tuple{field("ContactId", &User::contact_id), field("Id", &User::id),
                          field("Name", &User::name), field("EmployeeId", &User::employee_id)};
    }
    bool operator==(const User&) const = default;
};

// A company in the ERP. The id is 64 bits wide and the only thing to compare (quirk 14).
struct Client {
    static constexpr std::string_view type = "Client";
    std::int64_t id = 0;
    std::string name;
    static constexpr auto fields() {
        return std::tuple{field("Id", &Client::id), field("Name", &Client::name)};
    }
    bool operator==(const Client&) const = default;
};

// One person in one client. Servers is internal and IsProtected a deprecated flag: both left out.
struct Identity {
    static constexpr std::string_view type = "Identity";
    Guid id;
    std::optional<User> user;
    std::optional<Client> client;
    bool is_current = false;
    bool is_default = false;
    bool is_disabled = false;
    static constexpr auto fields() {
        return std::tuple{field("Id", &Identity::id),
                          field("User", &Identity::user),
                          field("Client", &Identity::client),
                          field("IsCurrent", &Identity::is_current),
                          field("IsDefault", &Identity::is_default),
                          field("IsDisabled", &Identity::is_disabled)};
    }
    bool operator==(const Identity&) const = default;
};

// Password stands before Username in the schema, and is sent plain over TLS (quirk 2).
struct Credential {
    static constexpr std::string_view type = "Credential";
    Guid application_id;
    std::optional<Guid> identity_id;
    Secret password;
    std::string username;
    static constexpr auto fields() {
        return std::tuple{field("ApplicationId", &Credential::application_id),
                          field("IdentityId", &Credential::identity_id),
                          field("Password", &Credential::password),
                          field("Username", &Credential::username)};
    }
};

// An empty result means wrong e-mail or password; it is not a fault (quirk 1). A login leaves
// nothing behind but a session, so a lost answer is simply tried again.
struct Login {
    static constexpr Wire wire{"Login", Service::authenticate, Effect::idempotent_write};
    using Reply = Secret;
    Credential credential;
    static constexpr auto fields() { return std::tuple{field("credential", &Login::credential)}; }
};

struct HasSession {
    static constexpr Wire wire{"HasSession", Service::authenticate, Effect::read};
    using Reply = bool;
    static constexpr auto fields() { return std::tuple{}; }
};

struct GetIdentity {
    static constexpr Wire wire{"GetIdentity", Service::authenticate, Effect::read};
    using Reply = std::optional<Identity>;
    static constexpr auto fields() { return std::tuple{}; }
};

struct GetIdentities {
    static constexpr Wire wire{"GetIdentities", Service::authenticate, Effect::read};
    using Reply = std::vector<Identity>;
    static constexpr auto fields() { return std::tuple{}; }
};

// Works without a session: the way out when the default identity is blocked (quirk 10).
struct GetIdentitiesWithCredential {
    static constexpr Wire wire{"GetIdentitiesWithCredential", Service::authenticate, Effect::read};
    using Reply = std::vector<Identity>;
    Credential credential;
    static constexpr auto fields() {
        return std::tuple{field("credential", &GetIdentitiesWithCredential::credential)};
    }
};

// Answers false instead of a fault when it did not work (quirk 13).
struct SetIdentityById {
    static constexpr Wire wire{"SetIdentityById", Service::authenticate, Effect::idempotent_write};
    using Reply = bool;
    Guid identity_id;
    static constexpr auto fields() {
        return std::tuple{field("identityId", &SetIdentityById::identity_id)};
    }
};

}  // namespace busy24::erp::authenticate
