// ProjectService V001: projects, their people, tasks, and saving (contract 3).
#include <algorithm>

#include "tests/simulator/service_values.hpp"

namespace busy24::simulator {

namespace {

// By their number; the misspelt ones are the vendor's.
constexpr const char* state_names[] = {"Unknown",
                                       "InvitationSent",
                                       "Participating",
                                       "ProjectInitiater",
                                       "Removed",
                                       "RemovedBeforeAccept",
                                       "InvitationStoppedByReciever",
                                       "InvitationStoppedBySender",
                                       "InvitationExpired",
                                       "InvitationIsResent",
                                       "RemovedWhenOpeningProject",
                                       "NotInvited"};

struct RoleRow {
    int id;
    const char* name;
    int parent;
};
constexpr RoleRow roles[] = {
    {1, "Prosjektleder", 0}, {2, "Deltaker", 0}, {3, "Observatør", 0}, {4, "Bas", 2}};

Value role_value(int id) {
    for (const auto& role : roles)
        if (role.id == id)
            return {{"Id", role.id}, {"Name", role.name}, {"Parent", id_value(role.parent)}};
    return {};
}

enum class Activity { active, deactivated };

Value projects_that(Call& call, const char* parameter, Activity activity, Detail detail) {
    // A parameter of the wrong case is not there at all, and nothing is filtered (quirk 42).
    const auto filter =
        project_filter(call, call.in.child(parameter),
                       activity == Activity::active ? FreeText::supported : FreeText::ignored);
    return find_projects(
        call.tenant(),
        [&](const Project& project) {
            return project.is_active == (activity == Activity::active) && filter(project);
        },
        detail);
}

Result<Value> get_project_list(Call& call) {
    return projects_that(call, "Ps", Activity::active, Detail::list);
}

Result<Value> get_projects_detailed(Call& call) {
    return projects_that(call, "Ps", Activity::active, Detail::detailed);
}

Result<Value> get_deactivated_projects(Call& call) {
    return projects_that(call, "ps", Activity::deactivated, Detail::detailed);
}

Value names_of(Call& call, Activity activity) {
    auto names = projects_that(call, "", activity, Detail::list);
    names.list.item = [item = std::move(names.list.item)](std::size_t index) {
        const auto project = item(index);
        const auto* id = project.member("Id");
        const auto* name = project.member("Name");
        return id && name ? Value{{"Id", *id}, {"Name", *name}} : Value();
    };
    return names;
}

Result<Value> get_project_name_list(Call& call) { return names_of(call, Activity::active); }

Result<Value> get_deactivated_project_name_list(Call& call) {
    return names_of(call, Activity::deactivated);
}

Result<Value> get_single_project(Call& call) {
    const auto* project = call.tenant().project(number_of(&call.in, "projectId"));
    return project ? project_value(call.tenant(), *project, Detail::detailed) : Value();
}

// What is given is changed; what is left out stays.
// All of the project: to the service, a member that is left out and one that has its default from
// the schema are the same (contract 3), so that whoever saves half a project loses the other half.
void take_over(Project& project, const Element& from) {
    const auto text = [&](const char* name, std::string& into) { into = from.text_of(name); };
    const auto number = [&](const char* name, auto& into) {
        into = static_cast<std::remove_reference_t<decltype(into)>>(number_of(&from, name));
    };
    text("Name", project.name);
    text("Description", project.description);
    if (from.child("NeedApproval")) text("NeedApproval", project.need_approval);
    text("NameDisplay", project.name_display);
    text("CustomerReference", project.customer_reference);
    text("OrderReferenceNumber", project.order_reference);
    number("CustomerId", project.customer_id);
    number("TypeId", project.type_id);
    number("StatusId", project.status_id);
    number("Pipeline", project.pipeline);
    number("WorkTypeId", project.work_type_id);
    if (from.child("Version")) number("Version", project.version);
    project.department_id.reset();
    if (const auto given = number_of(&from, "DepartmentId"))
        project.department_id = static_cast<std::int32_t>(given);
    project.started_at = date_of(&from, "DateStart");
    project.stopped_at = date_of(&from, "DateStop");
    project.is_quick_listed = from.text_of("QuickListed") != "false";
    project.is_by_task = from.text_of("TimeReg") == "Task";
}

void replace_participants(Project& project, const Element& from) {
    const auto ids = numbers_of(&from, "Participants");
    if (!ids) return;
    std::vector<Participant> participants;
    for (const auto id : *ids) {
        const auto known =
            std::find_if(project.participants.begin(), project.participants.end(),
                         [&](const Participant& other) { return other.contact_id == id; });
        participants.push_back(known == project.participants.end() ? Participant{id, 2, 1}
                                                                   : *known);
    }
    project.participants = std::move(participants);
}

Result<> check_project(const Tenant& tenant, const Element& from) {
    if (from.text_of("Name").empty()) return fault("System.ArgumentException: Name is required");
    if (!from.child("NameDisplay") || !from.child("TimeReg"))
        return fault("Instance validation error: NameDisplay and TimeReg are required");
    const auto customer = number_of(&from, "CustomerId");
    if (customer && !tenant.company(customer)) return unknown("CustomerId", customer);
    return {};
}

Result<Value> save_project(Call& call) {
    const auto* from = call.in.child("project");
    if (!from) return fault("System.ArgumentNullException: project");
    auto& tenant = call.tenant();
    TRY(check_project(tenant, *from));
    const auto id = number_of(from, "Id");
    auto* project = id ? tenant.project(id) : nullptr;
    // An id that exists is updated without a word; one that does not is taken (quirk 49).
    if (!project) {
        Project fresh{.id = id ? id : 1'001};
        if (!id)
            for (const auto& other : tenant.projects) fresh.id = std::max(fresh.id, other.id + 1);
        fresh.registered_at = call.world.now_ms();
        fresh.owner = static_cast<std::int32_t>(call.identity().contact_id);
        project = &tenant.projects.emplace_back(std::move(fresh));
    }
    take_over(*project, *from);
    replace_participants(*project, *from);
    project->changed_at = call.world.now_ms();
    return Value(project->id);
}

Value participant_value(const Tenant& tenant, const Participant& participant) {
    const auto* person = tenant.person(participant.contact_id);
    return {{"ContactId", participant.contact_id},
            {"Name", person ? person->first_name + " " + person->last_name : std::string()},
            {"Role", role_value(participant.role_id)},
            {"State", participant.state},
            {"StateName", state_names[participant.state]}};
}

Result<Value> get_project_participants(Call& call) {
    const auto& tenant = call.tenant();
    auto ids = numbers_of(&call.in, "ProjectIds");
    if (ids) std::sort(ids->begin(), ids->end());
    std::vector<std::int64_t> found;
    for (const auto& project : tenant.projects)
        if ((!ids || ids->empty() || std::binary_search(ids->begin(), ids->end(), project.id)) &&
            has_changed_after(project.changed_at, &call.in, "ChangedAfter"))
            found.push_back(project.id);
    const auto count = found.size();
    return Value(LazyList{
        count, [found = std::move(found), &tenant](std::size_t index) -> Value {
            const auto* project = tenant.project(found[index]);
            if (!project) return {};
            std::vector<Value> people;
            for (const auto& participant : project->participants)
                people.push_back(participant_value(tenant, participant));
            return {{"ProjectId", project->id}, {"Participants", list_of(std::move(people))}};
        }});
}

Value tasks_that(Call& call, const std::function<bool(const Task&)>& is_wanted) {
    std::vector<Value> list;
    for (const auto& task : call.tenant().tasks)
        if (is_wanted(task)) list.push_back(task_value(call.tenant(), task));
    return list_of(std::move(list));
}

Result<Value> get_project_tasks(Call& call) {
    const auto project = number_of(&call.in, "projectId");
    return tasks_that(call, [=](const Task& task) { return task.project_id == project; });
}

Result<Value> get_my_project_tasks(Call& call) {
    const auto me = call.identity().contact_id;
    return tasks_that(call, [=](const Task& task) {
        return std::find(task.participants.begin(), task.participants.end(), me) !=
               task.participants.end();
    });
}

Result<Value> save_project_task(Call& call) {
    const auto* from = call.in.child("task");
    auto& tenant = call.tenant();
    const auto project = number_of(from, "Project");
    if (!from || from->text_of("Name").empty() || !date_of(from, "DateStart") ||
        !date_of(from, "DateStop"))
        return fault(
            "System.ArgumentException: Name, Project, DateStart and DateStop are required");
    if (!tenant.project(project)) return unknown("Project", project);
    const auto id = number_of(from, "Id");
    auto task = std::find_if(tenant.tasks.begin(), tenant.tasks.end(),
                             [&](const Task& other) { return other.id == id; });
    if (id && task == tenant.tasks.end()) return unknown("Task", id);
    if (task == tenant.tasks.end()) {
        Task fresh{.id = 30'001};
        for (const auto& other : tenant.tasks) fresh.id = std::max(fresh.id, other.id + 1);
        task = tenant.tasks.insert(tenant.tasks.end(), std::move(fresh));
    }
    task->project_id = project;
    task->name = from->text_of("Name");
    task->description = from->text_of("Description");
    task->started_at = date_of(from, "DateStart");
    task->stopped_at = date_of(from, "DateStop");
    task->parent_id = number_of(from, "Parent");
    task->work_type_id = number_of(from, "WorkTypeId");
    task->participants = numbers_of(from, "Participants").value_or(task->participants);
    return Value(task->id);
}

Result<Value> get_project_roles(Call&) {
    std::vector<Value> list;
    for (const auto& role : roles) list.push_back(role_value(role.id));
    return list_of(std::move(list));
}

Result<Value> get_project_types(Call&) {
    return list_of(
        {key_value(1, "Fastpris"), key_value(2, "Løpende timer"), key_value(3, "Internt")});
}

Result<Value> get_project_statuses(Call&) {
    return list_of({Value{{"Id", 1}, {"Name", "Pågår"}, {"Active", true}},
                    Value{{"Id", 2}, {"Name", "Ferdig"}, {"Active", false}},
                    Value{{"Id", 3}, {"Name", "Tilbud"}, {"Active", true}}});
}

Result<Value> get_pipe_lines(Call&) { return list_of({key_value(1, "Tilbud sendt")}); }

Result<Value> get_project_categories(Call&) {
    return list_of({key_value(1, "Bygg"), key_value(2, "Anlegg & vei")});
}

}  // namespace

Handlers project_handlers() {
    return {{"GetProjectList", get_project_list},
            {"GetProjectsDetailed", get_projects_detailed},
            {"GetDeactivatedProjects", get_deactivated_projects},
            {"GetProjectNameList", get_project_name_list},
            {"GetDeactivatedProjectNameList", get_deactivated_project_name_list},
            {"GetSingleProject", get_single_project},
            {"SaveProject", save_project},
            {"GetProjectParticipants", get_project_participants},
            {"GetProjectTasks", get_project_tasks},
            {"GetMyProjectTasks", get_my_project_tasks},
            {"SaveProjectTask", save_project_task},
            {"GetProjectRoles", get_project_roles},
            {"GetProjectTypes", get_project_types},
            {"GetProjectStatuses", get_project_statuses},
            {"GetPipeLines", get_pipe_lines},
            {"GetCategories", get_project_categories}};
}

}  // namespace busy24::simulator
