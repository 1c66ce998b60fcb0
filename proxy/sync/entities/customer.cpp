// Customers: 24SevenOffice's companies, from there only.
#include "proxy/erp/company_service.hpp"
#include "proxy/sync/content.hpp"
#include "proxy/workspace/customers.hpp"
#include "shared/norwegian.hpp"

namespace busy24::sync {

namespace {

namespace company_service = erp::company_service;
using company_service::CompanyType;
using domain::add_key;
using domain::MatchReason;
using workspace::CustomerKind;

struct CustomerContent {
    using Row = workspace::Customer;
    static constexpr Entity entity = Entity::customer;
    std::string name;
    std::string organisation_number;
    CustomerKind kind = CustomerKind::business;
    bool active = true;
    static constexpr auto fields() {
        return std::tuple{field("name", &CustomerContent::name),
                          field("organisation_number", &CustomerContent::organisation_number),
                          field("kind", &CustomerContent::kind),
                          field("active", &CustomerContent::active)};
    }

    static CustomerContent of(const Row& row) {
        return {row.name, row.organisation_number, row.kind, row.is_active};
    }
    Result<> put_into(Row& row, const workspace::Place&) const {
        row.organisation_number = organisation_number;
        row.kind = kind;
        return {};
    }
    static Result<> after_write(const workspace::Place& place, const Row& row) {
        return workspace::give_to_projects(place, row);
    }
    std::vector<domain::MatchKey> match_keys(const std::string& number) const {
        std::vector<domain::MatchKey> keys;
        add_key(keys, MatchReason::same_number, number);
        // Foreign and mistyped numbers are free text there, and prove nothing.
        if (is_organisation_number(organisation_number))
            add_key(keys, MatchReason::same_organisation_number, organisation_number);
        add_key(keys, MatchReason::same_name, domain::normalised_name(name));
        return keys;
    }
    void show(std::vector<api::RecordValue>& values) const {
        show_value(values, "organisation_number", organisation_number);
        show_value(values, "kind", std::string(word_of(kind)));
    }
};

// `123 456 785` and `123456785` are one number.
std::string plain_organisation_number(const std::string& text) {
    if (!is_organisation_number(text)) return text;
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

CustomerKind kind_of(CompanyType type) {
    switch (type) {
        case CompanyType::business:
            return CustomerKind::business;
        case CompanyType::consumer:
            return CustomerKind::consumer;
        case CompanyType::other:
        case CompanyType::none:
        case CompanyType::lead:
        case CompanyType::supplier:
            return CustomerKind::other;
    }
    return CustomerKind::other;
}

CustomerContent content_of_company(const company_service::Company& company) {
    // A consumer's first name stands in a member of its own (contract 5).
    auto name = company.company_type == CompanyType::consumer && !company.first_name.empty()
                    ? company.first_name + " " + company.name
                    : company.name;
    return {.name = std::move(name),
            .organisation_number = plain_organisation_number(company.organization_number),
            .kind = kind_of(company.company_type.value)};
}

// One call: everything that changed since 2000 (quirk 47) is everything. The list leaves deleted
// companies out (contract 5), so one that was here before and is not in it has been deleted; the
// paged GetCompanySyncList would say the same with one call more for each thousand.
// Companies that are nothing but suppliers are no customers, and are left out.
Result<> list_customers(const erp::Session& session, Instant since, const RecordSink& sink) {
    company_service::GetCompanies call;
    call.search.changed_after = since;
    return session.stream(call, [&](company_service::Company&& company) -> Result<> {
        if (!company.id || company.company_type == CompanyType::supplier) return {};
        return sink(erp_record(*company.id, content_of_company(company)));
    });
}

}  // namespace

EntityType customer_type() {
    return entity_type_of<CustomerContent>([](const Switches& s) { return s.customers; },
                                           list_customers);
}

}  // namespace busy24::sync
