// Persons: the employees of 24SevenOffice, matched to the workspace's users.
#include "proxy/erp/person_service.hpp"
#include "proxy/store/users.hpp"
#include "proxy/sync/content.hpp"
#include "proxy/workspace/persons.hpp"

namespace busy24::sync {

namespace {

namespace person_service = erp::person_service;
using domain::add_key;
using domain::MatchReason;
using person_service::EmailAddressType;

struct PersonContent {
    using Row = workspace::Person;
    static constexpr Entity entity = Entity::person;
    // Users are persons that could be, with the contact id they logged in with as their number.
    static constexpr std::string_view unlinked_source =
        "(SELECT id, workspace_id FROM person UNION SELECT id, workspace_id FROM app_user)";
    std::string name;
    std::string email;
    std::optional<std::int64_t> employee_id;
    bool active = true;
    static constexpr auto fields() {
        return std::tuple{field("name", &PersonContent::name),
                          field("email", &PersonContent::email),
                          field("employee_id", &PersonContent::employee_id),
                          field("active", &PersonContent::active)};
    }

    static PersonContent of(const Row& row) {
        return {row.name, row.email, row.employee_id, row.is_active};
    }
    static Result<std::optional<Row>> row_from_elsewhere(const workspace::Place& place,
                                                         const std::string& id) {
        return workspace::person_from_user(place, id);
    }
    static Result<> after_write(const workspace::Place& place, const Row& row) {
        return workspace::tell_user_of_contact(place, row);
    }
    Result<> put_into(Row& row, const workspace::Place&) const {
        row.email = email;
        row.employee_id = employee_id;
        return {};
    }
    std::vector<domain::MatchKey> match_keys(const std::string& number) const {
        std::vector<domain::MatchKey> keys;
        add_key(keys, MatchReason::same_number, number);
        add_key(keys, MatchReason::same_email, email);
        add_key(keys, MatchReason::same_name, domain::normalised_name(name));
        return keys;
    }
    void show(std::vector<api::RecordValue>& values) const { show_value(values, "email", email); }
};

// The primary address; without one, the first that is there.
std::string email_of(const person_service::PersonItem& person) {
    std::string email;
    for (const auto& address : person.email_addresses)
        if (email.empty() || address.kind == EmailAddressType::primary)
            if (!address.value.empty()) email = address.value;
    return store::canonical_email(email);
}

std::string name_of(const person_service::PersonItem& person) {
    if (person.first_name.empty()) return person.last_name;
    if (person.last_name.empty()) return person.first_name;
    return person.first_name + " " + person.last_name;
}

// Employees only: contacts at customers are no users, and may be tens of thousands. An employee who
// has left is one no longer there, and so is archived here as one that the list lost.
Result<> list_persons(const erp::Session& session, Instant since, const RecordSink& sink) {
    person_service::GetPersons call;
    call.search.changed_after = since;
    call.search.is_employee = person_service::TriState::yes;
    return session.stream(call, [&](person_service::PersonItem&& person) -> Result<> {
        PersonContent content{.name = name_of(person), .email = email_of(person)};
        if (person.employee_id) content.employee_id = *person.employee_id;
        return sink(erp_record(person.id, content));
    });
}

}  // namespace

// Whatever the switches say: users and hours need them.
EntityType person_type() {
    return entity_type_of<PersonContent>([](const Switches&) { return true; }, list_persons);
}

}  // namespace busy24::sync
