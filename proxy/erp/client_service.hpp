// ClientService V001: the company that the session stands on, and its users (contract 7).
#pragma once

#include <vector>

#include "proxy/erp/operation.hpp"
#include "proxy/erp/wire_values.hpp"

namespace busy24::erp::client_service {

// Another type than Authenticate's User, though the members are the same (quirk 40).
struct User {
    static constexpr std::string_view type = "User";
    std::optional<std::int32_t> contact_id;
    std::optional<Guid> id;
    std::string name;
    std::optional<std::int32_t> employee_id;
    static constexpr auto fields() {
        return std::tuple{field("ContactId", &User::contact_id), field("Id", &User::id),
                          field("Name", &User::name), field("EmployeeId", &User::employee_id)};
    }
    bool operator==(const User&) const = default;
};

// UserId is not described: whether it is the Client.Id of an identity is UNCERTAIN, so nothing may
// rest on it.
struct Client {
    static constexpr std::string_view type = "Client";
    std::string country;
    std::string name;
    std::string organization_number;
    std::string default_currency;
    static constexpr auto fields() {
        return std::tuple{field("Country", &Client::country), field("Name", &Client::name),
                          field("OrganizationNumber", &Client::organization_number),
                          field("DefaultCurrency", &Client::default_currency)};
    }
    bool operator==(const Client&) const = default;
};

struct GetUsers {
    static constexpr Wire wire{"GetUsers", Service::client, Effect::read};
    using Reply = std::vector<User>;
    static constexpr auto fields() { return std::tuple{}; }
};

// May be empty right after a change of identity: read_client_information tries again (quirk 16).
struct GetClientInformation {
    static constexpr Wire wire{"GetClientInformation", Service::client, Effect::read};
    using Reply = std::optional<Client>;
    static constexpr auto fields() { return std::tuple{}; }
};

}  // namespace busy24::erp::client_service
