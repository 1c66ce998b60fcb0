// Hours: searching, saving one at a time, and what is locked stays as it is (contract 4.2).
#include "tests/simulator/service_hours.hpp"

#include <algorithm>
#include <cstdlib>

#include "tests/simulator/service_values.hpp"

namespace busy24::simulator {

namespace {

constexpr double total_hours_max = 255;      // contract 4.2, though it is a decimal
constexpr std::size_t hour_ids_max = 1'000;  // contract 4.1

// Of the words of HourStatus.
std::string_view status_of(const Hour& hour) {
    if (hour.is_rejected) return "Rejected";
    if (hour.locked == "True") return "Locked";
    return hour.approved == "True" ? "Approved" : "Registered";
}

Value hour_value(const Hour& hour, bool has_salary_type) {
    const auto turn = static_cast<std::uint64_t>(hour.id);
    return {{"Id", hour.id},
            {"TypeOfWorkId", id_value(hour.work_type_id)},
            {"StartTime", date_value(hour.started_at, turn)},
            {"StopTime", date_value(hour.stopped_at, turn)},
            {"TotalHours", hour.total_hours},
            {"TotalHoursInvoice", hour.total_hours_invoice},
            {"ContactId", id_value(hour.contact_id)},
            {"ProjectId", id_value(hour.project_id)},
            {"Description", hour.description},
            {"Locked", hour.locked},
            {"Approved", hour.approved},
            {"ApprovedBy", id_value(hour.approved_by)},
            {"ProjectTaskId", id_value(hour.task_id)},
            {"NeedApproval", hour.needs_approval},
            {"SalaryTypeId", has_salary_type ? id_value(hour.salary_type_id) : Value()},
            {"CustomerId", id_value(hour.customer_id)},
            {"OrderId", id_value(hour.order_id)},
            {"Price", money_value(hour.price_ore)},
            {"InternalNote", hour.internal_note}};
}

bool matches(const Hour& hour, const Element* search) {
    const auto is = [&](const char* name, std::int64_t value) {
        const auto wanted = number_of(search, name);
        return wanted == 0 || wanted == value;
    };
    if (!search) return true;
    const auto status = search->text_of("Status");
    if (!status.empty() && status != "none" && status != status_of(hour)) return false;
    if (const auto from = date_of(search, "StartTime"); from && hour.started_at < from)
        return false;
    if (const auto to = date_of(search, "StopTime"); to && hour.started_at >= to) return false;
    return is("ContactId", hour.contact_id) && is("ProjectId", hour.project_id) &&
           is("TypeOfWorkId", hour.work_type_id) &&
           has_changed_after(hour.changed_at, search, "ChangedAfter") &&
           has_changed_after(hour.registered_at, search, "RegisteredAfter");
}

Value hours_that(const Tenant& tenant, const std::function<bool(const Hour&)>& is_wanted,
                 bool has_salary_type) {
    std::vector<Value> list;
    for (const auto& hour : tenant.hours)
        if (is_wanted(hour)) list.push_back(hour_value(hour, has_salary_type));
    return list_of(std::move(list));
}

Result<> check_hours(const Tenant& tenant, const Element& from) {
    for (const auto* name : {"TotalHours", "TotalHoursInvoice"})
        if (std::atof(from.text_of(name).c_str()) > total_hours_max)
            return fault(std::string("System.OverflowException: ") + name + " is above 255");
    if (const auto id = number_of(&from, "ContactId"); !id || !tenant.person(id))
        return unknown("ContactId", id);
    if (const auto id = number_of(&from, "ProjectId"); id && !tenant.project(id))
        return unknown("ProjectId", id);
    if (const auto id = number_of(&from, "TypeOfWorkId"); id && !tenant.work_type(id))
        return unknown("TypeOfWorkId", id);
    if (const auto id = number_of(&from, "CustomerId"); id && !tenant.company(id))
        return unknown("CustomerId", id);
    return {};
}

// The whole hour is replaced: what is left out becomes its default.
void take_over(Hour& hour, const Element& from) {
    const auto word = [&](const char* name, const char* missing) {
        return from.child(name) ? from.text_of(name) : std::string(missing);
    };
    hour.work_type_id = number_of(&from, "TypeOfWorkId");
    hour.contact_id = number_of(&from, "ContactId");
    hour.project_id = number_of(&from, "ProjectId");
    hour.customer_id = number_of(&from, "CustomerId");
    hour.task_id = number_of(&from, "ProjectTaskId");
    hour.salary_type_id = number_of(&from, "SalaryTypeId");
    hour.approved_by = number_of(&from, "ApprovedBy");
    hour.started_at = date_of(&from, "StartTime");
    hour.stopped_at = date_of(&from, "StopTime");
    hour.total_hours = word("TotalHours", "0");
    hour.total_hours_invoice = word("TotalHoursInvoice", "0");
    hour.description = from.text_of("Description");
    hour.internal_note = from.text_of("InternalNote");
    hour.locked = word("Locked", "none");
    hour.approved = word("Approved", "none");
    hour.needs_approval = from.text_of("NeedApproval") == "true";
    hour.price_ore = money_of(&from, "Price");
    hour.is_rejected = false;
}

}  // namespace

Result<Value> get_hours(Call& call) {
    const auto* search = call.in.child("hs");
    const bool has_salary_type = search && search->text_of("IncludeSalaryType") == "true";
    if (auto ids = numbers_of(search, "HourIds"); ids && !ids->empty()) {
        if (ids->size() > hour_ids_max)
            return fault("System.ArgumentException: HourIds holds more than 1000 ids");
        std::sort(ids->begin(), ids->end());
        return hours_that(
            call.tenant(),
            [&](const Hour& hour) { return std::binary_search(ids->begin(), ids->end(), hour.id); },
            has_salary_type);
    }
    return hours_that(
        call.tenant(), [&](const Hour& hour) { return matches(hour, search); }, has_salary_type);
}

Result<Value> get_hours_for_approval(Call& call) {
    const auto* search = call.in.child("approvalSearchParameters");
    return hours_that(
        call.tenant(),
        [&](const Hour& hour) {
            // Other combinations of Locked, Approved and NeedApproval are not seen here (quirk 53).
            return hour.needs_approval && hour.approved != "True" && hour.locked != "True" &&
                   !hour.is_rejected && matches(hour, search);
        },
        false);
}

Result<Value> save_hour(Call& call) {
    const auto* from = call.in.child("Hour");
    if (!from) return fault("System.ArgumentNullException: Hour");
    auto& tenant = call.tenant();
    TRY(check_hours(tenant, *from));
    auto& hours = tenant.hours;
    const auto id = number_of(from, "Id");
    auto hour =
        std::find_if(hours.begin(), hours.end(), [&](const Hour& other) { return other.id == id; });
    if (id && hour == hours.end()) return unknown("Hour", id);
    if (hour != hours.end() && (hour->locked == "True" || hour->order_id))
        return fault("System.Exception: The hour is locked");
    if (hour == hours.end()) {
        Hour fresh{.id = 500'000};
        for (const auto& other : hours) fresh.id = std::max(fresh.id, other.id + 1);
        fresh.registered_at = call.world.now_ms();
        hour = hours.insert(hours.end(), std::move(fresh));
    }
    take_over(*hour, *from);
    hour->changed_at = call.world.now_ms();
    return Value(hour->id);
}

Result<Value> delete_hour(Call& call) {
    auto& hours = call.tenant().hours;
    const auto id = number_of(call.in.child("Hour"), "Id");
    return Value(std::erase_if(hours, [&](const Hour& hour) {
                     return hour.id == id && hour.locked != "True" && !hour.order_id;
                 }) > 0);
}

}  // namespace busy24::simulator
