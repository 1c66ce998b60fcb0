// Makes the companies from a seed.
#include "tests/simulator/company_data.hpp"

#include "tests/simulator/names.hpp"

namespace busy24::simulator {

namespace {

constexpr std::int64_t day_ms = 86'400'000;
// 2026-05-01T08:00:00Z: everything happened some days before this.
constexpr std::int64_t newest_ms = 1'777'622'400'000;

// SplitMix64: small, and the same on every machine.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::uint64_t roll(std::uint64_t sides) { return next() % sides; }
    template <class Array>
    std::string pick(const Array& words) {
        return std::string(words[roll(words.size())]);
    }
    std::int64_t past() { return newest_ms - static_cast<std::int64_t>(roll(900)) * day_ms; }

private:
    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    std::uint64_t state_;
};

// Nine digits with weights 3 2 7 6 5 4 3 2, modulo 11; in the series 81x, which is not in use.
std::string organisation_number(Dice& dice) {
    while (true) {
        auto digits = "81" + std::to_string(100'000 + dice.roll(900'000));
        int sum = 0;
        for (std::size_t i = 0; i < 8; ++i) sum += (digits[i] - '0') * ("32765432"[i] - '0');
        const int check = (11 - sum % 11) % 11;
        if (check < 10) return digits + static_cast<char>('0' + check);
    }
}

std::string folded(std::string text) {
    const auto replace = [&](std::string_view from, std::string_view to) {
        for (auto at = text.find(from); at != text.npos; at = text.find(from))
            text.replace(at, from.size(), to);
    };
    for (const auto& [from, to] :
         {std::pair{"ø", "o"}, {"Ø", "o"}, {"å", "a"}, {"Å", "a"}, {"æ", "ae"}, {" ", "."}})
        replace(from, to);
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return text;
}

std::vector<Person> make_persons(Dice& dice, std::size_t count, std::int64_t base,
                                 const std::string& domain) {
    std::vector<Person> persons;
    for (std::size_t i = 0; i < count; ++i) {
        Person person{.id = base + static_cast<std::int64_t>(i)};
        person.first_name = names::first[i % names::first.size()];
        person.last_name = names::last[(i + i / names::first.size() * 7) % names::last.size()];
        const auto again = i / names::first.size();
        person.email = folded(person.first_name + " " + person.last_name) +
                       (again ? std::to_string(again) : "") + "@" + domain;
        person.is_employee = i % 10 != 9;
        person.employee_id = person.is_employee ? 100 + static_cast<std::int64_t>(i) : 0;
        if (i % 13 == 12) person.email.clear();
        person.changed_at = dice.past();
        person.registered_at = person.changed_at - 30 * day_ms;
        persons.push_back(std::move(person));
    }
    return persons;
}

