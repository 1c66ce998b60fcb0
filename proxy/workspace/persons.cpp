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

Result<std::optional<Person>> person_with_number(const Place& place, std::int64_t number) {
    auto persons = TRY(store::select_all<Person>(
        place.database,
        {store::equals("workspace_id", place.workspace), store::equals("number", number)}));
    if (persons.empty()) return std::optional<Person>();
    return std::optional(std::move(persons.front()));
}

// Persons whom nothing but the name tells are asked about, and then matched by hand.
Result<> tell_user_of_contact(const Place& place, const Person& person) {
    const std::array<store::Value, 4> values{store::to_value(person.number), person.email,
                                             person.id, place.workspace.text};
    TRY(
        place.database.query("UPDATE app_user SET contact_id = $1, "
                             "matched_by = CASE WHEN email = $2 THEN 'email' ELSE 'hand' END "
                             "WHERE id = $3 AND workspace_id = $4 AND contact_id IS NULL",
                             values));
    return {};
}

}  // namespace busy24::workspace
