// CompanyService V001: customers and suppliers, read only (contract 5).
#pragma once

#include <vector>

#include "proxy/erp/operation.hpp"
#include "proxy/erp/wire_values.hpp"

namespace busy24::erp::company_service {

enum class CompanyType { other, none, lead, consumer, business, supplier };
constexpr auto words(CompanyType) {
    using enum CompanyType;
    return std::array{word(other, ""),
                      word(none, "None"),
                      word(lead, "Lead"),
                      word(consumer, "Consumer"),
                      word(business, "Business"),
                      word(supplier, "Supplier")};
}

// An error of one item inside an answer with HTTP 200 (contract 1.4). The stack trace is not even
// read: it leaks the server's inside (quirk 69).
struct ApiException {
    static constexpr std::string_view type = "APIException";
    std::string type_of_exception;
    std::string message;
    static constexpr auto fields() {
        return std::tuple{field("Type", &ApiException::type_of_exception),
                          field("Message", &ApiException::message)};
    }
    bool operator==(const ApiException&) const = default;
};

struct EmailAddress {
    static constexpr std::string_view type = "EmailAddress";
    std::string value;
    static constexpr auto fields() { return std::tuple{field("Value", &EmailAddress::value)}; }
    bool operator==(const EmailAddress&) const = default;
};

// Only Work and Invoice are in use for companies (contract 5).
struct EmailAddresses {
    static constexpr std::string_view type = "EmailAddresses";
    std::optional<EmailAddress> invoice;
    std::optional<EmailAddress> work;
    static constexpr auto fields() {
        return std::tuple{field("Invoice", &EmailAddresses::invoice),
                          field("Work", &EmailAddresses::work)};
    }
    bool operator==(const EmailAddresses&) const = default;
};

// What the product reads of a customer. It never saves one, so the rest can stay unread.
struct Company {
    static constexpr std::string_view type = "Company";
    std::optional<ApiException> api_exception;
    std::optional<std::int32_t> id;
    std::string external_id;
    std::string organization_number;
    std::string name;
    std::string first_name;  // of a consumer
    std::string nick_name;
    std::optional<EmailAddresses> email_addresses;
    WireWord<CompanyType> company_type = CompanyType::none;
    std::optional<Instant> date_changed;
    static constexpr auto fields() {
        return std::tuple{field("APIException", &Company::api_exception),
                          field("Id", &Company::id),
                          field("ExternalId", &Company::external_id),
                          field("OrganizationNumber", &Company::organization_number),
                          field("Name", &Company::name),
                          field("FirstName", &Company::first_name),
                          field("NickName", &Company::nick_name),
                          field("EmailAddresses", &Company::email_addresses),
                          field("Type", &Company::company_type),
                          field("DateChanged", &Company::date_changed)};
    }
    bool operator==(const Company&) const = default;
};

// The first page is 1, a page holds 1,000. `active` nil means both.
struct SyncSearchParameters {
    static constexpr std::string_view type = "SyncSearchParameters";
    std::optional<std::int32_t> page;
    Nillable<bool> active;
    std::optional<Instant> changed_after;
    std::optional<Instant> registered_after;
    static constexpr auto fields() {
        return std::tuple{field("Page", &SyncSearchParameters::page),
                          field("Active", &SyncSearchParameters::active),
                          field("ChangedAfter", &SyncSearchParameters::changed_after),
                          field("RegisteredAfter", &SyncSearchParameters::registered_after)};
    }
    bool operator==(const SyncSearchParameters&) const = default;
};

struct SyncCompany {
    static constexpr std::string_view type = "SyncCompany";
    std::optional<std::int32_t> company_id;
    std::string external_id;
    std::optional<Instant> date_changed;
    std::optional<Instant> date_registered;
    bool active = false;  // false for the deleted ones, which no other call lists (quirk 68)
    static constexpr auto fields() {
        return std::tuple{field("CompanyId", &SyncCompany::company_id),
                          field("ExternalId", &SyncCompany::external_id),
                          field("DateChanged", &SyncCompany::date_changed),
                          field("DateRegistered", &SyncCompany::date_registered),
                          field("Active", &SyncCompany::active)};
    }
    bool operator==(const SyncCompany&) const = default;
};

struct PageOfSyncCompany {
    static constexpr std::string_view type = "PageOfSyncCompany";
    std::int64_t current_page = 0;
    std::int64_t total_pages = 0;
    std::int64_t total_items = 0;
    std::int64_t items_per_page = 0;
    std::vector<SyncCompany> items;
    static constexpr auto fields() {
        return std::tuple{field("CurrentPage", &PageOfSyncCompany::current_page),
                          field("TotalPages", &PageOfSyncCompany::total_pages),
                          field("TotalItems", &PageOfSyncCompany::total_items),
                          field("ItemsPerPage", &PageOfSyncCompany::items_per_page),
                          field("Items", &PageOfSyncCompany::items)};
    }
    bool operator==(const PageOfSyncCompany&) const = default;
};

// At least one parameter must be there, or the ERP refuses (quirk 64).
struct CompanySearchParameters {
    static constexpr std::string_view type = "CompanySearchParameters";
    std::optional<std::vector<std::int32_t>> company_ids;  // at most 1,000
    std::optional<Instant> changed_after;
    std::string organization_number;
    static constexpr auto fields() {
        return std::tuple{
            field("CompanyIds", &CompanySearchParameters::company_ids),
            field("ChangedAfter", &CompanySearchParameters::changed_after),
            field("OrganizationNumber", &CompanySearchParameters::organization_number)};
    }
    bool operator==(const CompanySearchParameters&) const = default;
};

// Deleted companies included (quirk 68).
struct GetCompanySyncList {
    static constexpr Wire wire{"GetCompanySyncList", Service::company, Effect::read,
                               Duration::list};
    using Reply = PageOfSyncCompany;
    SyncSearchParameters search;
    static constexpr auto fields() {
        return std::tuple{field("syncSearchParameters", &GetCompanySyncList::search)};
    }
};

// Only the properties that are named come filled. These are the ones that Company describes;
// APIException may not be asked for (contract 5).
inline std::vector<std::string> described_properties() {
    std::vector<std::string> names;
    for_each_field<Company>([&](const auto& f) {
        if (f.name != ApiException::type) names.emplace_back(f.name);
    });
    return names;
}

// Unpaged and without the deleted ones: by ids, or all that changed after a moment.
struct GetCompanies {
    static constexpr Wire wire{"GetCompanies", Service::company, Effect::read, Duration::list};
    using Reply = std::vector<Company>;
    CompanySearchParameters search;
    std::vector<std::string> return_properties = described_properties();
    static constexpr auto fields() {
        return std::tuple{field("searchParams", &GetCompanies::search),
                          field("returnProperties", &GetCompanies::return_properties)};
    }
};

}  // namespace busy24::erp::company_service