std::vector<Company> make_companies(Dice& dice, std::size_t count) {
    std::vector<Company> companies;
    for (std::size_t i = 0; i < count; ++i) {
        Company company{.id = 10'000 + static_cast<std::int64_t>(i)};
        company.name = dice.pick(names::company_start) + " " + dice.pick(names::company_kind) +
                       (i % 3 == 0   ? " AS"
                        : i % 3 == 1 ? " ANS"
                                     : " AS avd. Åsen");
        company.organisation_number = organisation_number(dice);
        if (i % 12 == 5) company.type = "Supplier";
        if (i % 12 == 8) {
            company.type = "Consumer";
            company.name = dice.pick(names::first) + " " + dice.pick(names::last);
            company.organisation_number.clear();
        }
        if (i == 4 && companies.size() > 1) company.name = companies[1].name;
        company.is_deleted = i % 20 == 11;
        company.changed_at = dice.past();
        company.registered_at = company.changed_at - 90 * day_ms;
        companies.push_back(std::move(company));
    }
    return companies;
}

std::vector<WorkType> make_work_types(Dice& dice, std::size_t count) {
    std::vector<WorkType> work_types;
    for (std::size_t i = 0; i < count; ++i) {
        WorkType type{.id = 300 + static_cast<std::int64_t>(i)};
        type.name = names::work[i % names::work.size()];
        if (i >= names::work.size()) type.name += " " + std::to_string(i / names::work.size() + 1);
        type.is_active = i % 9 != 7;
        type.is_invoiceable = i % 5 != 4;
        if (i % 3 == 0) type.price_ore = 65'000 + static_cast<std::int64_t>(dice.roll(90)) * 1'000;
        if (i % 4 == 0) type.description = "Brukes i alle avdelinger";
        work_types.push_back(std::move(type));
    }
    return work_types;
}

std::string project_name(Dice& dice, std::size_t index) {
    auto name = dice.pick(names::project_what) + " " + dice.pick(names::project_where);
    switch (index % 25) {
        case 3:
            name = "Drift & vedlikehold";
            break;  // the same under several customers
        case 7:
            name = "\"Blåbær\" <fase 2> & 'tilvalg'";
            break;
        case 11:
            name = "Æra Øst / Ås, trinn " + std::to_string(index);
            break;
        case 17: {
            while (name.size() < 250) name += " – etappe og tillegg";
            name.resize(250);
            while ((name.back() & 0xC0) == 0x80 || (name.back() & 0x80)) name.pop_back();
            break;
        }
        default:
            break;
    }
    return name;
}

Project make_project(Dice& dice, std::size_t index, const Tenant& tenant) {
    Project project{.id = 1'001 + static_cast<std::int64_t>(index)};
    project.name = project_name(dice, index);
    if (!tenant.companies.empty() && index % 8 != 0)
        project.customer_id = tenant.companies[dice.roll(tenant.companies.size())].id;
    project.is_active = index % 7 != 5;
    project.is_by_task = index % 10 == 6;
    project.need_approval = index % 3 == 0 ? "True" : index % 3 == 1 ? "False" : "none";
    if (index % 11 == 0) project.description = "Avtalt i møte; se tilbud & tegninger.";
    project.changed_at = dice.past();
    project.registered_at = project.changed_at - 60 * day_ms;
    if (index % 2) project.started_at = project.registered_at;
    if (index % 6 == 1) project.stopped_at = project.changed_at + 200 * day_ms;
    for (std::size_t i = 0; i < index % 5 && !tenant.persons.empty(); ++i)
        project.participants.push_back({tenant.persons[dice.roll(tenant.persons.size())].id,
                                        static_cast<int>(1 + dice.roll(3)), i == 3 ? 4 : 2});
    for (std::size_t i = 0; index % 4 == 1 && i < 3 && i < tenant.work_types.size(); ++i)
        project.work_types.push_back(tenant.work_types[dice.roll(tenant.work_types.size())].id);
    return project;
}

std::vector<Hour> make_hours(Dice& dice, const Tenant& tenant) {
    std::vector<Hour> hours;
    const auto count = tenant.projects.empty() || tenant.persons.empty() ? 0 : 60;
    for (int i = 0; i < count; ++i) {
        const auto& project = tenant.projects[dice.roll(tenant.projects.size())];
        Hour hour{.id = 500'000 + i, .project_id = project.id, .customer_id = project.customer_id};
        hour.contact_id = tenant.persons[dice.roll(tenant.persons.size())].id;
        if (!tenant.work_types.empty())
            hour.work_type_id = tenant.work_types[dice.roll(tenant.work_types.size())].id;
        hour.started_at = newest_ms - static_cast<std::int64_t>(dice.roll(60)) * day_ms;
        hour.stopped_at = hour.started_at + 8 * 3'600'000;
        hour.changed_at = hour.stopped_at;
        hour.total_hours = i % 3 ? "7.5" : "8";
        hour.total_hours_invoice = i % 4 ? hour.total_hours : "0";
        hour.description = "Arbeid på plassen";
        hour.approved = i % 5 == 0 ? "True" : "False";
        hour.locked = i % 5 == 0 ? "True" : "none";
        hours.push_back(std::move(hour));
    }
    return hours;
}

Tenant make_tenant(std::int64_t id, const std::string& name, const std::string& domain,
                   const DataOptions& options) {
    Dice dice(options.seed * 1'000'003 + static_cast<std::uint64_t>(id));
    Tenant tenant{.id = id, .name = name, .organisation_number = organisation_number(dice)};
    tenant.persons = make_persons(dice, options.persons, 7'001, domain);
    tenant.companies = make_companies(dice, options.companies);
    tenant.work_types = make_work_types(dice, options.work_types);
    for (std::size_t i = 0; i < options.projects; ++i)
        tenant.projects.push_back(make_project(dice, i, tenant));
    tenant.hours = make_hours(dice, tenant);
    return tenant;
}

std::string guid(int login, int identity) {
    const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
    return "5e24a7c0-0" + two(login) + "0-4b1d-9a" + two(identity) + "-0c1d2e3f4a" + two(login);
}

std::vector<Login> make_logins() {
    using std::string;
    const auto identity = [](int login, std::size_t tenant, std::int64_t contact, string name) {
        return Identity{guid(login, static_cast<int>(tenant)), tenant, contact, std::move(name)};
    };
    std::vector<Login> logins;
    const auto add = [&](std::string_view username, std::string_view password,
                         std::vector<Identity> identities) {
        identities.front().is_default = true;
        logins.push_back({string(username), string(password), std::move(identities)});
    };

    auto disabled = identity(1, 3, 0, "Kari Nordlie");
    disabled.is_disabled = true;
    add(demo::accountant, demo::accountant_password,
        {identity(1, 0, 0, "Kari Nordlie"), identity(1, 1, 7'003, "Kari Nordlie"),
         identity(1, 2, 0, "Kari Nordlie"), disabled});
    add(demo::manager, demo::manager_password, {identity(2, 0, 7'001, "Ingrid Solheim")});
    auto blocked = identity(3, 1, 0, "Per Aasen");
    blocked.is_blocked = true;
    add(demo::blocked, demo::blocked_password, {blocked, identity(3, 3, 7'002, "Per Aasen")});
    add(demo::api_user, demo::api_user_password, {identity(4, 0, 0, "Integrasjon")});
    add(demo::api_user_of_all, demo::api_user_of_all_password,
        {identity(5, 0, 0, "Integrasjon"), identity(5, 1, 0, "Integrasjon"),
         identity(5, 2, 0, "Integrasjon")});
    auto limited = identity(6, 0, 0, "Begrenset");
    limited.refused_services = {"project", "time"};
    limited.empty_services = {"company"};
    add(demo::limited_user, demo::limited_user_password, {limited});
    return logins;
}

}  // namespace

CompanyData make_company_data(const DataOptions& options) {
    auto few = options;
    few.projects = 14;
    few.companies = 9;
    few.persons = 8;
    few.work_types = 6;
    CompanyData data;
    data.tenants.push_back(make_tenant(demo::granlund, "Granlund Bygg og Anlegg AS",
                                       "granlund-bygg.example", options));
    data.tenants.push_back(
        make_tenant(demo::havbris, "Havbris Sjømat AS", "havbris-sjomat.example", few));
    data.tenants.push_back(
        make_tenant(demo::solglott, "Solgløtt Helse AS", "solglott-helse.example", few));
    data.tenants.push_back(
        make_tenant(demo::nordlys, "Nordlys Elektro AS", "nordlys-elektro.example", few));
    data.logins = make_logins();
    return data;
}

}  // namespace busy24::simulator
