// Members of the workspace's projects: who takes part, as what.
#pragma once

#include <optional>

#include "proxy/store/table.hpp"
#include "proxy/workspace/place.hpp"
#include "shared/api/project_details.hpp"

namespace busy24::workspace {

struct ProjectMember {
    static constexpr std::string_view table = "project_member";
    std::string project_id;
    std::int64_t contact_id = 0;
    WorkspaceId workspace_id;
    std::optional<std::string> person_id;  // of a contact that is a person of the workspace
    std::string name;
    std::optional<std::int64_t> role_number;
    std::string role_name;
    api::MemberState state = api::MemberState::unknown;
    bool takes_part = false;
    static constexpr auto fields() {
        return std::tuple{field("project_id", &ProjectMember::project_id),
                          field("contact_id", &ProjectMember::contact_id),
                          field("workspace_id", &ProjectMember::workspace_id),
                          field("person_id", &ProjectMember::person_id),
                          field("name", &ProjectMember::name),
                          field("role_number", &ProjectMember::role_number),
                          field("role_name", &ProjectMember::role_name),
                          field("state", &ProjectMember::state),
                          field("takes_part", &ProjectMember::takes_part)};
    }
    bool operator==(const ProjectMember&) const = default;
};

// These are the project's members from now on, and nobody else. Inside a transaction. A contact
// that is there twice is there once, as it comes last.
Result<> replace_members(const Place& place, const std::string& project_id,
                         const std::vector<ProjectMember>& members);

// Those who take part first, by name.
Result<std::vector<api::ProjectMember>> members_of(const Place& place,
                                                   const std::string& project_id);

}  // namespace busy24::workspace
