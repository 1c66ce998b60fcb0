// ClientService V001: the company that the identity stands on (contract 7).
#include "tests/simulator/service_values.hpp"

namespace busy24::simulator {

namespace {

Result<Value> get_client_information(Call& call) {
    // Empty right after the identity was switched, so that a client learns to ask again (quirk 16).
    if (std::exchange(call.session->has_just_switched, false)) return Value();
    const auto& tenant = call.tenant();
    const Value post{{"Street", tenant.post.street},
                     {"PostalCode", tenant.post.postal_code},
                     {"PostalArea", tenant.post.postal_area},
                     {"Country", "NO"}};
    return Value{{"AddressList", Value{{"Post", post}, {"Visit", post}}},
                 {"Country", "NO"},
                 {"EmailAddressList", Value{{"Work", Value{{"Value", "post@" + tenant.domain}}}}},
                 {"IsUsingFactoring", false},
                 {"Name", tenant.name},
                 {"PhoneNumberList", Value{{"Work", Value{{"Value", "+47 21 00 00 00"}}}}},
                 {"ReminderDays", 14},
                 {"ReminderDays2", 14},
                 {"ReminderDays3", 14},
                 // Whether this is Identity.Client.Id is UNCERTAIN; here it is not, so that nobody
                 // leans on it (contract 7).
                 {"UserId", tenant.id % 1'000'000},
                 {"BankAccount", "00000000000"},
                 {"OrganizationNumber", tenant.organisation_number},
                 {"DefaultCurrency", "NOK"}};
}

Result<Value> get_users(Call& call) {
    std::vector<Value> users;
    for (const auto& login : call.world.data.logins)
        for (const auto& identity : login.identities)
            if (identity.tenant == call.identity().tenant && !identity.is_disabled)
                users.push_back({{"ContactId", id_value(identity.contact_id)},
                                 {"Id", identity.id},
                                 {"Name", identity.user_name}});
    return list_of(std::move(users));
}

Result<Value> get_department_list(Call& call) {
    std::vector<Value> list;
    for (const auto& department : call.tenant().departments)
        list.push_back({{"Id", department.id}, {"Name", department.name}});
    return list_of(std::move(list));
}

Result<Value> get_currency_list(Call&) {
    return list_of({Value{{"Symbol", "NOK"}, {"Id", 1}, {"Rate", 1}, {"Unit", 1}},
                    Value{{"Symbol", "EUR"}, {"Id", 2}, {"Rate", "11.4250"}, {"Unit", 1}}});
}

Result<Value> get_type_group_list(Call&) {
    return list_of({Value{{"AccountId", 3000}, {"Id", 1}, {"Name", "Salg, avgiftspliktig"}}});
}

Result<Value> get_vat_type_list(Call&) {
    return list_of({Value{{"No", 3}, {"Name", "Utgående mva., høy sats"}, {"Rate", 25}},
                    Value{{"No", 5}, {"Name", "Ingen utgående mva."}, {"Rate", 0}}});
}

}  // namespace

Handlers client_handlers() {
    return {{"GetClientInformation", get_client_information},
            {"GetUsers", get_users},
            {"GetDepartmentList", get_department_list},
            {"GetCurrencyList", get_currency_list},
            {"GetVatTypeList", get_vat_type_list},
            {"GetTypeGroupList", get_type_group_list}};
}

}  // namespace busy24::simulator
