// TimeService v001: work types, hours and salary types (contract 4).
//
// UNCERTAIN: the only schema found is from February 2018; members that the pages of 2022 add stand
// where the official sample or the page's table has them, and all of them are optional. Write one
// only when it is needed: a server that does not know it would ignore it (contract 1.1).
#pragma once

#include <vector>

#include "proxy/erp/operation.hpp"
#include "proxy/erp/wire_values.hpp"

namespace busy24::erp::time_service {

// The 2018 schema has `unknown` besides, which here becomes `other`.
enum class TriState { other, none, yes, no };
constexpr auto words(TriState) {
    return std::array{word(TriState::other, "unknown"), word(TriState::none, "none"),
                      word(TriState::yes, "True"), word(TriState::no, "False")};
}

enum class HourStatus { other, none, registered, locked, approved, rejected };
constexpr auto words(HourStatus) {
    using enum HourStatus;
    return std::array{
        word(other, ""),        word(none, "none"),         word(registered, "Registered"),
        word(locked, "Locked"), word(approved, "Approved"), word(rejected, "Rejected")};
}

// The two cannot be combined: with a project, Active has no effect and inactive types can appear
// (quirk 52). A project with none ticked answers all of them (quirk 51).
struct WorkTypeSearch {
    static constexpr std::string_view type = "WorkTypeSearch";
    TriState active = TriState::none;
    std::optional<std::int32_t> project_id;
    static constexpr auto fields() {
        return std::tuple{field("Active", &WorkTypeSearch::active),
                          field("ProjectId", &WorkTypeSearch::project_id)};
    }
    bool operator==(const WorkTypeSearch&) const = default;
};

// Says nothing about being active: ask twice, for True and for False (contract 4.2).
struct WorkType {
    static constexpr std::string_view type = "WorkType";
    std::int32_t id = 0;
    std::string name;
    std::string description;
    bool invoiceable = false;
    std::optional<Decimal> price;
    std::optional<std::int32_t> product_id;
    static constexpr auto fields() {
        return std::tuple{field("Id", &WorkType::id),
                          field("Name", &WorkType::name),
                          field("Description", &WorkType::description),
                          field("Invoiceable", &WorkType::invoiceable),
                          field("Price", &WorkType::price),
                          field("ProductId", &WorkType::product_id)};
    }
    bool operator==(const WorkType&) const = default;
};

// Six members must be there and may be nil (quirk 60).
struct Cost {
    static constexpr std::string_view type = "Cost";
    std::optional<std::int32_t> id;
    Nillable<Instant> date_registered;
    Nillable<std::int32_t> product_id;
    Nillable<std::int32_t> supplier_company_id;
    Nillable<double> quantity;
    Nillable<Decimal> in_price;
    std::string description;
    Nillable<std::int32_t> project_id;
    std::optional<Decimal> price;
    std::optional<std::int32_t> customer_id;
    std::optional<std::int32_t> contact_id;
    static constexpr auto fields() {
        return std::tuple{field("Id", &Cost::id),
                          field("DateRegistered", &Cost::date_registered),
                          field("ProductId", &Cost::product_id),
                          field("SupplierCompanyId", &Cost::supplier_company_id),
                          field("Quantity", &Cost::quantity),
                          field("InPrice", &Cost::in_price),
                          field("Description", &Cost::description),
                          field("ProjectId", &Cost::project_id),
                          field("Price", &Cost::price),
                          field("CustomerId", &Cost::customer_id),
                          field("ContactId", &Cost::contact_id)};
    }
    bool operator==(const Cost&) const = default;
};

// The totals do not follow from the interval (quirk 55) and end at 255 (quirk 54). Which
// combinations of locked, approved and need_approval show in the approval list is UNCERTAIN
// (quirk 53).
struct Hour {
    static constexpr std::string_view type = "Hour";
    std::optional<std::int64_t> id;
    std::optional<std::int32_t> type_of_work_id;
    std::optional<Instant> start_time;
    std::optional<Instant> stop_time;
    double total_hours = 0;
    double total_hours_invoice = 0;
    std::optional<std::int32_t> contact_id;
    std::optional<std::int32_t> project_id;
    std::string description;
    WireWord<TriState> locked = TriState::none;
    WireWord<TriState> approved = TriState::none;
    std::optional<std::int32_t> approved_by;
    std::optional<std::int32_t> project_task_id;
    std::optional<std::vector<Cost>> costs;
    bool need_approval = false;
    std::optional<std::int32_t> salary_type_id;
    std::optional<std::int32_t> customer_id;
    std::optional<std::int32_t> order_id;  // read-only
    std::optional<Decimal> price;
    std::string internal_note;  // where our own key stands (quirk 58)
    static constexpr auto fields() {
        return std::tuple{field("Id", &Hour::id),
                          field("TypeOfWorkId", &Hour::type_of_work_id),
                          field("StartTime", &Hour::start_time),
                          field("StopTime", &Hour::stop_time),
                          field("TotalHours", &Hour::total_hours),
                          field("TotalHoursInvoice", &Hour::total_hours_invoice),
                          field("ContactId", &Hour::contact_id),
                          field("ProjectId", &Hour::project_id),
                          field("Description", &Hour::description),
                          field("Locked", &Hour::locked),
                          field("Approved", &Hour::approved),
                          field("ApprovedBy", &Hour::approved_by),
                          field("ProjectTaskId", &Hour::project_task_id),
                          field("Costs", &Hour::costs),
                          field("NeedApproval", &Hour::need_approval),
                          field("SalaryTypeId", &Hour::salary_type_id),
                          field("CustomerId", &Hour::customer_id),
                          field("OrderId", &Hour::order_id),
                          field("Price", &Hour::price),
                          field("InternalNote", &Hour::internal_note)};
    }
    bool operator==(const Hour&) const = default;
};

// UNCERTAIN: what "any" is for the two ids, which the 2018 schema demands. Left out when not set
// (quirk 57).
struct HourSearch {
    static constexpr std::string_view type = "HourSearch";
    HourStatus status = HourStatus::none;
    std::optional<std::int32_t> type_of_work_id;
    std::optional<std::int32_t> contact_id;
    std::optional<std::int32_t> project_id;
    std::optional<Instant> start_time;
    std::optional<Instant> stop_time;
    std::optional<Instant> changed_after;               // seconds are ignored (quirk 56)
    std::optional<Instant> registered_after;            // likewise
    std::optional<std::vector<std::int32_t>> hour_ids;  // at most 1,000; int[] in the page
    static constexpr auto fields() {
        return std::tuple{field("Status", &HourSearch::status),
                          field("TypeOfWorkId", &HourSearch::type_of_work_id),
                          field("ContactId", &HourSearch::contact_id),
                          field("ProjectId", &HourSearch::project_id),
                          field("StartTime", &HourSearch::start_time),
                          field("StopTime", &HourSearch::stop_time),
                          field("ChangedAfter", &HourSearch::changed_after),
                          field("RegisteredAfter", &HourSearch::registered_after),
                          field("HourIds", &HourSearch::hour_ids)};
    }
    bool operator==(const HourSearch&) const = default;
};

// UNCERTAIN: where Active stands, and whether older servers have it.
struct SalaryType {
    static constexpr std::string_view type = "SalaryType";
    std::int32_t id = 0;
    std::string name;
    std::optional<bool> active;
    static constexpr auto fields() {
        return std::tuple{field("Id", &SalaryType::id), field("Name", &SalaryType::name),
                          field("Active", &SalaryType::active)};
    }
    bool operator==(const SalaryType&) const = default;
};

struct GetWorkTypeList {
    static constexpr Wire wire{"GetWorkTypeList", Service::time, Effect::read, Duration::list};
    using Reply = std::vector<WorkType>;
    WorkTypeSearch search;
    static constexpr auto fields() { return std::tuple{field("Wts", &GetWorkTypeList::search)}; }
};

// Unpaged: limit it by dates. Nothing reports deleted hours (quirk 59).
struct GetHours {
    static constexpr Wire wire{"GetHours", Service::time, Effect::read, Duration::list};
    using Reply = std::vector<Hour>;
    HourSearch search;
    static constexpr auto fields() { return std::tuple{field("hs", &GetHours::search)}; }
};

// One hour a call, answered with its id. Not idempotent without one (quirk 58).
struct SaveHour {
    static constexpr Wire wire{"SaveHour", Service::time, Effect::write};
    using Reply = std::int64_t;
    Hour hour;
    Effect effect() const { return hour.id ? Effect::idempotent_write : Effect::write; }
    static constexpr auto fields() { return std::tuple{field("Hour", &SaveHour::hour)}; }
};

// A second deletion of the same hour finds nothing left to delete.
struct DeleteHour {
    static constexpr Wire wire{"DeleteHour", Service::time, Effect::idempotent_write};
    using Reply = bool;
    Hour hour;
    static constexpr auto fields() { return std::tuple{field("Hour", &DeleteHour::hour)}; }
};

struct GetSalaryTypes {
    static constexpr Wire wire{"GetSalaryTypes", Service::time, Effect::read};
    using Reply = std::vector<SalaryType>;
    static constexpr auto fields() { return std::tuple{}; }
};

}  // namespace busy24::erp::time_service
