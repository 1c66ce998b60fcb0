// Persons of the workspace: the employees that 24SevenOffice knows, users or not.
#pragma once

#include <optional>

#include "proxy/workspace/rows.hpp"

namespace busy24::workspace {

// A person who is a user has the user's id: that is how the two are tied together.
struct Person {
    static constexpr std::string_view table = "person";
    std::string id;
    WorkspaceId workspace_id;
    std::optional<std::int64_t> number;  // the contact id in 24SevenOffice
    std::optional<std::int64_t> employee_id;
    std::string name;
    std::string folded_name;
    std::string email;  // canonical: see store::canonical_email()
    bool is_active = true;
    Instant changed_at;
    static constexpr auto fields() {
        return std::tuple{field("id", &Person::id),
                          field("workspace_id", &Person::workspace_id),
                          field("number", &Person::number),
                          field("employee_id", &Person::employee_id),
                          field("name", &Person::name),
                          field("folded_name", &Person::folded_name),
                          field("email", &Person::email),
                          field("is_active", &Person::is_active),
                          field("changed_at", &Person::changed_at)};
    }
    bool operator==(const Person&) const = default;
};

// A user of the workspace who is no person yet, as the person that he or she would be.
// nullopt when there is no such user.
Result<std::optional<Person>> person_from_user(const Place& place, const std::string& user_id);

// nullopt when nobody has this contact id.
Result<std::optional<Person>> person_with_number(const Place& place, std::int64_t number);

// Tells the user with the person's id which contact that is, and how that was found, unless one is
// known already.
Result<> tell_user_of_contact(const Place& place, const Person& person);

}  // namespace busy24::workspace
