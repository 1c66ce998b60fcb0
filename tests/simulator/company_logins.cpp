// Who can log in, and what each of them is there to show.
#include "tests/simulator/company_parts.hpp"

namespace busy24::simulator {

namespace {

std::string guid(int login, std::size_t identity) {
    const auto two = [](std::size_t n) {
        return std::string(n < 10 ? "0" : "") + std::to_string(n);
    };
    const auto l = two(static_cast<std::size_t>(login));
    return "5e24a7c0-0" + l + "0-4b1d-9a" + two(identity) + "-0c1d2e3f4a" + l;
}

Identity identity(int login, std::size_t tenant, std::int64_t contact, std::string name) {
    return {.id = guid(login, tenant),
            .tenant = tenant,
            .contact_id = contact,
            .user_name = std::move(name)};
}

// The first identity is the default one.
Login login(std::string_view username, std::string_view password,
            std::vector<Identity> identities) {
    identities.front().is_default = true;
    return {std::string(username), std::string(password), std::move(identities)};
}

Login accountant() {
    auto disabled = identity(1, 3, 0, "Kari Nordlie");
    disabled.is_disabled = true;
    return login(demo::accountant, demo::accountant_password,
                 {identity(1, 0, 0, "Kari Nordlie"), identity(1, 1, 7'003, "Kari Nordlie"),
                  identity(1, 2, 0, "Kari Nordlie"), disabled});
}

Login with_blocked_default() {
    auto blocked = identity(3, 1, 0, "Per Aasen");
    blocked.is_blocked = true;
    return login(demo::blocked, demo::blocked_password,
                 {blocked, identity(3, 3, 7'002, "Per Aasen")});
}

Login with_few_rights() {
    auto limited = identity(6, 0, 0, "Begrenset integrasjon");
    limited.refused_services = {"project", "time"};
    limited.empty_services = {"company"};
    return login(demo::limited_user, demo::limited_user_password, {limited});
}

}  // namespace

std::vector<Login> make_logins() {
    return {
        accountant(),
        login(demo::manager, demo::manager_password, {identity(2, 0, 7'001, "Ingrid Solheim")}),
        with_blocked_default(),
        login(demo::api_user, demo::api_user_password, {identity(4, 0, 0, "Integrasjon Busy")}),
        login(demo::api_user_of_all, demo::api_user_of_all_password,
              {identity(5, 0, 0, "Integrasjon Fjordregnskap"),
               identity(5, 1, 0, "Integrasjon Fjordregnskap"),
               identity(5, 2, 0, "Integrasjon Fjordregnskap")}),
        with_few_rights(),
        login(demo::employee, demo::employee_password, {identity(7, 0, 7'002, "Øyvind Bråten")})};
}

}  // namespace busy24::simulator
