// Saving companies, their relations and categories: an error of one is no fault of the call.
#include "tests/simulator/service_company_saves.hpp"

#include <algorithm>
#include <cstdlib>

#include "tests/simulator/service_values.hpp"

namespace busy24::simulator {

namespace {

constexpr std::size_t name_max = 200;  // contract 5
constexpr std::size_t organisation_number_max = 20;

constexpr const char* missing_type = "Office24Seven.Library.Core.ParameterNotFoundException";
constexpr const char* database_type = "Office24Seven.Library.Data.DataBaseServerException";

// Leaks what the real ones leak, so that a client is seen to hide it (quirk 69).
Value exception(const std::string& type, const std::string& message) {
    return {{"Type", type},
            {"Message", message},
            {"StackTrace",
             "   at Office24Seven.Library.Data.DataBase.Execute(String sql) in "
             "C:\\Build\\Library\\Data\\DataBase.cs:line 412"}};
}

Value database_exception() {
    return exception(database_type,
                     "SQL Server with address \"10.20.0.7\" and Catalog \"Crm_2\" encountered an "
                     "error with severity level 14 of 25: String or binary data would be "
                     "truncated.");
}

std::size_t characters_of(const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

Value address_value(const PostalAddress& address) {
    if (address.street.empty()) return {};
    return {{"Street", address.street},
            {"PostalCode", address.postal_code},
            {"PostalArea", address.postal_area},
            {"Country", "NO"}};
}

Value text_or_nothing(const char* member, const std::string& text) {
    return text.empty() ? Value() : Value{{member, text}};
}

Value relations_of(const Tenant& tenant, const Company& company) {
    std::vector<Value> list;
    for (const auto& relation : tenant.relations) {
        const auto* person =
            relation.company_id == company.id ? tenant.person(relation.person_id) : nullptr;
        if (person)
            list.push_back({{"ContactId", person->id},
                            {"CompanyId", company.id},
                            {"FirstName", person->first_name},
                            {"LastName", person->last_name},
                            {"Role", relation.title}});
    }
    return list.empty() ? Value() : list_of(std::move(list));
}

using Members = std::vector<std::pair<std::string_view, Value>>;

Members all_members(const Tenant& tenant, const Company& company) {
    const auto turn = static_cast<std::uint64_t>(company.id);
    const auto email = text_or_nothing("Value", company.email);
    const auto invoice = text_or_nothing("Value", company.invoice_email);
    const auto phone = text_or_nothing("Value", company.phone);
    return {{"ExternalId", company.external_id},
            {"OrganizationNumber", company.organisation_number},
            {"Name", company.name},
            {"FirstName", company.first_name},
            {"NickName", company.nick_name},
            {"Addresses", Value{{"Post", address_value(company.post)}}},
            {"PhoneNumbers", Value{{"Work", phone}}},
            {"EmailAddresses", Value{{"Invoice", invoice}, {"Work", email}}},
            {"Url", company.url},
            {"Country", "NO"},
            {"Note", company.note},
            {"InvoiceLanguage", "NO"},
            {"Type", company.type},
            {"DateCreated", date_value(company.registered_at)},
            {"Status", 1},
            {"Owner", tenant.persons.empty() ? Value() : Value(tenant.persons.front().id)},
            {"DateChanged", date_value(company.changed_at, turn)},
            {"BlockInvoice", false},
            {"Relations", relations_of(tenant, company)},
            {"DistributionMethod", company.invoice_email.empty() ? "Print" : "EMail"},
            {"CurrencyId", "NOK"},
            {"PaymentTime", id_value(company.payment_days)},
            {"Private", company.type == "Consumer"}};
}

void take_over(Company& company, const Element& from) {
    const auto text = [&](const char* name, std::string& into) {
        if (from.child(name)) into = from.text_of(name);
    };
    text("Name", company.name);
    text("FirstName", company.first_name);
    text("NickName", company.nick_name);
    text("ExternalId", company.external_id);
    text("OrganizationNumber", company.organisation_number);
    text("Type", company.type);
    text("Note", company.note);
    text("Url", company.url);
    const auto nested = [&](const char* group, const char* kind, std::string& into) {
        const auto* outer = from.child(group);
        const auto* inner = outer ? outer->child(kind) : nullptr;
        if (inner && inner->child("Value")) into = inner->text_of("Value");
    };
    nested("EmailAddresses", "Work", company.email);
    nested("EmailAddresses", "Invoice", company.invoice_email);
    nested("PhoneNumbers", "Work", company.phone);
    const auto* addresses = from.child("Addresses");
    if (const auto* post = addresses ? addresses->child("Post") : nullptr)
        company.post = {post->text_of("Street"), post->text_of("PostalCode"),
                        post->text_of("PostalArea")};
}

// Nothing when it may be saved.
Value refusal_of(const Tenant& tenant, const Element& from, const Company* existing) {
    if (!existing && !from.child("Type"))
        return exception(missing_type, "Property Type is missing.");
    if (characters_of(from.text_of("Name")) > name_max ||
        from.text_of("OrganizationNumber").size() > organisation_number_max)
        return database_exception();
    const auto id = number_of(&from, "Id");
    const bool chooses_id = from.text_of("ExplicitlySpecifyNewCompanyId") == "true";
    if (id && !existing && !chooses_id)
        return exception(missing_type, "Company with Id " + std::to_string(id) +
                                           " was not found in " + std::to_string(tenant.id) + ".");
    return {};
}

Value save_company(Tenant& tenant, const Element& from, std::int64_t now) {
    const auto id = number_of(&from, "Id");
    auto* company = id ? tenant.company(id) : nullptr;
    if (auto refusal = refusal_of(tenant, from, company); refusal.kind != Value::Kind::absent)
        return {{"APIException", std::move(refusal)},
                {"Id", id_value(id)},
                {"Name", from.text_of("Name")}};
    if (!company) {
        Company fresh{.id = id ? id : 10'000};
        if (!id)
            for (const auto& other : tenant.companies) fresh.id = std::max(fresh.id, other.id + 1);
        fresh.registered_at = now;
        company = &tenant.companies.emplace_back(std::move(fresh));
    }
    take_over(*company, from);
    company->is_deleted = false;
    company->changed_at = now;
    return company_value(tenant, *company, {});
}

auto relation_of(Tenant& tenant, const Element& from) {
    return std::find_if(tenant.relations.begin(), tenant.relations.end(), [&](const Relation& r) {
        return r.person_id == number_of(&from, "ContactId") &&
               r.company_id == number_of(&from, "CompanyId");
    });
}

Value relation_echo(const Element& from) {
    return {{"ContactId", id_value(number_of(&from, "ContactId"))},
            {"CompanyId", id_value(number_of(&from, "CompanyId"))}};
}

enum class MapChange { add, remove };

Result<Value> change_categories(Call& call, MapChange change) {
    std::vector<Value> failed;
    const auto* pairs = call.in.child("customerCategories");
    for (const auto& pair : pairs ? pairs->children : std::vector<Element>{}) {
        const int category = std::atoi(pair.text_of("Key").c_str());
        auto* company = call.tenant().company(std::atoll(pair.text_of("Value").c_str()));
        if (!company || category < 1 || category > 4) {
            failed.push_back(
                exception(missing_type, "The category or the customer was not found."));
            continue;
        }
        std::erase(company->categories, category);
        if (change == MapChange::add) company->categories.push_back(category);
    }
    return list_of(std::move(failed));
}

}  // namespace

Value company_value(const Tenant& tenant, const Company& company,
                    const std::vector<std::string>& properties) {
    Value value{{"Id", company.id}};
    for (auto& [name, member] : all_members(tenant, company))
        if (properties.empty() ||
            std::find(properties.begin(), properties.end(), name) != properties.end())
            value.members.emplace_back(name, std::move(member));
    return value;
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
    const auto* list = call.in.child("companies");
    for (const auto& from : list ? list->children : std::vector<Element>{}) {
        auto* company = call.tenant().company(number_of(&from, "Id"));
        if (!company) {
            failed.push_back({{"Id", id_value(number_of(&from, "Id"))}});
            continue;
        }
        company->is_deleted = true;
        company->changed_at = call.world.now_ms();
    }
    return list_of(std::move(failed));
}

Result<Value> save_relations(Call& call) {
    std::vector<Value> failed;
    auto& tenant = call.tenant();
    const auto* list = call.in.child("relations");
    for (const auto& from : list ? list->children : std::vector<Element>{}) {
        const auto person = number_of(&from, "ContactId");
        const auto company = number_of(&from, "CompanyId");
        if (!tenant.person(person) || !tenant.company(company)) {
            failed.push_back(relation_echo(from));
            continue;
        }
        auto relation = relation_of(tenant, from);
        if (relation == tenant.relations.end())
            relation =
                tenant.relations.insert(relation, {.person_id = person, .company_id = company});
        relation->title = from.text_of("Role");
        relation->changed_at = call.world.now_ms();
    }
    return list_of(std::move(failed));
}

Result<Value> delete_relations(Call& call) {
    std::vector<Value> failed;
    auto& tenant = call.tenant();
    const auto* list = call.in.child("relations");
    for (const auto& from : list ? list->children : std::vector<Element>{}) {
        const auto relation = relation_of(tenant, from);
        if (relation == tenant.relations.end())
            failed.push_back(relation_echo(from));
        else
            tenant.relations.erase(relation);
    }
    return list_of(std::move(failed));
}

Result<Value> save_customer_categories(Call& call) {
    return change_categories(call, MapChange::add);
}

Result<Value> delete_customer_categories(Call& call) {
    return change_categories(call, MapChange::remove);
}

}  // namespace busy24::simulator
