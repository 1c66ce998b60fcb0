// Projects: active and deactivated ones of 24SevenOffice; the number is always its id there.
#include <cstdio>

#include "proxy/erp/project_service.hpp"
#include "proxy/sync/content.hpp"
#include "proxy/workspace/customers.hpp"
#include "proxy/workspace/projects.hpp"

namespace busy24::sync {

namespace {

namespace project_service = erp::project_service;
using domain::add_key;
using domain::MatchReason;
using workspace::Approval;
using workspace::TimeRegistration;

struct ProjectContent {
    using Row = workspace::Project;
    static constexpr Entity entity = Entity::project;
    std::string name;
    std::optional<std::int64_t> customer;  // its id in 24SevenOffice, mirrored or not
    std::string description;
    std::string starts_on;
    std::string ends_on;
    TimeRegistration time_registration = TimeRegistration::work_type;
    Approval approval = Approval::unset;
    bool active = true;
    static constexpr auto fields() {
        return std::tuple{field("name", &ProjectContent::name),
                          field("customer", &ProjectContent::customer),
                          field("description", &ProjectContent::description),
                          field("starts_on", &ProjectContent::starts_on),
                          field("ends_on", &ProjectContent::ends_on),
                          field("time_registration", &ProjectContent::time_registration),
                          field("approval", &ProjectContent::approval),
                          field("active", &ProjectContent::active)};
    }

    static ProjectContent of(const Row& row) {
        return {row.name,    row.customer_number,   row.description, row.starts_on,
                row.ends_on, row.time_registration, row.approval,    row.is_active};
    }
    Result<> put_into(Row& row, const workspace::Place& place) const {
        row.customer_number = customer;
        row.customer_id.reset();
        if (customer) row.customer_id = TRY(workspace::customer_with_number(place, *customer));
        row.description = description;
        row.starts_on = starts_on;
        row.ends_on = ends_on;
        row.time_registration = time_registration;
        row.approval = approval;
        return {};
    }
    std::vector<domain::MatchKey> match_keys(const std::string& number) const {
        std::vector<domain::MatchKey> keys;
        const auto normal = domain::normalised_name(name);
        add_key(keys, MatchReason::same_number, number);
        // Two projects without a customer have no customer in common.
        if (customer && !normal.empty())
            add_key(keys, MatchReason::same_name_and_customer,
                    std::to_string(*customer) + " " + normal);
        add_key(keys, MatchReason::same_name, normal);
        return keys;
    }
    void show(std::vector<api::RecordValue>& values) const {
        if (customer) show_value(values, "customer", std::to_string(*customer));
        show_value(values, "starts_on", starts_on);
        show_value(values, "ends_on", ends_on);
        show_value(values, "description", description);
    }
};

// The Norwegian date: a Norwegian midnight comes as the evening before in UTC (quirk 38).
std::string date_of(const std::optional<Instant>& instant) {
    if (!instant) return {};
    const auto civil = to_oslo(*instant);
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
    return text;
}

Approval approval_of(project_service::TriState state) {
    switch (state) {
        case project_service::TriState::yes:
            return Approval::needed;
        case project_service::TriState::no:
            return Approval::not_needed;
        case project_service::TriState::none:
        case project_service::TriState::other:
            return Approval::unset;
    }
    return Approval::unset;
}

Record project_record(project_service::Project&& project, bool is_active) {
    ProjectContent content{
        // The name is shown as it comes, customer's name in it or not (quirk 48).
        .name = std::move(project.name),
        .description = std::move(project.description),
        .starts_on = date_of(project.date_start),
        .ends_on = date_of(project.date_stop),
        .time_registration = project.time_reg == project_service::TimeRegType::task
                                 ? TimeRegistration::task
                                 : TimeRegistration::work_type,
        .approval = approval_of(project.need_approval.value),
        .active = is_active};
    if (project.customer_id) content.customer = *project.customer_id;
    return erp_record(*project.id, content);
}

template <class Call>
Result<> list_with(const erp::Session& session, bool is_active, const RecordSink& sink) {
    Call call;
    // An empty search behaves differently from service to service (quirk 47).
    call.search.changed_after = from_utc({.year = 2000});
    return session.stream(call, [&](project_service::Project&& project) -> Result<> {
        if (!project.id) return {};
        return sink(project_record(std::move(project), is_active));
    });
}

// Two calls, since Enabled is always false (quirks 44, 45). Active last: a project that is opened
// again between the two stands in both lists, and is then taken as active. One that is closed in
// between stands in neither, and what the lists have lost is archived: that is right as well.
Result<> list_projects(const erp::Session& session, const RecordSink& sink) {
    TRY(list_with<project_service::GetDeactivatedProjects>(session, false, sink));
    return list_with<project_service::GetProjectList>(session, true, sink);
}

}  // namespace

EntityType project_type() {
    return entity_type_of<ProjectContent>([](const Switches& s) { return s.projects; },
                                          list_projects);
}

}  // namespace busy24::sync
