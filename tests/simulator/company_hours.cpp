// Work types, and the hours and costs that were registered with them.
#include "tests/simulator/company_parts.hpp"
#include "tests/simulator/dice.hpp"
#include "tests/simulator/names.hpp"

namespace busy24::simulator {

namespace {

constexpr std::uint64_t work_subject = 6;
constexpr std::uint64_t hour_subject = 7;
constexpr std::uint64_t cost_subject = 8;
constexpr std::int64_t hour_ms = 3'600'000;

// The states that an hour goes through, a few of each.
void set_state(Hour& hour, std::size_t index, std::int64_t manager) {
    if (index % 10 < 4) return;
    if (index % 10 == 9) {
        hour.is_rejected = true;
        return;
    }
    hour.approved = "True";
    hour.approved_by = manager;
    if (index % 10 > 6) hour.locked = "True";
    if (index % 10 == 8) hour.order_id = 88'000 + static_cast<std::int64_t>(index);
}

}  // namespace

std::vector<WorkType> make_work_types(const Recipe& recipe, std::size_t count) {
    Dice dice(recipe.seed, recipe.tenant, work_subject);
    std::vector<WorkType> work_types;
    work_types.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        WorkType type{.id = 300 + static_cast<std::int64_t>(i)};
        type.name = names::work[i % names::work.size()];
        if (i >= names::work.size()) type.name += " " + std::to_string(i / names::work.size() + 1);
        type.is_active = i % 9 != 7;
        type.is_invoiceable = i % 5 != 4;
        // A price of 0 is a price, and not the same as none.
        if (i % 3 == 0) type.price_ore = 65'000 + static_cast<std::int64_t>(dice.roll(900)) * 50;
        if (i == 10) type.price_ore = 0;
        if (i % 4 == 0) type.description = "Brukes i alle avdelinger";
        if (i % 6 == 2) type.product_id = 9'000 + static_cast<std::int64_t>(i);
        work_types.push_back(std::move(type));
    }
    return work_types;
}

std::vector<Hour> make_hours(const Recipe& recipe, const Tenant& tenant) {
    std::vector<Hour> hours;
    if (tenant.projects.empty() || tenant.persons.empty() || tenant.work_types.empty())
        return hours;
    Dice dice(recipe.seed, recipe.tenant, hour_subject);
    constexpr std::size_t count = 400;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& project = tenant.projects[dice.roll(tenant.projects.size())];
        const auto& person = tenant.persons[dice.roll(tenant.persons.size())];
        if (!person.is_employee) continue;
        Hour hour{.id = 500'000 + static_cast<std::int64_t>(hours.size()),
                  .work_type_id = tenant.work_types[dice.roll(tenant.work_types.size())].id,
                  .contact_id = person.id,
                  .project_id = project.id,
                  .customer_id = project.customer_id};
        hour.started_at = newest_ms / day_ms * day_ms -
                          static_cast<std::int64_t>(dice.roll(60)) * day_ms + 5 * hour_ms;
        hour.stopped_at = hour.started_at + 8 * hour_ms;
        hour.registered_at = hour.stopped_at + hour_ms;
        hour.changed_at = hour.registered_at + static_cast<std::int64_t>(dice.roll(5'000)) * 1'000;
        hour.total_hours = i % 3 ? "7.5" : "8";
        hour.total_hours_invoice = i % 4 ? hour.total_hours : "0";
        hour.description = i % 2 ? "Arbeid på plassen" : "";
        if (i % 14 == 3) hour.internal_note = "Ventet på levering & kran";
        hour.needs_approval = project.need_approval == "True";
        hour.salary_type_id = i % 5 ? 0 : 1;
        if (const auto* type = tenant.work_type(hour.work_type_id))
            hour.price_ore = type->price_ore;
        set_state(hour, i, tenant.persons.front().id);
        hours.push_back(std::move(hour));
    }
    return hours;
}

std::vector<Cost> make_costs(const Recipe& recipe, const Tenant& tenant) {
    std::vector<Cost> costs;
    if (tenant.projects.empty() || tenant.persons.empty()) return costs;
    Dice dice(recipe.seed, recipe.tenant, cost_subject);
    for (int i = 0; i < 30; ++i) {
        const auto& project = tenant.projects[dice.roll(tenant.projects.size())];
        Cost cost{.id = 70'001 + i, .project_id = project.id, .customer_id = project.customer_id};
        cost.contact_id = tenant.persons[dice.roll(tenant.persons.size())].id;
        cost.description = i % 2 ? "Parkering & bom" : "Skruer, lim og plater";
        if (i % 3) cost.registered_at = dice.past();
        if (i % 4) cost.quantity = i % 4 == 1 ? "1" : "2.5";
        if (i % 5) cost.in_price = "149.90";
        cost.price = std::to_string(200 + dice.roll(800));
        costs.push_back(std::move(cost));
    }
    return costs;
}

}  // namespace busy24::simulator
