// ProjectService V001: projects, their people, and saving (contract 3).
#include <algorithm>

#include "tests/simulator/calendar.hpp"
#include "tests/simulator/world.hpp"

namespace busy24::simulator {

namespace {

constexpr const char* state_names[] = {"Unknown", "InvitationSent", "Participating",
                                       "ProjectInitiater", "Removed"};
constexpr std::pair<int, const char*> roles[] = {
    {1, "Prosjektleder"}, {2, "Deltaker"}, {3, "Observatør"}};

std::string customer_name(const Tenant& tenant, std::int64_t id) {
    for (const auto& company : tenant.companies)
        if (company.id == id) return company.name;
    return {};
}

// The name as it is shown: with the customer's for some (contract 3, NameDisplay).
std::string shown_name(const Tenant& tenant, const Project& project) {
    const auto customer = customer_name(tenant, project.customer_id);
    if (customer.empty() || project.name_display == "Plain") return project.name;
    return project.name_display == "Company_Project" ? customer + " - " + project.name
                                                     : project.name + " - " + customer;
}

Value participants_of(const Project& project) {
    std::vector<Value> ids;
    for (const auto& participant : project.participants) ids.push_back(participant.contact_id);
    return list_of(std::move(ids));
}

Value project_value(const Tenant& tenant, const Project& project) {
    const auto turn = static_cast<std::uint64_t>(project.id);
    return {{"Id", project.id},
            {"Enabled", false},  // always: quirk 44
            {"Name", shown_name(tenant, project)},
            {"NameDisplay", project.name_display},
            {"QuickListed", project.id % 5 != 0},
            {"DateChanged", date_value(project.changed_at, turn)},
            {"DateStart", date_value(project.started_at, turn + 1)},
            {"DateStop", date_value(project.stopped_at)},
            {"DateRegistered", date_value(project.registered_at)},
            {"CustomerId", project.customer_id ? Value(project.customer_id) : Value()},
            {"CustomerName", customer_name(tenant, project.customer_id)},
            {"Owner", 7'001},
            {"NeedApproval", project.need_approval},
            {"Description", project.description},
            {"TimeReg", project.is_by_task ? "Task" : "WorkType"},
            {"Version", 1},
            {"Participants", project.participants.empty() ? Value() : participants_of(project)}};
}

bool matches(const Project& project, const Element* search) {
    if (!search) return true;
    // One filter at a time is honoured (quirk 46): the first that is set.
    if (const auto* ids = search->child("ProjectIds"))
        return std::any_of(ids->children.begin(), ids->children.end(), [&](const Element& id) {
            return id.text == std::to_string(project.id);
        });
    if (const auto customer = number_of(search, "CustomerId"))
        return project.customer_id == customer;
    if (const auto text = search->text_of("Search"); !text.empty())
        return project.name.find(text) != project.name.npos;
    if (const auto after = minute_of(search, "ChangedAfter")) return project.changed_at >= after;
    if (const auto after = date_of(search, "StartedAfter")) return project.started_at >= after;
    if (const auto before = date_of(search, "StartedBefore"))
        return project.started_at != 0 && project.started_at <= before;
    return true;
}

enum class Activity { active, deactivated };

Value find_projects(Call& call, Activity activity, const Element* search,
                    Value (*show)(const Tenant&, const Project&)) {
    const auto& tenant = call.tenant();
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < tenant.projects.size(); ++i)
        if (tenant.projects[i].is_active == (activity == Activity::active) &&
            matches(tenant.projects[i], search))
            found.push_back(i);
    const auto count = found.size();
    return LazyList{count, [found = std::move(found), &tenant, show](std::size_t index) {
                        return show(tenant, tenant.projects[found[index]]);
                    }};
}

Value short_value(const Tenant& tenant, const Project& project) {
    return {{"Id", project.id}, {"Name", shown_name(tenant, project)}};
}

Result<Value> get_project_list(Call& call) {
    return find_projects(call, Activity::active, call.in.child("Ps"), project_value);
}

Result<Value> get_deactivated_projects(Call& call) {
    return find_projects(call, Activity::deactivated, call.in.child("ps"), project_value);
}

Result<Value> get_project_name_list(Call& call) {
    return find_projects(call, Activity::active, nullptr, short_value);
}

Result<Value> get_deactivated_project_name_list(Call& call) {
    return find_projects(call, Activity::deactivated, nullptr, short_value);
}

Project* project_of(Tenant& tenant, std::int64_t id) {
    for (auto& project : tenant.projects)
        if (project.id == id) return &project;
    return nullptr;
}

Result<Value> get_single_project(Call& call) {
    const auto* project = project_of(call.tenant(), number_of(&call.in, "projectId"));
    return project ? project_value(call.tenant(), *project) : Value();
}

void take_over(Project& project, const Element& from, std::int64_t now) {
    if (from.child("Name")) project.name = from.text_of("Name");
    if (from.child("CustomerId")) project.customer_id = number_of(&from, "CustomerId");
    if (from.child("Description")) project.description = from.text_of("Description");
    if (from.child("DateStart")) project.started_at = date_of(&from, "DateStart");
    if (from.child("DateStop")) project.stopped_at = date_of(&from, "DateStop");
    if (from.child("NeedApproval")) project.need_approval = from.text_of("NeedApproval");
    if (from.child("NameDisplay")) project.name_display = from.text_of("NameDisplay");
    if (from.child("TimeReg")) project.is_by_task = from.text_of("TimeReg") == "Task";
    project.changed_at = now;
}

Result<Value> save_project(Call& call) {
    const auto* from = call.in.child("project");
    if (!from || from->text_of("Name").empty())
        return fault("System.ArgumentException: Name is required");
    if (!from->child("NameDisplay") || !from->child("TimeReg"))
        return fault("Instance validation error: NameDisplay and TimeReg are required");
    auto& tenant = call.tenant();
    const auto id = number_of(from, "Id");
    // An id that exists is updated without a word: quirk 49.
    if (auto* existing = id ? project_of(tenant, id) : nullptr) {
        take_over(*existing, *from, call.world.now_ms());
        return Value(existing->id);
    }
    Project project{.id = id};
    for (const auto& other : tenant.projects)
        if (!id) project.id = std::max(project.id, other.id + 1);
    project.registered_at = call.world.now_ms();
    take_over(project, *from, call.world.now_ms());
    tenant.projects.push_back(std::move(project));
    return Value(tenant.projects.back().id);
}

Value participant_value(const Tenant& tenant, const Participant& participant) {
    std::string name;
    for (const auto& person : tenant.persons)
        if (person.id == participant.contact_id) name = person.first_name + " " + person.last_name;
    const auto& role = roles[participant.role_id - 1];
    return {{"ContactId", participant.contact_id},
            {"Name", name},
            {"Role", Value{{"Id", role.first}, {"Name", role.second}}},
            {"State", participant.state},
            {"StateName", state_names[participant.state]}};
}

Result<Value> get_project_participants(Call& call) {
    const auto& tenant = call.tenant();
    const auto* ids = call.in.child("ProjectIds");
    const auto after = minute_of(&call.in, "ChangedAfter");
    std::vector<Value> list;
    for (const auto& project : tenant.projects) {
        const bool is_wanted =
            !ids || std::any_of(ids->children.begin(), ids->children.end(), [&](const Element& id) {
                return id.text == std::to_string(project.id);
            });
        if (!is_wanted || project.changed_at < after) continue;
        std::vector<Value> people;
        for (const auto& participant : project.participants)
            people.push_back(participant_value(tenant, participant));
        list.push_back({{"ProjectId", project.id}, {"Participants", list_of(std::move(people))}});
    }
    return list_of(std::move(list));
}

Result<Value> get_project_roles(Call&) {
    std::vector<Value> list;
    for (const auto& [id, name] : roles) list.push_back({{"Id", id}, {"Name", name}});
    return list_of(std::move(list));
}

Result<Value> get_project_types(Call&) {
    return list_of({Value{{"Key", "1"}, {"Value", "Fastpris"}},
                    Value{{"Key", "2"}, {"Value", "Løpende timer"}}});
}

Result<Value> get_project_statuses(Call&) {
    return list_of({Value{{"Id", 1}, {"Name", "Pågår"}, {"Active", true}},
                    Value{{"Id", 2}, {"Name", "Ferdig"}, {"Active", false}}});
}

Result<Value> empty_list(Call&) { return list_of({}); }

}  // namespace

Handlers project_handlers() {
    return {{"GetProjectList", get_project_list},
            {"GetProjectsDetailed", get_project_list},
            {"GetDeactivatedProjects", get_deactivated_projects},
            {"GetProjectNameList", get_project_name_list},
            {"GetDeactivatedProjectNameList", get_deactivated_project_name_list},
            {"GetSingleProject", get_single_project},
            {"SaveProject", save_project},
            {"GetProjectParticipants", get_project_participants},
            {"GetProjectRoles", get_project_roles},
            {"GetProjectTypes", get_project_types},
            {"GetProjectStatuses", get_project_statuses},
            {"GetProjectTasks", empty_list},
            {"GetMyProjectTasks", empty_list},
            {"GetPipeLines", empty_list},
            {"GetCategories", empty_list}};
}

}  // namespace busy24::simulator
