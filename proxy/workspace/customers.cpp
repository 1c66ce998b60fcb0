// Looks customers up.
#include "proxy/workspace/customers.hpp"

namespace busy24::workspace {

Result<std::optional<std::string>> customer_with_number(const Place& place, std::int64_t number) {
    const std::array<store::Value, 2> values{place.workspace.text, store::to_value(number)};
    const auto rows = TRY(place.database.query(
        "SELECT id FROM customer WHERE workspace_id = $1 AND number = $2", values));
    if (rows.empty()) return std::optional<std::string>();
    return std::optional<std::string>(rows[0][0].value_or(""));
}

}  // namespace busy24::workspace
