// TimeService v001: work types and hours (contract 4).
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "tests/simulator/world.hpp"

namespace busy24::simulator {

namespace {

// Money on the wire: kroner with a dot.
std::string price_text(std::int64_t ore) {
    char text[32];
    std::snprintf(text, sizeof text, "%lld.%02lld", static_cast<long long>(ore / 100),
                  static_cast<long long>(ore % 100));
    return text;
}

Value work_type_value(const WorkType& type) {
    return {{"Id", type.id},
            {"Name", type.name},
            {"Description", type.description.empty() ? Value() : Value(type.description)},
            {"Invoiceable", type.is_invoiceable},
            {"Price", type.price_ore ? Value(price_text(*type.price_ore)) : Value()}};
}

Project* project_of(Tenant& tenant, std::int64_t id) {
    for (auto& project : tenant.projects)
        if (project.id == id) return &project;
    return nullptr;
}

// Ticked ones; all of them when none is ticked, inactive ones too (quirk 51, quirk 52).
bool is_allowed(const Project& project, const WorkType& type) {
    return project.work_types.empty() ||
           std::find(project.work_types.begin(), project.work_types.end(), type.id) !=
               project.work_types.end();
}

Result<Value> get_work_type_list(Call& call) {
    const auto* search = call.in.child("Wts");
    const auto active = search ? search->text_of("Active") : std::string();
    const auto* project = project_of(call.tenant(), number_of(search, "ProjectId"));
    std::vector<Value> list;
    for (const auto& type : call.tenant().work_types) {
        if (project
                ? !is_allowed(*project, type)
                : (active == "True" && !type.is_active) || (active == "False" && type.is_active))
            continue;
        list.push_back(work_type_value(type));
    }
    return list_of(std::move(list));
}

Value hour_value(const Hour& hour) {
    return {{"Id", hour.id},
            {"TypeOfWorkId", hour.work_type_id ? Value(hour.work_type_id) : Value()},
            {"StartTime", date_value(hour.started_at)},
            {"StopTime", date_value(hour.stopped_at)},
            {"TotalHours", hour.total_hours},
            {"TotalHoursInvoice", hour.total_hours_invoice},
            {"ContactId", hour.contact_id},
            {"ProjectId", hour.project_id},
            {"Description", hour.description},
            {"Locked", hour.locked},
            {"Approved", hour.approved},
            {"NeedApproval", hour.needs_approval},
            {"CustomerId", hour.customer_id ? Value(hour.customer_id) : Value()},
            {"InternalNote", hour.internal_note}};
}

bool matches(const Hour& hour, const Element* search) {
    if (!search) return true;
    if (const auto* ids = search->child("HourIds"))
        return std::any_of(ids->children.begin(), ids->children.end(),
                           [&](const Element& id) { return id.text == std::to_string(hour.id); });
    if (const auto id = number_of(search, "ContactId"); id && hour.contact_id != id) return false;
    if (const auto id = number_of(search, "ProjectId"); id && hour.project_id != id) return false;
    if (const auto from = date_of(search, "StartTime"); from && hour.started_at < from)
        return false;
    if (const auto to = date_of(search, "StopTime"); to && hour.started_at >= to) return false;
    return hour.changed_at >= minute_of(search, "ChangedAfter");
}

Value hours_that(Call& call, const Element* search, bool only_unapproved) {
    std::vector<Value> list;
    for (const auto& hour : call.tenant().hours)
        if (matches(hour, search) && !(only_unapproved && hour.approved == "True"))
            list.push_back(hour_value(hour));
    return list_of(std::move(list));
}

Result<Value> get_hours(Call& call) { return hours_that(call, call.in.child("hs"), false); }

Result<Value> get_hours_for_approval(Call& call) {
    return hours_that(call, call.in.child("approvalSearchParameters"), true);
}

Result<Value> save_hour(Call& call) {
    const auto* from = call.in.child("Hour");
    if (!from) return fault("System.ArgumentNullException: Hour");
    if (std::atof(from->text_of("TotalHours").c_str()) > 255)
        return fault("System.OverflowException: TotalHours is above 255");
    auto& hours = call.tenant().hours;
    const auto id = number_of(from, "Id");
    auto hour =
        std::find_if(hours.begin(), hours.end(), [&](const Hour& other) { return other.id == id; });
    if (id && hour == hours.end()) return fault("System.Exception: The hour does not exist");
    if (hour != hours.end() && hour->locked == "True")
        return fault("System.Exception: The hour is locked");
    if (hour == hours.end()) {
        Hour fresh{.id = 500'000};
        for (const auto& other : hours) fresh.id = std::max(fresh.id, other.id + 1);
        hour = hours.insert(hours.end(), fresh);
    }
    hour->work_type_id = number_of(from, "TypeOfWorkId");
    hour->contact_id = number_of(from, "ContactId");
    hour->project_id = number_of(from, "ProjectId");
    hour->customer_id = number_of(from, "CustomerId");
    hour->started_at = date_of(from, "StartTime");
    hour->stopped_at = date_of(from, "StopTime");
    hour->total_hours = from->text_of("TotalHours");
    hour->total_hours_invoice = from->text_of("TotalHoursInvoice");
    hour->description = from->text_of("Description");
    hour->internal_note = from->text_of("InternalNote");
    if (from->child("Locked")) hour->locked = from->text_of("Locked");
    if (from->child("Approved")) hour->approved = from->text_of("Approved");
    hour->needs_approval = from->text_of("NeedApproval") == "true";
    hour->changed_at = call.world.now_ms();
    return Value(hour->id);
}

Result<Value> delete_hour(Call& call) {
    const auto* from = call.in.child("Hour");
    auto& hours = call.tenant().hours;
    const auto id = number_of(from, "Id");
    return Value(std::erase_if(hours, [&](const Hour& hour) {
                     return hour.id == id && hour.locked != "True";
                 }) > 0);
}

Result<Value> get_project_data(Call& call) {
    const auto* project = project_of(call.tenant(), number_of(call.in.child("Pds"), "ProjectId"));
    if (!project) return Value();
    std::vector<Value> types;
    for (const auto& type : call.tenant().work_types)
        if (is_allowed(*project, type)) types.push_back(work_type_value(type));
    return Value{{"Project", Value{{"Id", project->id},
                                   {"Name", project->name},
                                   {"NameDisplay", project->name_display},
                                   {"TimeReg", project->is_by_task ? "Task" : "WorkType"}}},
                 {"WorkTypes", list_of(std::move(types))}};
}

Result<Value> get_salary_types(Call&) {
    return list_of(
        {Value{{"Id", 1}, {"Name", "Timelønn"}}, Value{{"Id", 2}, {"Name", "Fastlønn"}}});
}

Result<Value> empty_list(Call&) { return list_of({}); }

}  // namespace

Handlers time_handlers() {
    return {{"GetWorkTypeList", get_work_type_list},
            {"GetHours", get_hours},
            {"GetHoursForApproval", get_hours_for_approval},
            {"SaveHour", save_hour},
            {"DeleteHour", delete_hour},
            {"GetProjectData", get_project_data},
            {"GetSalaryTypes", get_salary_types},
            {"GetTimeSettings", empty_list},
            {"GetCosts", empty_list}};
}

}  // namespace busy24::simulator
