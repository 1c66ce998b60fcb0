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

    bool operator==(const ProjectContent&) const = default;

    static MemberRule rule_of(std::string_view member) {
        if (member == "active") return MemberRule::by_hand;
        return member == "time_registration" || member == "approval" ? MemberRule::erp_only
                                                                     : MemberRule::both_ways;
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
Result<> list_with(const erp::Session& session, Instant since, bool is_active,
                   const RecordSink& sink) {
    Call call;
    call.search.changed_after = since;
    return session.stream(call, [&](project_service::Project&& project) -> Result<> {
        if (!project.id) return {};
        return sink(project_record(std::move(project), is_active));
    });
}

// Two calls, since Enabled is always false (quirks 44, 45). Active last: a project that is opened
// again between the two stands in both lists, and is then taken as active. One that is closed in
// between stands in neither, and what the lists have lost is archived: that is right as well.
Result<> list_projects(const erp::Session& session, Instant since, const RecordSink& sink) {
    TRY(list_with<project_service::GetDeactivatedProjects>(session, since, false, sink));
    return list_with<project_service::GetProjectList>(session, since, true, sink);
}

// Midnight in UTC is the same date to a server that takes it as it stands and to one that turns it
// into Norwegian time; Norwegian midnight would be the day before to the first.
// No date is the wire's own word for it (contract 1.2): left out, it might be taken as unchanged.
std::optional<Instant> instant_of(const std::string& date) {
    return date.empty() ? from_utc({.year = 1}) : parse_iso8601(date);
}

project_service::TriState need_approval_of(Approval approval) {
    switch (approval) {
        case Approval::needed:
            return project_service::TriState::yes;
        case Approval::not_needed:
            return project_service::TriState::no;
        case Approval::unset:
            return project_service::TriState::none;
    }
    return project_service::TriState::none;
}

std::int32_t wire_id(const std::optional<std::int64_t>& id) {
    if (!id || !std::in_range<std::int32_t>(*id)) return std::numeric_limits<std::int32_t>::min();
    return static_cast<std::int32_t>(*id);
}

// Only what the workspace has changed, so that a colleague's edit of another member there stands.
void put_changes(project_service::Project& project, const ProjectContent& before,
                 const ProjectContent& after) {
    if (after.name != before.name) {
        project.name = after.name;
        // A name made of two (quirk 48) would be put together a second time.
        project.name_display = project_service::ProjectNameType::plain;
    } else if (project.name_display.value != project_service::ProjectNameType::plain) {
        // The raw name is going out of use (contract 3); without it, the name stays as it is shown.
        if (project.raw_name.empty())
            project.name_display = project_service::ProjectNameType::plain;
        else
            project.name = project.raw_name;
    }
    if (after.customer != before.customer) project.customer_id = wire_id(after.customer);
    if (after.description != before.description) project.description = after.description;
    if (after.starts_on != before.starts_on) project.date_start = instant_of(after.starts_on);
    if (after.ends_on != before.ends_on) project.date_stop = instant_of(after.ends_on);
}

Result<Record> create_project(const erp::Session& session, const ProjectContent& content) {
    project_service::SaveProject call;
    // Without an id: one that exists would be overwritten without a word (quirk 49).
    put_changes(call.project, {}, content);
    call.project.time_reg = content.time_registration == TimeRegistration::task
                                ? project_service::TimeRegType::task
                                : project_service::TimeRegType::work_type;
    call.project.need_approval = need_approval_of(content.approval);
    call.project.version = std::int16_t{1};  // an open project
    const auto id = TRY(session.call(call));
    return erp_record(id, content);
}

// An update starts from the project as it is now: what a save leaves out is saved as not set.
Result<Record> change_project(const erp::Session& session, std::int32_t id,
                              const ProjectContent& before, const ProjectContent& after) {
    auto project = TRY(session.call(project_service::GetSingleProject{.project_id = id}));
    if (!project || !project->id)
        return Error{ErrorCode::not_found, "the project is gone", {}, "gone_in_erp"};
    auto held = content_of<ProjectContent>(
        project_record(project_service::Project(*project), after.active).body);
    const auto wanted = with_changes(held, before, after);
    if (!(wanted == held)) {
        project_service::SaveProject call{.project = std::move(*project)};
        put_changes(call.project, held, wanted);
        TRY(session.call(call));
    }
    return erp_record(id, wanted);
}

Result<Record> write_project(const erp::Session& session, const ErpWrite& write) {
    const auto content = content_of<ProjectContent>(write.body);
    if (write.erp_id.empty()) return create_project(session, content);
    std::int32_t id = 0;
    TRY(store::from_value(store::Value(write.erp_id), id));
    return change_project(session, id, content_of<ProjectContent>(write.before), content);
}

// Contract 3 gives a project no member of ours that would survive, so it is known by the time in
// which it was made, and by its name and customer for as long as nobody has changed those.
template <class Call>
Result<> list_made_with(const erp::Session& session, Instant since, bool is_active,
                        const std::function<Result<>(MadeThere&&)>& sink) {
    Call call;
    call.search.changed_after = since;
    return session.stream(call, [&](project_service::Project&& project) -> Result<> {
        const auto made = project.date_registered;
        if (!project.id || (made && *made < since)) return {};
        const bool is_untouched = made && project.date_changed && *project.date_changed <= *made;
        return sink({project_record(std::move(project), is_active), is_untouched});
    });
}

Result<> list_made_projects(const erp::Session& session, Instant since,
                            const std::function<Result<>(MadeThere&&)>& sink) {
    TRY(list_made_with<project_service::GetDeactivatedProjects>(session, since, false, sink));
    return list_made_with<project_service::GetProjectList>(session, since, true, sink);
}

bool is_namesake(const std::string& body, const std::string& other) {
    const auto one = content_of<ProjectContent>(body);
    const auto two = content_of<ProjectContent>(other);
    return one.customer == two.customer &&
           domain::normalised_name(one.name) == domain::normalised_name(two.name);
}

}  // namespace

EntityType project_type() {
    auto type =
        entity_type_of<ProjectContent>([](const Switches& s) { return s.projects; }, list_projects);
    type.write_erp = write_project;
    type.list_made = list_made_projects;
    type.is_namesake = is_namesake;
    return type;
}

}  // namespace busy24::sync
