// Who takes part in the workspace's projects, and as what: Busy's own, unlike ProjectMember, which
// is what 24SevenOffice says.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "proxy/store/table.hpp"
#include "proxy/workspace/place.hpp"
#include "shared/api/members.hpp"

namespace busy24::workspace {

struct Membership {
    static constexpr std::string_view table = "membership";
    std::string project_id;
    std::string member_id;  // a Colleague's
    WorkspaceId workspace_id;
    // None: taken out by hand.
    api::ProjectRole role = api::ProjectRole::participant;
    std::string setup_id = {};  // the first-time setup that wrote it; empty: by hand
    static constexpr auto fields() {
        return std::tuple{field("project_id", &Membership::project_id),
                          field("member_id", &Membership::member_id),
                          field("workspace_id", &Membership::workspace_id),
                          field("role", &Membership::role),
                          field("setup_id", &Membership::setup_id)};
    }
    bool operator==(const Membership&) const = default;
};

// With those who were taken out.
Result<std::vector<Membership>> memberships_on(const Place& place, const std::string& project_id);

// What the user is in the project: none for somebody who is not in it. Errors: not_found when the
// workspace has no such project.
Result<api::ProjectRole> role_in(const Place& place, const UserId& user,
                                 const std::string& project_id);

Result<> save_membership(const Place& place, Membership membership);

// What belonged to a user alone belongs to the person from now on, who keeps what both had. In a
// transaction.
Result<> move_memberships(const Place& place, const std::string& from_member,
                          const std::string& to_member);
// The same for a user whose contact has just become known; nothing where no person has that number.
Result<> move_memberships_to_contact(const Place& place, const UserId& user,
                                     std::int64_t contact_id);

}  // namespace busy24::workspace
