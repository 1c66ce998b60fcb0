// The part of the table codec that does not depend on the row's type.
#include "proxy/store/table.hpp"

namespace busy24::store::table_detail {

std::string where(std::initializer_list<Equals> conditions, std::vector<Value>& bound) {
    std::string text;
    for (const auto& condition : conditions) {
        (text += text.empty() ? " WHERE " : " AND ") += condition.column;
        if (condition.value) {
            bound.push_back(condition.value);
            text += " = $" + std::to_string(bound.size());
        } else {
            text += " IS NULL";
        }
    }
    return text;
}

}  // namespace busy24::store::table_detail
