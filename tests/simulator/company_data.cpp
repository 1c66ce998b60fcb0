// Makes the companies from a seed, and finds records in them.
#include "tests/simulator/company_data.hpp"

#include <algorithm>

#include "tests/simulator/company_parts.hpp"
#include "tests/simulator/dice.hpp"

namespace busy24::simulator {

namespace {

// Ids count upwards from the first, so the place is guessed before it is searched for: with 100,000
// projects a search for each would take minutes.
template <class Records>
auto* record_of(Records& records, std::int64_t id) {
    if (!records.empty()) {
        const auto guess = static_cast<std::size_t>(id - records.front().id);
        if (id >= records.front().id && guess < records.size() && records[guess].id == id)
            return &records[guess];
    }
    const auto found = std::find_if(records.begin(), records.end(),
                                    [&](const auto& record) { return record.id == id; });
    return found == records.end() ? nullptr : &*found;
}

Tenant make_tenant(std::int64_t id, const std::string& name, const std::string& domain,
                   const DataOptions& options) {
    const Recipe recipe{options.seed, id, domain};
    Tenant tenant{.id = id, .name = name, .domain = domain};
    tenant.organisation_number = invented_organisation_number(options.seed, id, 0);
    tenant.post = invented_address(static_cast<std::uint64_t>(id));
    tenant.departments = {{1, "Drift"}, {2, "Prosjekt"}, {3, "Økonomi & lønn"}};
    tenant.persons = make_persons(recipe, options.persons);
    tenant.companies = make_companies(recipe, options.companies);
    tenant.relations = make_relations(recipe, tenant.persons, tenant.companies);
    tenant.work_types = make_work_types(recipe, options.work_types);
    tenant.projects = make_projects(recipe, options.projects, tenant);
    tenant.tasks = make_tasks(recipe, tenant);
    tenant.hours = make_hours(recipe, tenant);
    tenant.costs = make_costs(recipe, tenant);
    return tenant;
}

}  // namespace

Project* Tenant::project(std::int64_t wanted) { return record_of(projects, wanted); }
const Project* Tenant::project(std::int64_t wanted) const { return record_of(projects, wanted); }
Company* Tenant::company(std::int64_t wanted) { return record_of(companies, wanted); }
const Company* Tenant::company(std::int64_t wanted) const { return record_of(companies, wanted); }
const Person* Tenant::person(std::int64_t wanted) const { return record_of(persons, wanted); }
const WorkType* Tenant::work_type(std::int64_t wanted) const {
    return record_of(work_types, wanted);
}

CompanyData make_company_data(const DataOptions& options) {
    auto few = options;
    few.projects = std::min<std::size_t>(options.projects, 14);
    few.companies = std::min<std::size_t>(options.companies, 9);
    few.persons = std::min<std::size_t>(options.persons, 8);
    few.work_types = std::min<std::size_t>(options.work_types, 6);
    CompanyData data;
    data.tenants.push_back(make_tenant(demo::granlund, "Granlund Bygg og Anlegg AS",
                                       "granlund-bygg.example", options));
    data.tenants.push_back(
        make_tenant(demo::havbris, "Havbris Sjømat AS", "havbris-sjomat.example", few));
    data.tenants.push_back(
        make_tenant(demo::solglott, "Solgløtt Helse AS", "solglott-helse.example", few));
    data.tenants.push_back(make_tenant(demo::nordlys, "Nordlys Elektro & Automasjon AS",
                                       "nordlys-elektro.example", few));
    data.logins = make_logins();
    return data;
}

}  // namespace busy24::simulator
