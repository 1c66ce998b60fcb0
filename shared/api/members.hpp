// Calls about who takes part in a project in Busy, and as what.
#pragma once

#include <string>
#include <vector>

#include "shared/api/endpoint.hpp"

namespace busy24::api {

enum class ProjectRole { none, participant, manager };
constexpr auto words(ProjectRole) {
    return std::array{word(ProjectRole::none, "none"),
                      word(ProjectRole::participant, "participant"),
                      word(ProjectRole::manager, "manager")};
}

// Somebody of the workspace: a person that 24SevenOffice knows, a user, or both.
struct Colleague {
    std::string id;
    std::string name;
    std::string email;      // may be empty
    bool is_user = false;   // and can log in
    bool is_active = true;  // still employed, and not deactivated
    static constexpr auto fields() {
        return std::tuple{field("id", &Colleague::id), field("name", &Colleague::name),
                          field("email", &Colleague::email), field("isUser", &Colleague::is_user),
                          field("isActive", &Colleague::is_active)};
    }
    bool operator==(const Colleague&) const = default;
};

struct Member {
    Colleague who;
    ProjectRole role = ProjectRole::participant;
    bool is_self = false;
    static constexpr auto fields() {
        return std::tuple{field("who", &Member::who), field("role", &Member::role),
                          field("isSelf", &Member::is_self)};
    }
    bool operator==(const Member&) const = default;
};

struct MemberList {
    std::vector<Member> members;  // managers first, by name; only oneself for who manages nothing
    bool is_whole = false;        // all of them, and the caller may change them
    static constexpr auto fields() {
        return std::tuple{field("members", &MemberList::members),
                          field("isWhole", &MemberList::is_whole)};
    }
    bool operator==(const MemberList&) const = default;
};

// Failures of all three: not_found, also for a project of another workspace.
struct ListMembers {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/project/members",
                                       Access::project_reader};
    using Reply = MemberList;
    std::string project_id;
    static constexpr auto fields() {
        return std::tuple{field("projectId", &ListMembers::project_id)};
    }
    static constexpr auto project = &ListMembers::project_id;
};

// Who could be added: those who are active and not in the project, the first few whose name or
// e-mail address has the text in it.
struct FindColleagues {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/project/colleagues",
                                       Access::project_manager};
    static constexpr std::size_t hits_max = 8;
    struct Reply {
        std::vector<Colleague> colleagues;  // by name
        static constexpr auto fields() {
            return std::tuple{field("colleagues", &Reply::colleagues)};
        }
        bool operator==(const Reply&) const = default;
    };
    std::string project_id;
    std::string search;
    static constexpr auto fields() {
        return std::tuple{field("projectId", &FindColleagues::project_id),
                          field("search", &FindColleagues::search)};
    }
    static constexpr auto project = &FindColleagues::project_id;
};

// Adds somebody, changes the role, or with the role none takes them out. Failures: not_found, also
// for somebody who is not in the workspace; invalid "not_active" for adding one who is not active.
struct SaveMember {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/project/member",
                                       Access::project_manager};
    using Reply = MemberList;
    std::string project_id;
    std::string colleague_id;
    ProjectRole role = ProjectRole::participant;
    static constexpr auto fields() {
        return std::tuple{field("projectId", &SaveMember::project_id),
                          field("colleagueId", &SaveMember::colleague_id),
                          field("role", &SaveMember::role)};
    }
    static constexpr auto project = &SaveMember::project_id;
};

}  // namespace busy24::api
