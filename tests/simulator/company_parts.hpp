// The makers of the parts of a company's books, one per subject.
#pragma once

#include "tests/simulator/company_data.hpp"

namespace busy24::simulator {

struct Recipe {
    std::uint64_t seed;
    std::int64_t tenant;
    std::string domain;
};

// Nine digits with weights 3 2 7 6 5 4 3 2, modulo 11, in a series that no real company has.
std::string invented_organisation_number(std::uint64_t seed, std::int64_t tenant,
                                         std::uint64_t index);
PostalAddress invented_address(std::uint64_t turn);

std::vector<Person> make_persons(const Recipe& recipe, std::size_t count);
std::vector<Company> make_companies(const Recipe& recipe, std::size_t count);
// Gives some persons a place in a company, and some consumers a person.
std::vector<Relation> make_relations(const Recipe& recipe, std::vector<Person>& persons,
                                     const std::vector<Company>& companies);
std::vector<WorkType> make_work_types(const Recipe& recipe, std::size_t count);
// These read what the tenant has already: persons, companies and work types; then projects.
std::vector<Project> make_projects(const Recipe& recipe, std::size_t count, const Tenant& tenant);
std::vector<Task> make_tasks(const Recipe& recipe, const Tenant& tenant);
std::vector<Hour> make_hours(const Recipe& recipe, const Tenant& tenant);
std::vector<Cost> make_costs(const Recipe& recipe, const Tenant& tenant);

std::vector<Login> make_logins();

}  // namespace busy24::simulator
