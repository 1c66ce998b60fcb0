// TimeService v001: work types, what a project allows, costs and small lists (contract 4).
#include <algorithm>

#include "tests/simulator/service_hours.hpp"
#include "tests/simulator/service_values.hpp"

namespace busy24::simulator {

namespace {

Value work_type_value(const WorkType& type) {
    return {{"Id", type.id},
            {"Name", type.name},
            {"Description", text_value(type.description)},
            {"Invoiceable", type.is_invoiceable},
            {"Price", money_value(type.price_ore)},
            {"ProductId", id_value(type.product_id)}};
}

// Ticked ones; all of them when none is ticked, inactive ones too (quirk 51, quirk 52).
bool is_allowed(const Project& project, const WorkType& type) {
    return project.work_types.empty() ||
           std::find(project.work_types.begin(), project.work_types.end(), type.id) !=
               project.work_types.end();
}

Value work_types_that(const Tenant& tenant, const std::function<bool(const WorkType&)>& is_wanted) {
    std::vector<Value> list;
    for (const auto& type : tenant.work_types)
        if (is_wanted(type)) list.push_back(work_type_value(type));
    return list_of(std::move(list));
}

Result<Value> get_work_type_list(Call& call) {
    const auto* search = call.in.child("Wts");
    const auto& tenant = call.tenant();
    // With ProjectId, Active has no effect (contract 4.2).
    if (const auto id = number_of(search, "ProjectId")) {
        const auto* project = tenant.project(id);
        return work_types_that(
            tenant, [&](const WorkType& type) { return project && is_allowed(*project, type); });
    }
    const auto active = search ? search->text_of("Active") : std::string();
    return work_types_that(tenant, [&](const WorkType& type) {
        return active == "True" ? type.is_active : active != "False" || !type.is_active;
    });
}

// This service's Project is an older form of the one in ProjectService; the writer leaves out what
// its facts do not have.
Result<Value> get_project_list(Call& call) {
    const auto filter = project_filter(call, call.in.child("Ps"), FreeText::supported);
    return find_projects(
        call.tenant(), [&](const Project& project) { return project.is_active && filter(project); },
        Detail::list);
}

Result<Value> get_project_data(Call& call) {
    const auto* search = call.in.child("Pds");
    const auto& tenant = call.tenant();
    const auto* project = tenant.project(number_of(search, "ProjectId"));
    if (!project) return Value();
    auto shown = project_value(tenant, *project, Detail::detailed);
    if (search->text_of("ProjectOnly") == "true") return Value{{"Project", std::move(shown)}};
    std::vector<Value> tasks;
    for (const auto& task : tenant.tasks)
        if (task.project_id == project->id) tasks.push_back(task_value(tenant, task));
    return Value{
        {"Project", std::move(shown)},
        {"WorkTypes",
         work_types_that(tenant, [&](const WorkType& type) { return is_allowed(*project, type); })},
        {"Tasks", list_of(std::move(tasks))}};
}

Value cost_value(const Cost& cost) {
    return {{"Id", cost.id},
            {"DateRegistered", date_value(cost.registered_at)},
            {"ProductId", id_value(cost.product_id)},
            {"SupplierCompanyId", id_value(cost.supplier_id)},
            {"Quantity", text_value(cost.quantity)},
            {"InPrice", text_value(cost.in_price)},
            {"Description", text_value(cost.description)},
            {"ProjectId", id_value(cost.project_id)},
            {"Price", text_value(cost.price)},
            {"CustomerId", id_value(cost.customer_id)},
            {"ContactId", id_value(cost.contact_id)}};
}

Result<Value> get_costs(Call& call) {
    const auto* search = call.in.child("costSearchParameters");
    const auto project = number_of(search, "ProjectId");
    const auto contact = number_of(search, "ContactId");
    std::vector<Value> list;
    for (const auto& cost : call.tenant().costs)
        if ((!project || cost.project_id == project) && (!contact || cost.contact_id == contact))
            list.push_back(cost_value(cost));
    return list_of(std::move(list));
}

Result<Value> add_cost(Call& call) {
    const auto* from = call.in.child("cost");
    if (!from) return fault("System.ArgumentNullException: cost");
    auto& tenant = call.tenant();
    Cost cost{.id = 70'001};
    for (const auto& other : tenant.costs) cost.id = std::max(cost.id, other.id + 1);
    cost.project_id = number_of(from, "ProjectId");
    if (cost.project_id && !tenant.project(cost.project_id))
        return unknown("ProjectId", cost.project_id);
    cost.contact_id = number_of(from, "ContactId");
    cost.customer_id = number_of(from, "CustomerId");
    cost.product_id = number_of(from, "ProductId");
    cost.supplier_id = number_of(from, "SupplierCompanyId");
    cost.registered_at = date_of(from, "DateRegistered");
    cost.quantity = from->text_of("Quantity");
    cost.in_price = from->text_of("InPrice");
    cost.price = from->text_of("Price");
    cost.description = from->text_of("Description");
    tenant.costs.push_back(std::move(cost));
    return Value();
}

Result<Value> get_salary_types(Call&) {
    return list_of({Value{{"Id", 1}, {"Name", "Timelønn"}, {"Active", true}},
                    Value{{"Id", 2}, {"Name", "Fastlønn"}, {"Active", true}},
                    Value{{"Id", 3}, {"Name", "Akkord"}, {"Active", false}}});
}

Result<Value> get_time_settings(Call&) {
    return list_of({Value{{"Key", "UseApproval"}, {"Value", "true"}},
                    Value{{"Key", "DefaultHours"}, {"Value", "7.5"}}});
}

}  // namespace

Handlers time_handlers() {
    return {{"GetWorkTypeList", get_work_type_list},
            {"GetProjectList", get_project_list},
            {"GetProjectData", get_project_data},
            {"GetHours", get_hours},
            {"GetHoursForApproval", get_hours_for_approval},
            {"SaveHour", save_hour},
            {"DeleteHour", delete_hour},
            {"GetCosts", get_costs},
            {"AddCost", add_cost},
            {"GetSalaryTypes", get_salary_types},
            {"GetTimeSettings", get_time_settings}};
}

}  // namespace busy24::simulator
