// CompanyService V001: customers, suppliers, and the list of what has changed (contract 5).
#include <algorithm>

#include "tests/simulator/world.hpp"

namespace busy24::simulator {

namespace {

constexpr std::size_t page_size = 1000;

Value company_value(const Company& company, const std::vector<std::string>& properties) {
    Value value{{"Id", company.id}};
    const auto wants = [&](std::string_view name) {
        return properties.empty() ||
               std::find(properties.begin(), properties.end(), name) != properties.end();
    };
    const std::vector<std::pair<std::string, Value>> all{
        {"OrganizationNumber", company.organisation_number},
        {"Name", company.name},
        {"Type", company.type},
        {"DateCreated", date_value(company.registered_at)},
        {"DateChanged", date_value(company.changed_at, static_cast<std::uint64_t>(company.id))}};
    for (const auto& [name, member] : all)
        if (wants(name)) value.members.emplace_back(name, member);
    return value;
}

bool matches(const Company& company, const Element& search) {
    if (const auto* ids = search.child("CompanyIds"))
        return std::any_of(ids->children.begin(), ids->children.end(), [&](const Element& id) {
            return id.text == std::to_string(company.id);
        });
    if (const auto id = number_of(&search, "CompanyId")) return company.id == id;
    if (const auto number = search.text_of("OrganizationNumber"); !number.empty())
        return company.organisation_number == number;
    auto name = search.text_of("CompanyName");
    std::erase(name, '%');
    if (!name.empty()) return company.name.find(name) != company.name.npos;
    return company.changed_at >= minute_of(&search, "ChangedAfter");
}

Result<Value> get_companies(Call& call) {
    const auto* search = call.in.child("searchParams");
    if (!search || search->children.empty())
        return fault("System.Exception: Please specify at least one search parameter");
    std::vector<std::string> properties;
    if (const auto* wanted = call.in.child("returnProperties"))
        for (const auto& property : wanted->children) properties.push_back(property.text);
    const auto& companies = call.tenant().companies;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < companies.size(); ++i)
        if (!companies[i].is_deleted && matches(companies[i], *search)) found.push_back(i);
    const auto count = found.size();
    return Value(
        LazyList{count, [found = std::move(found), properties, &companies](std::size_t index) {
                     return company_value(companies[found[index]], properties);
                 }});
}

Value sync_value(const Company& company) {
    return {{"CompanyId", company.id},
            {"DateChanged", date_value(company.changed_at)},
            {"DateRegistered", date_value(company.registered_at)},
            {"Active", !company.is_deleted}};
}

Result<Value> get_company_sync_list(Call& call) {
    const auto* search = call.in.child("syncSearchParameters");
    const auto after = minute_of(search, "ChangedAfter");
    const auto active = search ? search->text_of("Active") : std::string();
    std::vector<const Company*> found;
    for (const auto& company : call.tenant().companies)
        if (company.changed_at >= after &&
            (active.empty() || (active == "true") != company.is_deleted))
            found.push_back(&company);
    const auto page =
        static_cast<std::size_t>(std::max<std::int64_t>(1, number_of(search, "Page")));
    std::vector<Value> items;
    for (auto i = (page - 1) * page_size; i < std::min(page * page_size, found.size()); ++i)
        items.push_back(sync_value(*found[i]));
    return Value{
        {"CurrentPage", static_cast<std::int64_t>(page)},
        {"TotalPages", static_cast<std::int64_t>((found.size() + page_size - 1) / page_size)},
        {"TotalItems", static_cast<std::int64_t>(found.size())},
        {"ItemsPerPage", static_cast<std::int64_t>(page_size)},
        {"Items", list_of(std::move(items))}};
}

Value refused(std::string type, std::string message) {
    return {{"APIException", Value{{"Type", std::move(type)},
                                   {"Message", std::move(message)},
                                   {"StackTrace", "   at Office24Seven.Library.Save()"}}}};
}

Value save_company(Tenant& tenant, const Element& from, std::int64_t now) {
    // An error of one is inside an answer of HTTP 200: quirk 65.
    if (!from.child("Type"))
        return refused("Office24Seven.Library.Core.ParameterNotFoundException",
                       "Property Type is missing.");
    if (from.text_of("Name").size() > 200)
        return refused("Office24Seven.Library.Data.DataBaseServerException",
                       "SQL Server with address \"10.0.0.7\" and Catalog \"Crm\" encountered an "
                       "error with severity level 14 of 25");
    const auto id = number_of(&from, "Id");
    auto existing = std::find_if(tenant.companies.begin(), tenant.companies.end(),
                                 [&](const Company& company) { return company.id == id; });
    if (existing == tenant.companies.end()) {
        Company company{.id = id ? id : 10'000};
        for (const auto& other : tenant.companies)
            if (!id) company.id = std::max(company.id, other.id + 1);
        company.registered_at = now;
        existing = tenant.companies.insert(tenant.companies.end(), std::move(company));
    }
    existing->name = from.text_of("Name");
    existing->type = from.text_of("Type");
    existing->organisation_number = from.text_of("OrganizationNumber");
    existing->changed_at = now;
    return company_value(*existing, {});
}

Result<Value> save_companies(Call& call) {
    std::vector<Value> answers;
    if (const auto* list = call.in.child("companies"))
        for (const auto& company : list->children)
            answers.push_back(save_company(call.tenant(), company, call.world.now_ms()));
    return list_of(std::move(answers));
}

Result<Value> delete_companies(Call& call) {
    std::vector<Value> failed;
    if (const auto* list = call.in.child("companies"))
        for (const auto& from : list->children)
            for (auto& company : call.tenant().companies)
                if (company.id == number_of(&from, "Id")) {
                    company.is_deleted = true;
                    company.changed_at = call.world.now_ms();
                }
    return list_of(std::move(failed));
}

Result<Value> get_statuses(Call&) { return list_of({Value{{"Key", "1"}, {"Value", "Aktiv"}}}); }

Result<Value> empty_list(Call&) { return list_of({}); }

}  // namespace

Handlers company_handlers() {
    Handlers handlers{{"GetCompanies", get_companies},
                      {"GetCompanySyncList", get_company_sync_list},
                      {"SaveCompanies", save_companies},
                      {"DeleteCompanies", delete_companies},
                      {"GetStatuses", get_statuses}};
    for (const auto* name : {"GetCategories", "GetCustomerCategories", "GetIndustries",
                             "GetCustomerCategoryTree", "GetCRMGroups"})
        handlers.emplace(name, empty_list);
    return handlers;
}

}  // namespace busy24::simulator
