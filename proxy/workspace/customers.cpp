// Looks customers up.
#include "proxy/workspace/customers.hpp"

namespace busy24::workspace {

namespace {

Result<std::optional<std::string>> text_of(const Place& place, std::string_view column,
                                           std::int64_t number) {
    const std::array<store::Value, 2> values{place.workspace.text, store::to_value(number)};
    const auto rows = TRY(place.database.query(
        "SELECT " + std::string(column) + " FROM customer WHERE workspace_id = $1 AND number = $2",
        values));
    if (rows.empty()) return std::optional<std::string>();
    return std::optional<std::string>(rows[0][0].value_or(""));
}

}  // namespace

Result<std::optional<std::string>> customer_with_number(const Place& place, std::int64_t number) {
    return text_of(place, "id", number);
}

Result<std::optional<std::string>> customer_name(const Place& place, std::int64_t number) {
    return text_of(place, "name", number);
}

Result<> give_to_projects(const Place& place, const Customer& customer) {
    const std::array<store::Value, 3> values{customer.id, place.workspace.text,
                                             store::to_value(customer.number)};
    TRY(
        place.database.query("UPDATE project SET customer_id = $1 WHERE workspace_id = $2 "
                             "AND customer_number = $3 AND customer_id IS NULL",
                             values));
    return {};
}

}  // namespace busy24::workspace
