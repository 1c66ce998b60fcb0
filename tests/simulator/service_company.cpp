// CompanyService V001: customers, suppliers, and the list of what has changed (contract 5).
#include <algorithm>

#include "tests/simulator/service_company_saves.hpp"
#include "tests/simulator/service_values.hpp"

namespace busy24::simulator {

namespace {

constexpr std::size_t page_size = 1'000;
constexpr std::size_t company_ids_max = 1'000;

struct CategoryRow {
    int id;
    const char* name;
};
constexpr CategoryRow categories[] = {
    {1, "Kunde"}, {2, "Borettslag & sameie"}, {3, "Offentlig"}, {4, "Leverandør"}};

// What the parts of a name between its percent signs are, in their order.
bool is_like(std::string_view pattern, std::string_view name) {
    while (!pattern.empty()) {
        const auto percent = pattern.find('%');
        const auto part = pattern.substr(0, percent);
        if (!is_in(part, name)) return false;
        if (percent == pattern.npos) return true;
        pattern.remove_prefix(percent + 1);
    }
    return true;
}

// Filters of companies combine (contract 5).
bool matches(const Company& company, const Element& search) {
    const auto is = [&](const char* name, const std::string& value) {
        const auto wanted = search.text_of(name);
        return wanted.empty() || wanted == value;
    };
    const auto id = number_of(&search, "CompanyId");
    const auto email = search.text_of("CompanyEmail");
    return (!id || company.id == id) && is("ExternalId", company.external_id) &&
           is("OrganizationNumber", company.organisation_number) &&
           is("CompanyPhone", company.phone) &&
           (email.empty() || is_in(email, company.email) || is_in(email, company.invoice_email)) &&
           is_like(search.text_of("CompanyName"), company.name) &&
           has_changed_after(company.changed_at, &search, "ChangedAfter");
}

bool has_a_parameter(const Element* search) {
    if (!search) return false;
    return std::any_of(search->children.begin(), search->children.end(), [](const Element& child) {
        return !child.is_nil && (!child.text.empty() || !child.children.empty());
    });
}

Result<std::vector<std::string>> wanted_properties(Call& call) {
    std::vector<std::string> properties;
    const auto* wanted = call.in.child("returnProperties");
    if (!wanted) return properties;
    const auto& members = call.service.types.at("Company");
    for (const auto& property : wanted->children) {
        const bool is_known =
            property.text != "APIException" &&  // it may not be asked for (contract 5)
            std::any_of(members.begin(), members.end(),
                        [&](const Member& member) { return member.name == property.text; });
        if (!is_known)
            return fault("Office24Seven.Library.Core.ParameterNotFoundException: Property " +
                         property.text + " is not valid.");
        properties.push_back(property.text);
    }
    return properties;
}

Result<Value> get_companies(Call& call) {
    const auto* search = call.in.child("searchParams");
    if (!has_a_parameter(search))
        return fault("System.Exception: Please specify at least one search parameter");
    auto properties = TRY(wanted_properties(call));
    auto ids = numbers_of(search, "CompanyIds");
    if (ids && ids->size() > company_ids_max)
        return fault("System.ArgumentException: CompanyIds holds more than 1000 ids");
    if (ids) std::sort(ids->begin(), ids->end());
    const auto& tenant = call.tenant();
    std::vector<std::int64_t> found;
    for (const auto& company : tenant.companies)
        if (!company.is_deleted && matches(company, *search) &&
            (!ids || ids->empty() || std::binary_search(ids->begin(), ids->end(), company.id)))
            found.push_back(company.id);
    const auto count = found.size();
    return Value(LazyList{count, [found = std::move(found), properties = std::move(properties),
                                  &tenant](std::size_t index) {
                              const auto* company = tenant.company(found[index]);
                              return company ? company_value(tenant, *company, properties)
                                             : Value();
                          }});
}

Value sync_value(const Company& company) {
    return {{"CompanyId", company.id},
            {"ExternalId", text_value(company.external_id)},
            {"DateChanged", date_value(company.changed_at, static_cast<std::uint64_t>(company.id))},
            {"DateRegistered", date_value(company.registered_at)},
            {"Active", !company.is_deleted}};
}

Result<Value> get_company_sync_list(Call& call) {
    const auto* search = call.in.child("syncSearchParameters");
    const auto active = search ? search->text_of("Active") : std::string();
    std::vector<const Company*> found;
    for (const auto& company : call.tenant().companies)
        if (!call.sees_nothing() && has_changed_after(company.changed_at, search, "ChangedAfter") &&
            has_changed_after(company.registered_at, search, "RegisteredAfter") &&
            (active.empty() || (active == "true" || active == "1") != company.is_deleted))
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

Result<Value> get_categories(Call&) {
    std::vector<Value> list;
    for (const auto& row : categories)
        list.push_back({{"Id", row.id}, {"Name", row.name}, {"ShowCompany", true}});
    return list_of(std::move(list));
}

Result<Value> get_customer_categories(Call& call) {
    const auto* company = call.tenant().company(number_of(&call.in, "customerId"));
    if (!company) return list_of({});
    return number_list({company->categories.begin(), company->categories.end()});
}

// Key is the category and Value the customer, whose ExternalId stands in for some (quirk 67).
Result<Value> get_customer_category_tree(Call& call) {
    std::vector<Value> list;
    for (const auto& company : call.tenant().companies)
        for (const auto category : company.categories)
            list.push_back(key_value(category, company.external_id.empty()
                                                   ? std::to_string(company.id)
                                                   : company.external_id));
    return list_of(std::move(list));
}

Result<Value> get_statuses(Call&) {
    return list_of({key_value(1, "Aktiv"), key_value(2, "Passiv")});
}

Result<Value> get_industries(Call&) {
    return list_of({key_value(41, "Oppføring av bygninger"), key_value(43, "Spesialisert arbeid")});
}

Result<Value> get_crm_groups(Call& call) {
    std::vector<Value> members;
    for (const auto& person : call.tenant().persons)
        if (person.is_employee && members.size() < 3)
            members.push_back({{"Id", person.id},
                               {"RoleName", "Medlem"},
                               {"FirstName", person.first_name},
                               {"LastName", person.last_name}});
    return list_of({Value{{"Id", 1}, {"Name", "Salg"}, {"Members", list_of(std::move(members))}}});
}

}  // namespace

Handlers company_handlers() {
    return {{"GetCompanies", get_companies},
            {"GetCompanySyncList", get_company_sync_list},
            {"SaveCompanies", save_companies},
            {"DeleteCompanies", delete_companies},
            {"SaveRelations", save_relations},
            {"DeleteRelations", delete_relations},
            {"GetCategories", get_categories},
            {"GetCustomerCategories", get_customer_categories},
            {"SaveCustomerCategories", save_customer_categories},
            {"DeleteCustomerCategories", delete_customer_categories},
            {"GetCustomerCategoryTree", get_customer_category_tree},
            {"GetStatuses", get_statuses},
            {"GetIndustries", get_industries},
            {"GetCRMGroups", get_crm_groups}};
}

}  // namespace busy24::simulator
