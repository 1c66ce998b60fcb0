// The invented companies that the simulator serves: who can log in, and what the books hold.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace busy24::simulator {

// How much of everything the first company has. The others have a few of each.
struct DataOptions {
    std::uint64_t seed = 24;
    std::size_t projects = 150;
    std::size_t companies = 60;
    std::size_t persons = 40;
    std::size_t work_types = 25;
};

struct Participant {
    std::int64_t contact_id;
    int role_id;
    int state;
};

// Times are milliseconds since 1970 UTC, money is øre, 0 is "not set".
struct Project {
    std::int64_t id = 0;
    std::string name;
    std::string description;
    std::int64_t customer_id = 0;
    bool is_active = true;
    bool is_by_task = false;
    std::string need_approval = "none";
    std::string name_display = "Plain";
    std::int64_t started_at = 0, stopped_at = 0, changed_at = 0, registered_at = 0;
    std::vector<Participant> participants;
    std::vector<std::int64_t> work_types;  // ticked; none means that all are allowed
};

struct Company {
    std::int64_t id = 0;
    std::string name;
    std::string organisation_number;
    std::string type = "Business";
    bool is_deleted = false;
    std::int64_t changed_at = 0, registered_at = 0;
};

struct WorkType {
    std::int64_t id = 0;
    std::string name;
    std::string description;
    bool is_active = true;
    bool is_invoiceable = true;
    std::optional<std::int64_t> price_ore;
};

struct Person {
    std::int64_t id = 0;
    std::int64_t employee_id = 0;
    std::string first_name, last_name, email;
    bool is_employee = true;
    std::int64_t changed_at = 0, registered_at = 0;
};

struct Hour {
    std::int64_t id = 0;
    std::int64_t work_type_id = 0, contact_id = 0, project_id = 0, customer_id = 0;
    std::int64_t started_at = 0, stopped_at = 0, changed_at = 0;
    std::string total_hours = "0", total_hours_invoice = "0";
    std::string description, internal_note;
    std::string locked = "none", approved = "False";
    bool needs_approval = true;
};

// A company in 24SevenOffice.
struct Tenant {
    std::int64_t id = 0;  // Client.Id: 15 digits
    std::string name;
    std::string organisation_number;
    std::vector<Project> projects;
    std::vector<Company> companies;
    std::vector<WorkType> work_types;
    std::vector<Person> persons;
    std::vector<Hour> hours;
};

// A (person, client, user) mapping: what a login may become.
struct Identity {
    std::string id;  // a guid
    std::size_t tenant = 0;
    std::int64_t contact_id = 0;  // 0: not a person of that client
    std::string user_name;
    bool is_default = false;
    bool is_disabled = false;
    bool is_blocked = false;
    // Services on which calls are refused, and those whose lists come back empty.
    std::vector<std::string> refused_services = {};
    std::vector<std::string> empty_services = {};
};

struct Login {
    std::string username;
    std::string password;
    std::vector<Identity> identities;
};

struct CompanyData {
    std::vector<Tenant> tenants;
    std::vector<Login> logins;
};

// Same options, same data.
CompanyData make_company_data(const DataOptions& options);

// The logins of the demo, by what they show.
namespace demo {
inline constexpr std::string_view application_id = "b3a51e1c-6f0d-4c53-9f1e-7d1c6f1c2a24";
// Reaches three companies, and a fourth whose identity is disabled.
inline constexpr std::string_view accountant = "kari.nordlie@fjordregnskap.example";
inline constexpr std::string_view accountant_password = "fjord og fjell 2026";
// One company, as the person that the books know.
inline constexpr std::string_view manager = "ingrid.solheim@granlund-bygg.example";
inline constexpr std::string_view manager_password = "stillas mot himmelen";
// Its default identity is blocked; another one works.
inline constexpr std::string_view blocked = "per.aasen@nordlys-elektro.example";
inline constexpr std::string_view blocked_password = "kobberkabel i kveil";
// API users: of the first company, of all three of the accountant's, and one with too few rights.
inline constexpr std::string_view api_user = "integrasjon@granlund-bygg.example";
inline constexpr std::string_view api_user_password = "tre gule gravemaskiner";
inline constexpr std::string_view api_user_of_all = "integrasjon@fjordregnskap.example";
inline constexpr std::string_view api_user_of_all_password = "bilag i riktig rekkefolge";
inline constexpr std::string_view limited_user = "begrenset@granlund-bygg.example";
inline constexpr std::string_view limited_user_password = "bare litt tilgang";

inline constexpr std::int64_t granlund = 624'310'000'001'017;
inline constexpr std::int64_t havbris = 624'310'000'002'041;
inline constexpr std::int64_t solglott = 624'310'000'003'068;
inline constexpr std::int64_t nordlys = 624'310'000'004'092;
}  // namespace demo

}  // namespace busy24::simulator
