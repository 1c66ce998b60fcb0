// ClientService V001: the company that the identity stands on (contract 7).
#include "tests/simulator/world.hpp"

namespace busy24::simulator {

namespace {

Result<Value> get_client_information(Call& call) {
    const auto& tenant = call.tenant();
    return Value{{"Country", "NO"},         {"IsUsingFactoring", false},
                 {"Name", tenant.name},     {"ReminderDays", 14},
                 {"ReminderDays2", 14},     {"ReminderDays3", 14},
                 {"UserId", tenant.id},     {"OrganizationNumber", tenant.organisation_number},
                 {"DefaultCurrency", "NOK"}};
}

Result<Value> get_users(Call& call) {
    std::vector<Value> users;
    for (const auto& login : call.world.data.logins)
        for (const auto& identity : login.identities)
            if (identity.tenant == call.identity().tenant && !identity.is_disabled)
                users.push_back(
                    {{"ContactId", identity.contact_id ? Value(identity.contact_id) : Value()},
                     {"Id", identity.id},
                     {"Name", identity.user_name}});
    return list_of(std::move(users));
}

Result<Value> get_department_list(Call&) {
    return list_of({Value{{"Id", 1}, {"Name", "Drift"}}, Value{{"Id", 2}, {"Name", "Prosjekt"}}});
}

Result<Value> get_currency_list(Call&) {
    return list_of({Value{{"Symbol", "NOK"}, {"Id", 1}, {"Rate", 1}, {"Unit", 1}}});
}

Result<Value> get_vat_type_list(Call&) {
    return list_of({Value{{"No", 3}, {"Name", "Utgående mva. høy sats"}, {"Rate", 25}}});
}

Result<Value> empty_list(Call&) { return list_of({}); }

}  // namespace

Handlers client_handlers() {
    return {{"GetClientInformation", get_client_information},
            {"GetUsers", get_users},
            {"GetDepartmentList", get_department_list},
            {"GetCurrencyList", get_currency_list},
            {"GetVatTypeList", get_vat_type_list},
            {"GetTypeGroupList", empty_list}};
}

}  // namespace busy24::simulator
