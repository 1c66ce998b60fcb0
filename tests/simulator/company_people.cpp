// Persons, customers and suppliers, and who works where.
#include <algorithm>

#include "tests/simulator/company_parts.hpp"
#include "tests/simulator/dice.hpp"
#include "tests/simulator/names.hpp"

namespace busy24::simulator {

namespace {

constexpr std::uint64_t people_subject = 1;
constexpr std::uint64_t company_subject = 2;
constexpr std::uint64_t relation_subject = 3;

// A name as it stands in an e-mail address.
std::string folded(std::string text) {
    constexpr std::pair<std::string_view, std::string_view> letters[] = {
        {"ø", "o"},  {"Ø", "o"},  {"å", "a"}, {"Å", "a"},
        {"æ", "ae"}, {"Æ", "ae"}, {" ", "."}, {"&", "og"}};
    for (const auto& [from, to] : letters)
        for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return text;
}

std::string phone_number(Dice& dice, char first) {
    return std::string("+47 ") + first + std::to_string(10 + dice.roll(90)) + " " +
           std::to_string(10 + dice.roll(90)) + " " + std::to_string(100 + dice.roll(900));
}

void employ(Person& person, Dice& dice, std::size_t index) {
    person.employee_id = 100 + static_cast<std::int64_t>(index);
    person.employee_number = 1'000 + static_cast<std::int64_t>(index) * 3;
    person.position = dice.pick(names::positions);
    person.department = dice.pick(names::departments);
    if (index % 3 == 0)
        person.hour_cost_ore = 42'000 + static_cast<std::int64_t>(dice.roll(30)) * 1'000;
}

Person make_person(Dice& dice, std::size_t index, const std::string& domain) {
    const auto round = index / names::first.size();
    Person person{.id = 7'001 + static_cast<std::int64_t>(index)};
    person.first_name = names::first[index % names::first.size()];
    person.last_name = names::last[(index + round * 7) % names::last.size()];
    // The same mark on both sides of a double name, and a person of one name.
    if (index % 17 == 15) person.first_name += "-Marie";
    if (index % 29 == 21) person.last_name += " Åsmundsdóttir";
    person.is_employee = index % 10 != 9;
    const auto account =
        folded(person.first_name + " " + person.last_name) + (round ? std::to_string(round) : "");
    person.email = account + "@" + (person.is_employee ? domain : "postboks.example");
    if (index % 13 == 12) person.email.clear();
    if (index % 6 == 3) person.private_email = account + "@hjemme.example";
    if (index % 4 != 3) person.mobile = phone_number(dice, index % 2 ? '4' : '9');
    if (person.is_employee) employ(person, dice, index);
    person.is_private = !person.is_employee && index % 4 == 1;
    if (index % 5) person.post = invented_address(index);
    if (index % 3)
        person.born_at = newest_ms - static_cast<std::int64_t>(8'000 + dice.roll(14'000)) * day_ms;
    person.gender = index % 3 == 0 ? "Unknown" : index % 2 ? "Male" : "Female";
    person.changed_at = dice.past();
    person.registered_at = person.changed_at - 30 * day_ms;
    if (index % 4 == 0) person.categories = {1 + static_cast<int>(index % 3)};
    return person;
}

void make_consumer(Company& company, Dice& dice) {
    company.type = "Consumer";
    company.first_name = dice.pick(names::first);
    company.name = dice.pick(names::last);
    company.organisation_number.clear();
    company.email = folded(company.first_name + " " + company.name) + "@hjemme.example";
}

// Shapes that a client must cope with, at fixed places so that tests can rely on them.
void make_odd(Company& company, std::size_t index, const std::vector<Company>& earlier) {
    if (index == 4 && earlier.size() > 1) company.name = earlier[1].name;  // same name, other id
    if (index == 6 && earlier.size() > 2) {
        company.name = earlier[2].name;
        for (auto& c : company.name)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    }
    if (index == 9) company.name = "Smør & Brød \"Kjøkkenet\" <ute> AS";
    if (index == 14) company.organisation_number.clear();
    if (index == 15 && earlier.size() > 10)
        company.organisation_number = earlier[10].organisation_number;
    // As people type it, with spaces.
    if (index == 16 && company.organisation_number.size() == 9)
        company.organisation_number = company.organisation_number.substr(0, 3) + " " +
                                      company.organisation_number.substr(3, 3) + " " +
                                      company.organisation_number.substr(6);
    if (index == 18) {
        company.name.clear();
        while (company.name.size() < 180) company.name += "Ærlig Økonomisk Ågotnes ";
        company.name += "AS";
    }
}

Company make_company(Dice& dice, std::size_t index, const Recipe& recipe,
                     const std::vector<Company>& earlier) {
    Company company{.id = 10'000 + static_cast<std::int64_t>(index)};
    const auto kind = dice.pick(names::company_kind);
    company.name = dice.pick(names::company_start) + " " + kind +
                   std::string(names::company_end[index % names::company_end.size()]);
    company.organisation_number =
        invented_organisation_number(recipe.seed, recipe.tenant, index + 1);
    company.email = "post@" + folded(company.name.substr(0, company.name.find(' '))) + ".example";
    if (index % 12 == 5) company.type = "Supplier";
    if (index % 30 == 22) company.type = "Lead";
    if (index % 12 == 8) make_consumer(company, dice);
    make_odd(company, index, earlier);
    if (index % 5 != 4)
        company.invoice_email = "faktura+" + std::to_string(company.id) + "@granskog.example";
    if (index % 4) company.phone = phone_number(dice, '2');
    if (index % 7) company.post = invented_address(index + 3);
    if (index % 9 == 2) company.external_id = "KUNDE-" + std::to_string(7'000 + index);
    if (index % 8 == 3) company.note = "Ring før befaring.\nNøkkel hos vaktmester & naboen.";
    company.payment_days = index % 6 == 1 ? 30 : index % 6 == 2 ? 14 : 0;
    if (index % 3 == 0) company.categories = {1, static_cast<int>(2 + index % 2)};
    company.is_deleted = index % 20 == 11;
    company.changed_at = dice.past();
    company.registered_at = company.changed_at - 90 * day_ms;
    return company;
}

}  // namespace

std::string invented_organisation_number(std::uint64_t seed, std::int64_t tenant,
                                         std::uint64_t index) {
    Dice dice(seed, tenant, 1'000 + index);
    // Real ones begin with 8 or 9; the index keeps them apart within the first hundred thousand.
    while (true) {
        auto digits = std::to_string(3 + dice.roll(4)) + std::to_string(10 + dice.roll(90)) +
                      std::to_string(100'000 + index % 100'000).substr(1);
        int sum = 0;
        for (std::size_t i = 0; i < 8; ++i) sum += (digits[i] - '0') * ("32765432"[i] - '0');
        const int check = (11 - sum % 11) % 11;
        if (check < 10) return digits + static_cast<char>('0' + check);
    }
}

PostalAddress invented_address(std::uint64_t turn) {
    const auto& place = names::places[turn % names::places.size()];
    const auto street = std::string(names::streets[turn * 7 % names::streets.size()]);
    return {street + " " + std::to_string(1 + turn * 13 % 90), std::string(place.code),
            std::string(place.area)};
}

std::vector<Person> make_persons(const Recipe& recipe, std::size_t count) {
    Dice dice(recipe.seed, recipe.tenant, people_subject);
    std::vector<Person> persons;
    persons.reserve(count);
    for (std::size_t i = 0; i < count; ++i) persons.push_back(make_person(dice, i, recipe.domain));
    return persons;
}

std::vector<Company> make_companies(const Recipe& recipe, std::size_t count) {
    Dice dice(recipe.seed, recipe.tenant, company_subject);
    std::vector<Company> companies;
    companies.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        companies.push_back(make_company(dice, i, recipe, companies));
    return companies;
}

std::vector<Relation> make_relations(const Recipe& recipe, std::vector<Person>& persons,
                                     const std::vector<Company>& companies) {
    Dice dice(recipe.seed, recipe.tenant, relation_subject);
    std::vector<Relation> relations;
    std::size_t at = 0;
    for (auto& person : persons) {
        if (person.is_employee || companies.empty()) continue;
        at = (at + 1 + dice.roll(5)) % companies.size();
        const auto& company = companies[at];
        if (company.type == "Consumer") person.customer_id = company.id;
        relations.push_back({.person_id = person.id,
                             .company_id = company.id,
                             .title = dice.pick(names::titles),
                             .email = person.email,
                             .phone = company.phone,
                             .mobile = person.mobile,
                             .changed_at = person.changed_at});
    }
    return relations;
}

}  // namespace busy24::simulator
