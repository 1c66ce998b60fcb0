// Projects and tasks as answers show them, and the search that both ProjectService and TimeService
// have.
#include <algorithm>

#include "tests/simulator/service_values.hpp"

namespace busy24::simulator {

namespace {

constexpr std::string_view type_names[] = {"", "Fastpris", "Løpende timer", "Internt"};
constexpr std::string_view status_names[] = {"", "Pågår", "Ferdig", "Tilbud"};

std::string customer_name(const Tenant& tenant, const Project& project) {
    const auto* company = project.customer_id ? tenant.company(project.customer_id) : nullptr;
    if (!company) return {};
    return company->first_name.empty() ? company->name : company->first_name + " " + company->name;
}

// The name as it is shown: with the customer's for some (contract 3, NameDisplay).
std::string shown_name(const Project& project, const std::string& customer) {
    if (customer.empty() || project.name_display == "Plain") return project.name;
    return project.name_display == "Company_Project" ? customer + " - " + project.name
                                                     : project.name + " - " + customer;
}

void add_details(const Project& project, Value& value) {
    const auto add = [&](const char* name, Value member) {
        value.members.emplace_back(name, std::move(member));
    };
    if (!project.participants.empty()) {
        std::vector<std::int64_t> ids;
        for (const auto& participant : project.participants) ids.push_back(participant.contact_id);
        add("Participants", number_list(ids));
    }
    if (!project.budget) return;
    add("Budget", static_cast<std::int64_t>(*project.budget));
    add("BudgetHour", "120.5");
    add("BudgetHourCost", "650");
    add("FixedPrice", project.type_id == 1);
    add("UseProjectOwnerAsOurReference", project.id % 2 == 0);
}

}  // namespace

Value project_value(const Tenant& tenant, const Project& project, Detail detail) {
    const auto turn = static_cast<std::uint64_t>(project.id);
    const auto customer = customer_name(tenant, project);
    Value value{{"Id", project.id},
                {"Enabled", false},  // always: quirk 44
                {"Name", shown_name(project, customer)},
                {"NameDisplay", project.name_display},
                {"QuickListed", project.is_quick_listed},
                {"DateChanged", date_value(project.changed_at, turn)},
                {"DateStart", date_value(project.started_at, turn + 1)},
                {"DateStop", date_value(project.stopped_at, turn + 2)},
                {"DateRegistered", date_value(project.registered_at, turn + 3)},
                {"CustomerId", id_value(project.customer_id)},
                {"CustomerName", customer},
                {"OrderReferenceNumber", project.order_reference},
                {"DepartmentId", project.department_id
                                     ? Value(static_cast<std::int64_t>(*project.department_id))
                                     : Value()},
                {"CustomerReference", project.customer_reference},
                {"Owner", id_value(project.owner)},
                {"Pipeline", id_value(project.pipeline)},
                {"TypeId", id_value(project.type_id)},
                {"TypeName", std::string(type_names[project.type_id & 3])},
                {"StatusId", id_value(project.status_id)},
                {"StatusName", std::string(status_names[project.status_id & 3])},
                {"NeedApproval", project.need_approval},
                {"Description", project.description},
                {"WorkTypeId", id_value(project.work_type_id)},
                {"TimeReg", project.is_by_task ? "Task" : "WorkType"},
                {"Version", static_cast<std::int64_t>(project.version)}};
    if (const auto* type = project.work_type_id ? tenant.work_type(project.work_type_id) : nullptr)
        value.members.emplace_back("WorkTypeName", type->name);
    // Which members GetProjectList leaves out is UNCERTAIN (contract 3); here, these.
    if (detail == Detail::detailed) add_details(project, value);
    return value;
}

Value task_value(const Tenant& tenant, const Task& task) {
    const auto* project = tenant.project(task.project_id);
    return {{"Id", task.id},
            {"Name", task.name},
            {"Description", task.description},
            {"DateStart", date_value(task.started_at)},
            {"DateStop", date_value(task.stopped_at)},
            {"Overtime", "0"},
            {"Parent", id_value(task.parent_id)},
            {"Priority", task.priority},
            {"Project", task.project_id},
            {"Status", task.status ? Value(*task.status) : Value()},
            {"WorkTypeId", id_value(task.work_type_id)},
            {"Estimate", id_value(task.estimate)},
            {"Registered", "12.5"},
            {"Participants", task.participants.empty() ? Value() : number_list(task.participants)},
            {"ProjectName", project ? project->name : std::string()}};
}

Value find_projects(const Tenant& tenant, const std::function<bool(const Project&)>& is_wanted,
                    Detail detail) {
    std::vector<std::int64_t> found;
    for (const auto& project : tenant.projects)
        if (is_wanted(project)) found.push_back(project.id);
    const auto count = found.size();
    return LazyList{count, [found = std::move(found), &tenant, detail](std::size_t index) {
                        const auto* project = tenant.project(found[index]);
                        return project ? project_value(tenant, *project, detail) : Value();
                    }};
}

std::function<bool(const Project&)> project_filter(const Call& call, const Element* search,
                                                   FreeText free_text) {
    const auto everything = [](const Project&) { return true; };
    if (!search) return everything;
    if (auto ids = numbers_of(search, "ProjectIds"); ids && !ids->empty()) {
        std::sort(ids->begin(), ids->end());
        return [ids = std::move(*ids)](const Project& project) {
            return std::binary_search(ids.begin(), ids.end(), project.id);
        };
    }
    if (const auto customer = number_of(search, "CustomerId"))
        return [=](const Project& project) { return project.customer_id == customer; };
    if (const auto text = search->text_of("Search");
        !text.empty() && free_text == FreeText::supported)
        return [=](const Project& project) {
            return is_in(text, project.name) || std::to_string(project.id) == text;
        };
    if (const auto after = minute_of(search, "ChangedAfter"))
        return [=](const Project& project) { return is_after_minute(project.changed_at, after); };
    if (const auto after = date_of(search, "StartedAfter"))
        return [=](const Project& project) { return project.started_at > after; };
    if (const auto before = date_of(search, "StartedBefore"))
        return [=](const Project& project) {
            return project.started_at && project.started_at < before;
        };
    // "My" is the session's user (quirk 50), who for an API user takes part in nothing.
    if (search->text_of("MyProjects") == "true")
        return [me = call.identity().contact_id](const Project& project) {
            return me && std::any_of(project.participants.begin(), project.participants.end(),
                                     [&](const Participant& p) { return p.contact_id == me; });
        };
    return everything;
}

}  // namespace busy24::simulator
