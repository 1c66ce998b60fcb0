// The invented companies that the simulator serves: who can log in, and what the books hold.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
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
    int state;  // an index of ProjectParticipantState
};

// Times are milliseconds since 1970 UTC, money is øre, 0 is "not set".
struct Project {
    std::int64_t id = 0;
    std::string name;
    std::string description;
    std::int64_t customer_id = 0;
    bool is_active = true;
    bool is_by_task = false;
    bool is_quick_listed = true;
    std::string need_approval = "none";
    std::string name_display = "Plain";
    std::int64_t started_at = 0, stopped_at = 0, changed_at = 0, registered_at = 0;
    std::int32_t owner = 0, type_id = 0, status_id = 0, pipeline = 0, work_type_id = 0;
    std::int16_t version = 1;  // 1 is open, 2 is managed by rights
    std::optional<std::int32_t> department_id, budget;
    std::string customer_reference, order_reference;
    std::vector<Participant> participants;
    std::vector<std::int64_t> work_types;  // ticked; none means that all are allowed
};

struct Task {
    std::int64_t id = 0, project_id = 0, parent_id = 0, work_type_id = 0;
    std::string name, description;
    std::int64_t started_at = 0, stopped_at = 0;
    int priority = 1, estimate = 0;
    std::optional<int> status;
    std::vector<std::int64_t> participants;
};

struct PostalAddress {
    std::string street, postal_code, postal_area;
};

// A customer or supplier.
struct Company {
    std::int64_t id = 0;
    std::string name;
    std::string first_name;  // of a Consumer only
    std::string nick_name, external_id, organisation_number;
    std::string type = "Business";
    std::string email, invoice_email, phone, note, url;
    PostalAddress post;
    std::vector<int> categories;
    int payment_days = 0;
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
    std::int64_t product_id = 0;
};

struct Person {
    std::int64_t id = 0;  // ContactId elsewhere
    std::int64_t employee_id = 0;
    std::int64_t employee_number = 0;
    std::int64_t customer_id = 0;  // when the person is a Consumer as well
    std::string first_name, last_name, email, private_email, mobile;
    std::string position, department, consumer_number, gender = "Unknown";
    PostalAddress post;
    bool is_employee = true;
    bool is_private = false;
    std::int64_t born_at = 0, changed_at = 0, registered_at = 0;
    std::optional<std::int64_t> hour_cost_ore;
    std::vector<int> categories;
};

// A person's place in a company.
struct Relation {
    std::int64_t person_id = 0, company_id = 0;
    std::string title, email, phone, mobile;
    std::int64_t changed_at = 0;
};

struct Hour {
    std::int64_t id = 0;
    std::int64_t work_type_id = 0, contact_id = 0, project_id = 0, customer_id = 0, task_id = 0;
    std::int64_t started_at = 0, stopped_at = 0, changed_at = 0, registered_at = 0;
    std::string total_hours = "0", total_hours_invoice = "0";
    std::string description, internal_note;
    std::string locked = "none", approved = "False";
    bool needs_approval = true;
    bool is_rejected = false;
    std::int64_t approved_by = 0, salary_type_id = 0, order_id = 0;
    std::optional<std::int64_t> price_ore;
};

// Numbers stay texts as they came, since the ERP gives them back as they were.
struct Cost {
    std::int64_t id = 0, project_id = 0, contact_id = 0, customer_id = 0;
    std::int64_t registered_at = 0, product_id = 0, supplier_id = 0;
    std::string quantity, in_price, price, description;
};

struct Note {
    std::int64_t id = 0, person_id = 0, employee_id = 0, added_at = 0, dated_at = 0;
    std::string subject, description;
};

struct Department {
    std::int64_t id = 0;
    std::string name;
};

// A company in 24SevenOffice.
struct Tenant {
    std::int64_t id = 0;  // Client.Id: 15 digits
    std::string name;
    std::string organisation_number;
    std::string domain;
    PostalAddress post;
    std::vector<Department> departments;
    std::vector<Project> projects;
    std::vector<Task> tasks;
    std::vector<Company> companies;
    std::vector<WorkType> work_types;
    std::vector<Person> persons;
    std::vector<Relation> relations;
    std::vector<Hour> hours;
    std::vector<Cost> costs;
    std::vector<Note> notes;

    // The record of that id; null when there is none. A pointer lives until records are added.
    Project* project(std::int64_t wanted);
    const Project* project(std::int64_t wanted) const;
    Company* company(std::int64_t wanted);
    const Company* company(std::int64_t wanted) const;
    const Person* person(std::int64_t wanted) const;
    const WorkType* work_type(std::int64_t wanted) const;
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
    bool is_revoked = false;  // the user has lost this client
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

// Same options, same data, byte for byte and on every machine.
CompanyData make_company_data(const DataOptions& options);

// The logins of the demo, by what they show.
namespace demo {
// Any GUID but the empty one will do; this is the one that the documentation names.
inline constexpr std::string_view application_id = "b3a51e1c-6f0d-4c53-9f1e-7d1c6f1c2a24";
// Reaches three companies, and a fourth whose identity is disabled.
inline constexpr std::string_view accountant = "kari.nordlie@fjordregnskap.example";
inline constexpr std::string_view accountant_password = "fjord og fjell 2026";
// One company, as the person that the books know.
inline constexpr std::string_view manager = "ingrid.solheim@granlund-bygg.example";
inline constexpr std::string_view manager_password = "stillas mot himmelen";
// What 24SevenOffice would hand over when it opens an app for the manager (contract 8.1).
inline constexpr std::string_view manager_token = "7c1f0a52-93be-4d06-8f3a-2b6d5e417c90";
// One company, as an ordinary employee of it.
inline constexpr std::string_view employee = "oyvind.braten@granlund-bygg.example";
inline constexpr std::string_view employee_password = "spade spett og spiker";
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
