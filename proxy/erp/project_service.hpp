// ProjectService V001: projects, who takes part in them, and the words they use (contract 3).
#pragma once

#include <vector>

#include "proxy/erp/operation.hpp"
#include "proxy/erp/wire_values.hpp"

namespace busy24::erp::project_service {

// A string on the wire, not a boolean (quirk 31).
enum class TriState { other, none, yes, no };
constexpr auto words(TriState) {
    return std::array{word(TriState::other, ""), word(TriState::none, "none"),
                      word(TriState::yes, "True"), word(TriState::no, "False")};
}

// How Name is put together: the display name may hold the company's name (quirk 48).
enum class ProjectNameType { other, plain, company_project, project_company };
constexpr auto words(ProjectNameType) {
    return std::array{word(ProjectNameType::other, ""), word(ProjectNameType::plain, "Plain"),
                      word(ProjectNameType::company_project, "Company_Project"),
                      word(ProjectNameType::project_company, "Project_Company")};
}

enum class TimeRegType { other, work_type, task };
constexpr auto words(TimeRegType) {
    return std::array{word(TimeRegType::other, ""), word(TimeRegType::work_type, "WorkType"),
                      word(TimeRegType::task, "Task")};
}

struct ProjectShort {
    static constexpr std::string_view type = "ProjectShort";
    std::int32_t id = 0;
    std::string name;
    static constexpr auto fields() {
        return std::tuple{field("Id", &ProjectShort::id), field("Name", &ProjectShort::name)};
    }
    bool operator==(const ProjectShort&) const = default;
};

// Only one filter is honoured at a time (quirk 46); `changed_after` far back means all (quirk 47).
struct ProjectSearch {
    static constexpr std::string_view type = "ProjectSearch";
    std::optional<std::vector<std::int32_t>> project_ids;
    std::optional<std::int32_t> customer_id;
    std::string search;
    std::optional<Instant> changed_after;
    static constexpr auto fields() {
        return std::tuple{field("ProjectIds", &ProjectSearch::project_ids),
                          field("CustomerId", &ProjectSearch::customer_id),
                          field("Search", &ProjectSearch::search),
                          field("ChangedAfter", &ProjectSearch::changed_after)};
    }
    bool operator==(const ProjectSearch&) const = default;
};

// Every member of the schema but Enabled, which is always false (quirk 44): a project that is read,
// edited and saved must not lose what we do not show.
struct Project {
    static constexpr std::string_view type = "Project";
    std::optional<std::int32_t> id;
    std::string name;  // a display name, and not unique: the id is the key
    std::string raw_name;
    WireWord<ProjectNameType> name_display = ProjectNameType::plain;
    bool quick_listed = true;  // absent means true (quirk 30)
    std::optional<Instant> date_changed;
    std::optional<Instant> date_start;  // a date; may be a Norwegian midnight in UTC (quirk 38)
    std::optional<Instant> date_stop;
    std::optional<Instant> date_registered;
    std::optional<std::int32_t> customer_id;
    std::string customer_name;
    std::string invoice_template_id;
    std::string order_reference_number;
    std::optional<std::int32_t> department_id;
    std::string customer_reference;
    std::optional<std::int32_t> owner;  // read-only: whoever saved it
    std::optional<std::int32_t> pipeline;
    std::optional<std::int32_t> type_id;
    std::string type_name;
    std::optional<std::int32_t> status_id;
    std::string status_name;
    WireWord<TriState> need_approval = TriState::none;
    bool multi_customer = false;
    std::string description;
    std::optional<std::int32_t> work_type_id;
    std::string work_type_name;
    WireWord<TimeRegType> time_reg = TimeRegType::work_type;
    std::optional<std::int16_t> version;  // 1 is open, 2 is managed by rights
    WireWord<TriState> is_folders_added = TriState::none;
    WireWord<TriState> override_work_type_task = TriState::none;
    std::optional<std::vector<std::int32_t>> participants;
    std::optional<Decimal> budget_hour_cost;
    std::optional<Decimal> budget_hour;
    std::optional<bool> fixed_price;
    std::optional<std::int32_t> budget;
    std::optional<bool> use_project_owner_as_our_reference;
    static constexpr auto fields() {
        return std::tuple{
            field("Id", &Project::id),
            field("Name", &Project::name),
            field("RawName", &Project::raw_name),
            field("NameDisplay", &Project::name_display),
            field("QuickListed", &Project::quick_listed),
            field("DateChanged", &Project::date_changed),
            field("DateStart", &Project::date_start),
            field("DateStop", &Project::date_stop),
            field("DateRegistered", &Project::date_registered),
            field("CustomerId", &Project::customer_id),
            field("CustomerName", &Project::customer_name),
            field("InvoiceTemplateId", &Project::invoice_template_id),
            field("OrderReferenceNumber", &Project::order_reference_number),
            field("DepartmentId", &Project::department_id),
            field("CustomerReference", &Project::customer_reference),
            field("Owner", &Project::owner),
            field("Pipeline", &Project::pipeline),
            field("TypeId", &Project::type_id),
            field("TypeName", &Project::type_name),
            field("StatusId", &Project::status_id),
            field("StatusName", &Project::status_name),
            field("NeedApproval", &Project::need_approval),
            field("MultiCustomer", &Project::multi_customer),
            field("Description", &Project::description),
            field("WorkTypeId", &Project::work_type_id),
            field("WorkTypeName", &Project::work_type_name),
            field("TimeReg", &Project::time_reg),
            field("Version", &Project::version),
            field("IsFoldersAdded", &Project::is_folders_added),
            field("OverrideWorkTypeTask", &Project::override_work_type_task),
            field("Participants", &Project::participants),
            field("BudgetHourCost", &Project::budget_hour_cost),
            field("BudgetHour", &Project::budget_hour),
            field("FixedPrice", &Project::fixed_price),
            field("Budget", &Project::budget),
            field("UseProjectOwnerAsOurReference", &Project::use_project_owner_as_our_reference),
        };
    }
    bool operator==(const Project&) const = default;
};

struct Role {
    static constexpr std::string_view type = "Role";
    std::optional<std::int32_t> id;
    std::string name;
    std::optional<std::int32_t> parent;
    static constexpr auto fields() {
        return std::tuple{field("Id", &Role::id), field("Name", &Role::name),
                          field("Parent", &Role::parent)};
    }
    bool operator==(const Role&) const = default;
};

enum class ParticipantState {
    other,
    unknown,
    invitation_sent,
    participating,
    initiator,
    removed,
    removed_before_accept,
    stopped_by_receiver,
    stopped_by_sender,
    invitation_expired,
    invitation_resent,
    removed_when_opening,
    not_invited
};
constexpr auto words(ParticipantState) {
    using enum ParticipantState;
    // The misspelt ones are the vendor's.
    return std::array{
        word(other, ""),
        word(unknown, "Unknown"),
        word(invitation_sent, "InvitationSent"),
        word(participating, "Participating"),
        word(initiator, "ProjectInitiater"),
        word(removed, "Removed"),
        word(removed_before_accept, "RemovedBeforeAccept"),
        word(stopped_by_receiver, "InvitationStoppedByReciever"),
        word(stopped_by_sender, "InvitationStoppedBySender"),
        word(invitation_expired, "InvitationExpired"),
        word(invitation_resent, "InvitationIsResent"),
        word(removed_when_opening, "RemovedWhenOpeningProject"),
        word(not_invited, "NotInvited"),
    };
}

struct Participant {
    static constexpr std::string_view type = "Participant";
    std::int32_t contact_id = 0;
    std::string name;
    std::optional<Role> role;
    std::int32_t state = 0;
    WireWord<ParticipantState> state_name = ParticipantState::unknown;
    static constexpr auto fields() {
        return std::tuple{field("ContactId", &Participant::contact_id),
                          field("Name", &Participant::name), field("Role", &Participant::role),
                          field("State", &Participant::state),
                          field("StateName", &Participant::state_name)};
    }
    bool operator==(const Participant&) const = default;
};

struct ProjectParticipants {
    static constexpr std::string_view type = "ProjectParticipants";
    std::int32_t project_id = 0;
    std::vector<Participant> participants;
    static constexpr auto fields() {
        return std::tuple{field("ProjectId", &ProjectParticipants::project_id),
                          field("Participants", &ProjectParticipants::participants)};
    }
    bool operator==(const ProjectParticipants&) const = default;
};

struct Status {
    static constexpr std::string_view type = "Status";
    std::optional<std::int32_t> id;
    std::string name;
    bool active = true;  // absent means true (quirk 30)
    static constexpr auto fields() {
        return std::tuple{field("Id", &Status::id), field("Name", &Status::name),
                          field("Active", &Status::active)};
    }
    bool operator==(const Status&) const = default;
};

// Active projects; the deactivated ones come from the next two (quirk 45).
struct GetProjectList {
    static constexpr Wire wire{"GetProjectList", Service::project, Effect::read, Duration::list};
    using Reply = std::vector<Project>;
    ProjectSearch search;  // capital P here, small below (quirk 42)
    static constexpr auto fields() { return std::tuple{field("Ps", &GetProjectList::search)}; }
};

// As GetProjectList with more filled in; which members is UNCERTAIN (contract 3).
struct GetProjectsDetailed {
    static constexpr Wire wire{"GetProjectsDetailed", Service::project, Effect::read,
                               Duration::list};
    using Reply = std::vector<Project>;
    ProjectSearch search;
    static constexpr auto fields() { return std::tuple{field("Ps", &GetProjectsDetailed::search)}; }
};

// Takes the same search, but no free text.
struct GetDeactivatedProjects {
    static constexpr Wire wire{"GetDeactivatedProjects", Service::project, Effect::read,
                               Duration::list};
    using Reply = std::vector<Project>;
    ProjectSearch search;
    static constexpr auto fields() {
        return std::tuple{field("ps", &GetDeactivatedProjects::search)};
    }
};

struct GetProjectNameList {
    static constexpr Wire wire{"GetProjectNameList", Service::project, Effect::read,
                               Duration::list};
    using Reply = std::vector<ProjectShort>;
    static constexpr auto fields() { return std::tuple{}; }
};

struct GetDeactivatedProjectNameList {
    static constexpr Wire wire{"GetDeactivatedProjectNameList", Service::project, Effect::read,
                               Duration::list};
    using Reply = std::vector<ProjectShort>;
    static constexpr auto fields() { return std::tuple{}; }
};

struct GetSingleProject {
    static constexpr Wire wire{"GetSingleProject", Service::project, Effect::read};
    using Reply = std::optional<Project>;
    std::int32_t project_id = 0;
    static constexpr auto fields() {
        return std::tuple{field("projectId", &GetSingleProject::project_id)};
    }
};

// Saves all of the project, so an update starts from GetSingleProject: a list may leave members
// out, and what is left out would be saved as not set. Answers the project's id. An id that exists
// is overwritten without a word (quirk 49), so it is given only to update; without one a lost
// answer may have made a project. Nor is an update repeated as it was: what others have saved in
// the meantime would be overwritten with what was read before.
struct SaveProject {
    static constexpr Wire wire{"SaveProject", Service::project, Effect::write};
    using Reply = std::int32_t;
    Project project;
    Effect effect() const { return project.id ? Effect::overwrite : Effect::write; }
    static constexpr auto fields() { return std::tuple{field("project", &SaveProject::project)}; }
};

struct GetProjectRoles {
    static constexpr Wire wire{"GetProjectRoles", Service::project, Effect::read};
    using Reply = std::vector<Role>;
    static constexpr auto fields() { return std::tuple{}; }
};

struct GetProjectStatuses {
    static constexpr Wire wire{"GetProjectStatuses", Service::project, Effect::read};
    using Reply = std::vector<Status>;
    static constexpr auto fields() { return std::tuple{}; }
};

// Ask for at most 1,000 projects at a time: the server's own limit is not known.
struct GetProjectParticipants {
    static constexpr Wire wire{"GetProjectParticipants", Service::project, Effect::read,
                               Duration::list};
    using Reply = std::vector<ProjectParticipants>;
    std::vector<std::int32_t> project_ids;
    Nillable<Instant> changed_after;
    static constexpr auto fields() {
        return std::tuple{field("ProjectIds", &GetProjectParticipants::project_ids),
                          field("ChangedAfter", &GetProjectParticipants::changed_after)};
    }
};

}  // namespace busy24::erp::project_service
