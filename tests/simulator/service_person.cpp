// PersonService: contacts, of whom some are employees (contract 6).
#include <algorithm>

#include "tests/simulator/world.hpp"

namespace busy24::simulator {

namespace {

Value person_value(const Person& person) {
    Value emails;
    if (!person.email.empty())
        emails = list_of({Value{{"Type", "Primary"}, {"Value", person.email}}});
    return {{"Country", "NO"},
            {"DateRegistered", date_value(person.registered_at)},
            {"DateChanged", date_value(person.changed_at, static_cast<std::uint64_t>(person.id))},
            {"EmailAddresses", emails},
            {"EmployeeNumber", person.employee_id ? Value(person.employee_id) : Value()},
            {"FirstName", person.first_name},
            {"Id", person.id},
            {"LastName", person.last_name},
            {"EmployeeId", person.employee_id ? Value(person.employee_id) : Value()}};
}

bool matches(const Person& person, const Element* search) {
    if (!search) return true;
    const auto is_employee = search->text_of("IsEmployee");
    if (is_employee == "True" && !person.is_employee) return false;
    if (is_employee == "False" && person.is_employee) return false;
    // The sentinels of this search are 0 (contract 6).
    if (const auto id = number_of(search, "Id"); id && person.id != id) return false;
    if (const auto id = number_of(search, "EmployeeId"); id && person.employee_id != id)
        return false;
    if (const auto email = search->text_of("Email"); !email.empty() && person.email != email)
        return false;
    // One word only: quirk 61.
    const auto name = search->text_of("Name");
    if (!name.empty() && person.first_name.find(name) == std::string::npos &&
        person.last_name.find(name) == std::string::npos)
        return false;
    return person.changed_at >= minute_of(search, "ChangedAfter");
}

Result<Value> get_persons(Call& call) {
    const auto* search = call.in.child("personSearch");
    const auto& persons = call.tenant().persons;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < persons.size(); ++i)
        if (matches(persons[i], search)) found.push_back(i);
    const auto count = found.size();
    return Value(LazyList{count, [found = std::move(found), &persons](std::size_t index) {
                              return person_value(persons[found[index]]);
                          }});
}

Result<Value> get_person_id(Call&) { return Value(0); }

Result<Value> save_person(Call& call) {
    const auto* from = call.in.child("personItem");
    if (!from) return fault("System.ArgumentNullException: personItem");
    auto& persons = call.tenant().persons;
    const auto id = number_of(from, "Id");
    auto person = std::find_if(persons.begin(), persons.end(),
                               [&](const Person& other) { return other.id == id; });
    if (person == persons.end()) {
        Person fresh{.id = 7'001, .is_employee = false};
        for (const auto& other : persons) fresh.id = std::max(fresh.id, other.id + 1);
        person = persons.insert(persons.end(), fresh);
        person->registered_at = call.world.now_ms();
    }
    person->first_name = from->text_of("FirstName");
    person->last_name = from->text_of("LastName");
    person->changed_at = call.world.now_ms();
    return Value(person->id);
}

Result<Value> get_person_ids_by_user_name(Call& call) {
    std::vector<Value> ids;
    if (const auto* login = call.world.login(call.in.text_of("username")))
        for (const auto& identity : login->identities)
            if (identity.tenant == call.identity().tenant && identity.contact_id)
                ids.push_back(identity.contact_id);
    return list_of(std::move(ids));
}

Result<Value> empty_list(Call&) { return list_of({}); }

}  // namespace

Handlers person_handlers() {
    Handlers handlers{{"GetPersons", get_persons},
                      {"GetPersonsDetailed", get_persons},
                      {"GetPersonId", get_person_id},
                      {"SavePerson", save_person},
                      {"GetPersonIdsByUserName", get_person_ids_by_user_name}};
    for (const auto* name :
         {"GetRelations", "GetRelationsChangedAfter", "GetNotes", "GetAllNotes", "GetCategoryList",
          "GetPersonCategoryList", "GetPersonArrayCategoryList"})
        handlers.emplace(name, empty_list);
    return handlers;
}

}  // namespace busy24::simulator
