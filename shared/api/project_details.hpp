// The call about one project's members and the work types that hours on it may name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/api/endpoint.hpp"

namespace busy24::api {

// How somebody stands to a project.
enum class MemberState {
    unknown,
    not_invited,
    invited,
    declined,
    withdrawn,  // the invitation was taken back
    expired,    // likewise, by time
    participating,
    initiator,
    removed,
};
constexpr auto words(MemberState) {
    using enum MemberState;
    return std::array{word(unknown, "unknown"),
                      word(not_invited, "not_invited"),
                      word(invited, "invited"),
                      word(declined, "declined"),
                      word(withdrawn, "withdrawn"),
                      word(expired, "expired"),
                      word(participating, "participating"),
                      word(initiator, "initiator"),
                      word(removed, "removed")};
}

struct ProjectMember {
    std::string person_id;   // empty for a contact that is no employee
    std::string contact_id;  // the id in 24SevenOffice
    std::string name;
    std::string role;  // empty when there is none
    MemberState state = MemberState::unknown;
    bool takes_part = false;  // participating, or the one who began the project
    static constexpr auto fields() {
        return std::tuple{
            field("personId", &ProjectMember::person_id),
            field("contactId", &ProjectMember::contact_id),
            field("name", &ProjectMember::name),
            field("role", &ProjectMember::role),
            field("state", &ProjectMember::state),
            field("takesPart", &ProjectMember::takes_part),
        };
    }
    bool operator==(const ProjectMember&) const = default;
};

struct AllowedWorkType {
    std::string id;      // empty for one that is not mirrored (yet)
    std::string number;  // the id in 24SevenOffice
    std::string name;
    bool is_active = true;  // allowed, but only active ones are of use
    static constexpr auto fields() {
        return std::tuple{
            field("id", &AllowedWorkType::id), field("number", &AllowedWorkType::number),
            field("name", &AllowedWorkType::name), field("isActive", &AllowedWorkType::is_active)};
    }
    bool operator==(const AllowedWorkType&) const = default;
};

// Who manages nothing sees of the members only himself or herself. Answers at once from what has
// been fetched; by asking, somebody says that it is needed. Failures: not_found, also for a project
// of another workspace.
struct GetProjectDetails {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/project/details",
                                       Access::project_reader};
    struct Reply {
        std::vector<ProjectMember> members;       // those who take part first
        std::int64_t members_at_ms = 0;           // 0: not fetched yet
        std::vector<AllowedWorkType> work_types;  // none: all are allowed, once they are fetched
        std::int64_t fetched_at_ms = 0;           // the work types; 0: not yet
        // They are being fetched, because there are none or they are old: ask again in a moment.
        bool is_refreshing = false;
        static constexpr auto fields() {
            return std::tuple{
                field("members", &Reply::members), field("membersAtMs", &Reply::members_at_ms),
                field("workTypes", &Reply::work_types), field("fetchedAtMs", &Reply::fetched_at_ms),
                field("isRefreshing", &Reply::is_refreshing)};
        }
        bool operator==(const Reply&) const = default;
    };
    std::string id;
    static constexpr auto fields() { return std::tuple{field("id", &GetProjectDetails::id)}; }
    static constexpr auto project = &GetProjectDetails::id;
};

}  // namespace busy24::api
