// PersonService: contacts and employees, read only (contract 6).
#pragma once

#include <vector>

#include "proxy/erp/operation.hpp"
#include "proxy/erp/wire_values.hpp"

namespace busy24::erp::person_service {

enum class TriState { other, none, yes, no };
constexpr auto words(TriState) {
    return std::array{word(TriState::other, ""), word(TriState::none, "none"),
                      word(TriState::yes, "True"), word(TriState::no, "False")};
}

enum class EmailAddressType { other, home, primary, alternative };
constexpr auto words(EmailAddressType) {
    using enum EmailAddressType;
    return std::array{word(other, ""), word(home, "Home"), word(primary, "Primary"),
                      word(alternative, "Alternative")};
}

enum class PhoneNumberType { other, primary, mobile };
constexpr auto words(PhoneNumberType) {
    return std::array{word(PhoneNumberType::other, ""), word(PhoneNumberType::primary, "Primary"),
                      word(PhoneNumberType::mobile, "Mobile")};
}

// A list with a type each, where companies have one member per type (contract 6).
struct EmailAddress {
    static constexpr std::string_view type = "EmailAddress";
    WireWord<EmailAddressType> kind = EmailAddressType::primary;
    std::string value;
    static constexpr auto fields() {
        return std::tuple{field("Type", &EmailAddress::kind), field("Value", &EmailAddress::value)};
    }
    bool operator==(const EmailAddress&) const = default;
};

struct PhoneNumber {
    static constexpr std::string_view type = "PhoneNumber";
    WireWord<PhoneNumberType> kind = PhoneNumberType::primary;
    std::string value;
    static constexpr auto fields() {
        return std::tuple{field("Type", &PhoneNumber::kind), field("Value", &PhoneNumber::value)};
    }
    bool operator==(const PhoneNumber&) const = default;
};

// What the product reads of a person. `id` is what hours and participants call ContactId; it is 64
// bits here and 32 there (quirk 43). The other numbers are different ids (quirk 63).
struct PersonItem {
    static constexpr std::string_view type = "PersonItem";
    std::optional<std::int32_t> customer_id;  // set when the contact is a consumer as well
    std::optional<Instant> date_changed;
    std::vector<EmailAddress> email_addresses;
    std::optional<std::int32_t> employee_number;
    std::string first_name;
    std::int64_t id = 0;
    std::string last_name;
    std::vector<PhoneNumber> phone_numbers;
    std::string work_position;
    std::optional<bool> is_private;
    std::optional<std::int32_t> employee_id;
    static constexpr auto fields() {
        return std::tuple{field("CustomerId", &PersonItem::customer_id),
                          field("DateChanged", &PersonItem::date_changed),
                          field("EmailAddresses", &PersonItem::email_addresses),
                          field("EmployeeNumber", &PersonItem::employee_number),
                          field("FirstName", &PersonItem::first_name),
                          field("Id", &PersonItem::id),
                          field("LastName", &PersonItem::last_name),
                          field("PhoneNumbers", &PersonItem::phone_numbers),
                          field("WorkPosition", &PersonItem::work_position),
                          field("IsPrivate", &PersonItem::is_private),
                          field("EmployeeId", &PersonItem::employee_id)};
    }
    bool operator==(const PersonItem&) const = default;
};

// "Not set" is 0 here, not the smallest number (contract 6), so what is not set is left out.
struct PersonSearchParameters {
    static constexpr std::string_view type = "PersonSearchParameters";
    std::optional<Instant> changed_after;
    std::string email;
    std::optional<std::int64_t> id;
    TriState is_employee = TriState::none;
    static constexpr auto fields() {
        return std::tuple{field("ChangedAfter", &PersonSearchParameters::changed_after),
                          field("Email", &PersonSearchParameters::email),
                          field("Id", &PersonSearchParameters::id),
                          field("IsEmployee", &PersonSearchParameters::is_employee)};
    }
    bool operator==(const PersonSearchParameters&) const = default;
};

// Unpaged; `changed_after` far back means all.
struct GetPersons {
    static constexpr Wire wire{"GetPersons", Service::person, Effect::read, Duration::list};
    using Reply = std::vector<PersonItem>;
    PersonSearchParameters search;
    static constexpr auto fields() {
        return std::tuple{field("personSearch", &GetPersons::search)};
    }
};

// As GetPersons with more filled in; which members is UNCERTAIN.
struct GetPersonsDetailed {
    static constexpr Wire wire{"GetPersonsDetailed", Service::person, Effect::read, Duration::list};
    using Reply = std::vector<PersonItem>;
    PersonSearchParameters search;
    static constexpr auto fields() {
        return std::tuple{field("personSearch", &GetPersonsDetailed::search)};
    }
};

}  // namespace busy24::erp::person_service
