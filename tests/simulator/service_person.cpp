// PersonService: contacts, of whom some are employees, and where they work (contract 6).
#include <algorithm>

#include "tests/simulator/service_person_notes.hpp"
#include "tests/simulator/service_values.hpp"

namespace busy24::simulator {

namespace {

Value mail_list(const Person& person) {
    std::vector<Value> list;
    if (!person.email.empty()) list.push_back({{"Type", "Primary"}, {"Value", person.email}});
    if (!person.private_email.empty())
        list.push_back(
            {{"Description", "Privat"}, {"Type", "Home"}, {"Value", person.private_email}});
    return list.empty() ? Value() : list_of(std::move(list));
}

Value relation_value(const Relation& relation) {
    return {{"ContactId", relation.person_id},     {"CustomerId", relation.company_id},
            {"Email", text_value(relation.email)}, {"Mobile", text_value(relation.mobile)},
            {"Phone", text_value(relation.phone)}, {"Title", text_value(relation.title)}};
}

Value relations_that(const Tenant& tenant, const std::function<bool(const Relation&)>& is_wanted) {
    std::vector<Value> list;
    for (const auto& relation : tenant.relations)
        if (is_wanted(relation)) list.push_back(relation_value(relation));
    return list_of(std::move(list));
}

// What GetPersons leaves out; which members that are is UNCERTAIN (contract 6).
void add_details(const Person& person, Value& value) {
    const auto add = [&](const char* name, Value member) {
        value.members.emplace_back(name, std::move(member));
    };
    add("DateOfBirth", date_value(person.born_at));
    add("Gender", person.gender);
    add("WorkPosition", text_value(person.position));
    add("HourCost", money_value(person.hour_cost_ore));
    if (!person.mobile.empty())
        add("PhoneNumbers", list_of({Value{{"Type", "Mobile"}, {"Value", person.mobile}}}));
    if (!person.post.street.empty())
        add("PostAddress", Value{{"City", person.post.postal_area},
                                 {"Country", "NO"},
                                 {"PostalArea", person.post.postal_area},
                                 {"PostalCode", person.post.postal_code},
                                 {"Street", person.post.street},
                                 {"Type", "Post"}});
}

Value person_value(const Tenant& tenant, const Person& person, Detail detail, bool has_relations) {
    const auto turn = static_cast<std::uint64_t>(person.id);
    Value value{{"ConsumerPersonNo", text_value(person.consumer_number)},
                {"Country", "NO"},
                {"CustomerId", id_value(person.customer_id)},
                {"DateRegistered", date_value(person.registered_at, turn + 1)},
                {"DateChanged", date_value(person.changed_at, turn)},
                {"Department", text_value(person.department)},
                {"EmailAddresses", mail_list(person)},
                {"EmployeeNumber", id_value(person.employee_number)},
                {"FirstName", person.first_name},
                {"Id", person.id},
                {"LastName", person.last_name},
                {"IsPrivate", person.is_private},
                {"EmployeeId", id_value(person.employee_id)}};
    if (detail == Detail::detailed) add_details(person, value);
    if (has_relations)
        value.members.emplace_back("RelationData",
                                   relations_that(tenant, [&](const Relation& relation) {
                                       return relation.person_id == person.id;
                                   }));
    return value;
}

bool is_called(const Person& person, const std::string& name) {
    // One word only: two never match (quirk 61).
    return name.empty() || is_in(name, person.first_name) || is_in(name, person.last_name);
}

bool matches(const Tenant& tenant, const Person& person, const Element* search) {
    if (!search) return true;
    // The sentinels of this search are 0 (contract 6).
    const auto is = [&](const char* name, std::int64_t value) {
        const auto wanted = number_of(search, name);
        return wanted == 0 || wanted == value;
    };
    const auto employee = search->text_of("IsEmployee");
    if (employee == "True" && !person.is_employee) return false;
    if (employee == "False" && person.is_employee) return false;
    const auto email = search->text_of("Email");
    if (!email.empty() && !is_in(email, person.email) && !is_in(email, person.private_email))
        return false;
    const auto number = search->text_of("ConsumerPersonNo");
    const auto customer = number_of(search, "CustomerId");
    const bool is_at_customer =
        !customer || person.customer_id == customer ||
        std::any_of(tenant.relations.begin(), tenant.relations.end(),
                    [&](const Relation& relation) {
                        return relation.person_id == person.id && relation.company_id == customer;
                    });
    return is("Id", person.id) && is("EmployeeId", person.employee_id) && is_at_customer &&
           (number.empty() || number == person.consumer_number) &&
           is_called(person, search->text_of("Name")) &&
           has_changed_after(person.changed_at, search, "ChangedAfter");
}

Value find_persons(Call& call, Detail detail) {
    const auto* search = call.in.child("personSearch");
    const bool has_relations = search && search->text_of("GetRelationData") == "true";
    const auto& tenant = call.tenant();
    std::vector<std::int64_t> found;
    for (const auto& person : tenant.persons)
        if (matches(tenant, person, search)) found.push_back(person.id);
    const auto count = found.size();
    return LazyList{
        count, [found = std::move(found), &tenant, detail, has_relations](std::size_t index) {
            const auto* person = tenant.person(found[index]);
            return person ? person_value(tenant, *person, detail, has_relations) : Value();
        }};
}

Result<Value> get_persons(Call& call) { return find_persons(call, Detail::list); }
Result<Value> get_persons_detailed(Call& call) { return find_persons(call, Detail::detailed); }

Result<Value> get_person_id(Call& call) {
    const auto number = call.in.text_of("consumerPersonNo");
    for (const auto& person : call.tenant().persons)
        if (!number.empty() && person.consumer_number == number) return Value(person.id);
    return Value(0);
}

Result<Value> get_person_id_by_company_id(Call& call) {
    const auto company = number_of(&call.in, "companyId");
    for (const auto& person : call.tenant().persons)
        if (company && person.customer_id == company) return Value(person.id);
    return Value(0);
}

void take_over(Person& person, const Element& from) {
    const auto text = [&](const char* name, std::string& into) {
        if (from.child(name)) into = from.text_of(name);
    };
    text("FirstName", person.first_name);
    text("LastName", person.last_name);
    text("ConsumerPersonNo", person.consumer_number);
    text("WorkPosition", person.position);
    if (from.child("IsPrivate")) person.is_private = from.text_of("IsPrivate") == "true";
    if (const auto* mails = from.child("EmailAddresses"))
        for (const auto& mail : mails->children)
            (mail.text_of("Type") == "Home" ? person.private_email : person.email) =
                mail.text_of("Value");
}

Result<Value> save_person(Call& call) {
    const auto* from = call.in.child("personItem");
    if (!from) return fault("System.ArgumentNullException: personItem");
    auto& persons = call.tenant().persons;
    const auto id = number_of(from, "Id");
    auto person = std::find_if(persons.begin(), persons.end(),
                               [&](const Person& other) { return other.id == id; });
    if (id && person == persons.end()) return unknown("Person", id);
    if (person == persons.end()) {
        // Never an employee, and private until it is said otherwise (quirk 62).
        Person fresh{.id = 7'001, .is_employee = false, .is_private = true};
        for (const auto& other : persons) fresh.id = std::max(fresh.id, other.id + 1);
        fresh.registered_at = call.world.now_ms();
        person = persons.insert(persons.end(), std::move(fresh));
    }
    take_over(*person, *from);
    person->changed_at = call.world.now_ms();
    return Value(person->id);
}

Result<Value> get_person_ids_by_user_name(Call& call) {
    std::vector<std::int64_t> ids;
    if (const auto* login = call.world.login(call.in.text_of("username")))
        for (const auto& identity : login->identities)
            if (identity.tenant == call.identity().tenant && identity.contact_id)
                ids.push_back(identity.contact_id);
    return number_list(ids);
}

Result<Value> get_relations(Call& call) {
    const auto person = number_of(&call.in, "personId");
    return relations_that(call.tenant(),
                          [&](const Relation& relation) { return relation.person_id == person; });
}

Result<Value> get_relations_changed_after(Call& call) {
    return relations_that(call.tenant(), [&](const Relation& relation) {
        return has_changed_after(relation.changed_at, &call.in, "changedAfter");
    });
}

Result<Value> make_relation(Call& call) {
    const auto* from = call.in.child("relation");
    auto& tenant = call.tenant();
    const auto person = number_of(from, "ContactId");
    const auto company = number_of(from, "CustomerId");
    if (!from || !tenant.person(person) || !tenant.company(company)) return Value(false);
    tenant.relations.push_back({.person_id = person,
                                .company_id = company,
                                .title = from->text_of("Title"),
                                .email = from->text_of("Email"),
                                .phone = from->text_of("Phone"),
                                .mobile = from->text_of("Mobile"),
                                .changed_at = call.world.now_ms()});
    return Value(true);
}

Result<Value> delete_relation(Call& call) {
    const auto person = number_of(&call.in, "personId");
    const auto company = number_of(&call.in, "companyId");
    std::erase_if(call.tenant().relations, [&](const Relation& relation) {
        return relation.person_id == person && relation.company_id == company;
    });
    return Value();
}

}  // namespace

Handlers person_handlers() {
    auto handlers = person_note_handlers();
    handlers.merge(Handlers{{"GetPersons", get_persons},
                            {"GetPersonsDetailed", get_persons_detailed},
                            {"GetPersonId", get_person_id},
                            {"GetPersonIdByCompanyId", get_person_id_by_company_id},
                            {"GetPersonIdsByUserName", get_person_ids_by_user_name},
                            {"SavePerson", save_person},
                            {"GetRelations", get_relations},
                            {"GetRelationsChangedAfter", get_relations_changed_after},
                            {"MakeRelation", make_relation},
                            {"DeleteRelation", delete_relation}});
    return handlers;
}

}  // namespace busy24::simulator
