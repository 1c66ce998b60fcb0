// Customers of the workspace: what projects are grouped by.
#pragma once

#include <optional>

#include "proxy/workspace/rows.hpp"

namespace busy24::workspace {

enum class CustomerKind { other, business, consumer };
constexpr auto words(CustomerKind) {
    return std::array{word(CustomerKind::other, "other"), word(CustomerKind::business, "business"),
                      word(CustomerKind::consumer, "consumer")};
}

struct Customer {
    static constexpr std::string_view table = "customer";
    std::string id;
    WorkspaceId workspace_id;
    std::optional<std::int64_t> number;  // the id in 24SevenOffice
    std::string name;
    std::string folded_name;
    std::string organisation_number;  // digits only, or as it was written when it is none
    CustomerKind kind = CustomerKind::business;
    bool is_active = true;
    Instant changed_at;
    static constexpr auto fields() {
        return std::tuple{field("id", &Customer::id),
                          field("workspace_id", &Customer::workspace_id),
                          field("number", &Customer::number),
                          field("name", &Customer::name),
                          field("folded_name", &Customer::folded_name),
                          field("organisation_number", &Customer::organisation_number),
                          field("kind", &Customer::kind),
                          field("is_active", &Customer::is_active),
                          field("changed_at", &Customer::changed_at)};
    }
    bool operator==(const Customer&) const = default;
};

// The customer's id here; nullopt when the workspace has none with that number.
Result<std::optional<std::string>> customer_with_number(const Place& place, std::int64_t number);
// Projects that have waited for this customer, whose number they know already.
Result<> give_to_projects(const Place& place, const Customer& customer);
// What the customer is called; nullopt likewise.
Result<std::optional<std::string>> customer_name(const Place& place, std::int64_t number);

}  // namespace busy24::workspace
