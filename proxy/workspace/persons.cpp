// Looks persons up, and ties them to users.
#include "proxy/workspace/persons.hpp"

#include "proxy/store/users.hpp"

namespace busy24::workspace {

Result<std::optional<Person>> person_from_user(const Place& place, const std::string& user_id) {
    const auto users = TRY(store::select_all<store::User>(
        place.database,
        {store::equals("id", user_id), store::equals("workspace_id", place.workspace)}));
    if (users.empty()) return std::optional<Person>();
    const auto& user = users.front();
    return std::optional<Person>(Person{.id = user.id.text,
                                        .workspace_id = user.workspace_id,
                                        .number = user.contact_id,
                                        .name = user.name,
                                        .email = user.email,
                                        .is_active = user.is_active});
}

Result<std::optional<std::string>> person_with_number(const Place& place, std::int64_t number) {
    const std::array<store::Value, 2> values{place.workspace.text, store::to_value(number)};
    const auto rows = TRY(place.database.query(
        "SELECT id FROM person WHERE workspace_id = $1 AND number = $2", values));
    if (rows.empty()) return std::optional<std::string>();
    return std::optional<std::string>(rows[0][0].value_or(""));
}

Result<> tell_user_of_contact(const Place& place, const Person& person) {
    const std::array<store::Value, 3> values{store::to_value(person.number), person.id,
                                             place.workspace.text};
    TRY(
        place.database.query("UPDATE app_user SET contact_id = $1 "
                             "WHERE id = $2 AND workspace_id = $3 AND contact_id IS NULL",
                             values));
    return {};
}

}  // namespace busy24::workspace
