// What has been fetched about single projects, and what is to be fetched next.
#pragma once

#include <optional>

#include "proxy/store/table.hpp"
#include "shared/ids.hpp"

namespace busy24::store {

// Allowed work types that are older are fetched again, and tell their age meanwhile.
inline constexpr std::int64_t work_types_age_ms_max = day_ms;

struct ProjectDetail {
    static constexpr std::string_view table = "project_detail";
    std::string project_id;
    WorkspaceId workspace_id;
    Instant members_at;  // when they were fetched; 0 when they have not been
    bool is_members_due = false;
    Instant work_types_at;  // likewise
    Instant needed_at;      // when somebody last asked for the allowed work types
    std::int64_t attempts = 0;
    Instant retry_at;  // after a failure that concerns this project alone
    static constexpr auto fields() {
        return std::tuple{field("project_id", &ProjectDetail::project_id),
                          field("workspace_id", &ProjectDetail::workspace_id),
                          field("members_at", &ProjectDetail::members_at),
                          field("is_members_due", &ProjectDetail::is_members_due),
                          field("work_types_at", &ProjectDetail::work_types_at),
                          field("needed_at", &ProjectDetail::needed_at),
                          field("attempts", &ProjectDetail::attempts),
                          field("retry_at", &ProjectDetail::retry_at)};
    }
    bool operator==(const ProjectDetail&) const = default;
};

// A project as 24SevenOffice is asked about it.
struct NumberedProject {
    std::string id;
    std::int64_t number = 0;
    std::int64_t attempts = 0;
    static constexpr auto fields() {
        return std::tuple{field("id", &NumberedProject::id),
                          field("number", &NumberedProject::number),
                          field("attempts", &NumberedProject::attempts)};
    }
    bool operator==(const NumberedProject&) const = default;
};

// Thread-safe, as its database is: each function changes only the columns that it is about, so that
// people and the worker do not undo each other.
class ProjectDetails {
public:
    explicit ProjectDetails(Database& database) : database_(database) {}
    // The one of a project that has none yet is as a new one.
    Result<ProjectDetail> get(const std::string& project_id);

    // The members of every linked project that the reading of this generation has seen are to be
    // fetched, but for those that are left alone. As many as `limit` after `after`, an id in
    // 24SevenOffice; answers the last of them, or nothing when there are no more.
    Result<std::string> members_wanted(const ConnectionId& connection,
                                       const std::string& generation, const std::string& after,
                                       int limit);
    Result<std::vector<NumberedProject>> with_members_due(const WorkspaceId& workspace, int limit);
    Result<> members_fetched(const std::string& project_id, Instant now);
    // Not before another reading has seen the project.
    Result<> members_given_up(const std::string& project_id);

    // Somebody looks at the project.
    Result<> needed(const WorkspaceId& workspace, const std::string& project_id, Instant now);
    // The project whose allowed work types are to be fetched next, those used last first: one that
    // was never fetched, or one that has grown old. nullopt when there is none.
    Result<std::optional<NumberedProject>> never_fetched(const WorkspaceId& workspace, Instant now);
    Result<std::optional<NumberedProject>> grown_old(const WorkspaceId& workspace, Instant now);
    Result<> work_types_fetched(const std::string& project_id, Instant now);
    Result<> work_types_failed(const std::string& project_id, Instant retry_at);

private:
    Database& database_;
};

}  // namespace busy24::store
