// Answers who is in a project, finds who could be, and changes it.
#include "proxy/records/members.hpp"

#include <algorithm>

#include "proxy/domain/names.hpp"
#include "proxy/http/audited.hpp"
#include "proxy/store/audit_values.hpp"
#include "proxy/workspace/colleagues.hpp"
#include "proxy/workspace/memberships.hpp"
#include "proxy/workspace/projects.hpp"

namespace busy24::records {

namespace {

using api::ProjectRole;
using workspace::Colleague;
using workspace::Membership;

// Nobody types more to find a name.
constexpr std::size_t search_bytes_max = 200;

// What the audit log tells.
struct Told {
    std::string member;
    ProjectRole role = ProjectRole::none;
    static constexpr auto fields() {
        return std::tuple{field("member", &Told::member), field("role", &Told::role)};
    }
};

api::Colleague shown(const Colleague& colleague) {
    return {.id = colleague.id(),
            .name = colleague.name(),
            .email = colleague.email(),
            .is_user = colleague.user && colleague.user->is_active,
            .is_active = colleague.is_active()};
}

bool is_self(const Colleague& colleague, const http::Session& session) {
    return colleague.user && colleague.user->id == session.user;
}

// The colleagues in the project with their roles, by name; whoever is gone altogether is left out.
std::vector<api::Member> members_among(const std::vector<Colleague>& colleagues,
                                       const std::vector<Membership>& memberships,
                                       const http::Session& session) {
    std::vector<api::Member> members;
    for (const auto& colleague : colleagues) {
        auto role = ProjectRole::none;
        for (const auto& membership : memberships)
            if (colleague.is(membership.member_id)) role = std::max(role, membership.role);
        if (role != ProjectRole::none)
            members.push_back({shown(colleague), role, is_self(colleague, session)});
    }
    std::stable_sort(members.begin(), members.end(),
                     [](const api::Member& a, const api::Member& b) { return a.role > b.role; });
    return members;
}

bool has(const Colleague& colleague, const std::string& search) {
    return domain::search_form(colleague.name()).find(search) != std::string::npos ||
           domain::search_form(colleague.email()).find(search) != std::string::npos;
}

// What the colleague was until now. What stands under the id of a user who is a person by now goes
// under the person's.
Result<ProjectRole> take_role(const workspace::Place& place, const Colleague& colleague,
                              const std::string& project_id) {
    auto role = ProjectRole::none;
    for (const auto& membership : TRY(workspace::memberships_on(place, project_id))) {
        if (!colleague.is(membership.member_id)) continue;
        role = std::max(role, membership.role);
        if (membership.member_id != colleague.id())
            TRY(workspace::move_memberships(place, membership.member_id, colleague.id()));
    }
    return role;
}

}  // namespace

workspace::Place Members::place_of(const http::Session& session) {
    return {database_, random_, session.workspace, clock_.now()};
}

Result<http::Standing> Members::standing_in(const http::Session& session,
                                            const std::string& project_id) {
    switch (TRY(workspace::role_in(place_of(session), session.user, project_id))) {
        case ProjectRole::manager:
            return http::Standing::manager;
        case ProjectRole::participant:
            return http::Standing::participant;
        case ProjectRole::none:
            break;
    }
    return http::Standing::employee;
}

Result<api::MemberList> Members::list(const http::Caller& caller, const api::ListMembers& call) {
    const auto place = place_of(*caller.session);
    // Anew, since a manager may just have taken himself or herself out.
    const auto standing =
        std::max(http::standing_of(caller), TRY(standing_in(*caller.session, call.project_id)));
    const auto reach = TRY(http::reach_of(api::ListMembers::endpoint.access, standing));
    api::MemberList out{
        .members =
            members_among(TRY(workspace::colleagues_of(place)),
                          TRY(workspace::memberships_on(place, call.project_id)), *caller.session),
        .is_whole = reach == http::Reach::all};
    if (!out.is_whole)
        std::erase_if(out.members, [](const api::Member& member) { return !member.is_self; });
    return out;
}

Result<api::FindColleagues::Reply> Members::find(const http::Caller& caller,
                                                 const api::FindColleagues& call) {
    if (call.search.size() > search_bytes_max) return Error{ErrorCode::invalid, "a long search"};
    const auto place = place_of(*caller.session);
    const auto colleagues = TRY(workspace::colleagues_of(place));
    const auto members = members_among(
        colleagues, TRY(workspace::memberships_on(place, call.project_id)), *caller.session);
    const auto search = domain::search_form(call.search);
    api::FindColleagues::Reply out;
    for (const auto& colleague : colleagues) {
        if (out.colleagues.size() == api::FindColleagues::hits_max) break;
        const bool is_member = std::any_of(members.begin(), members.end(), [&](const auto& member) {
            return member.who.id == colleague.id();
        });
        if (colleague.is_active() && !is_member && has(colleague, search))
            out.colleagues.push_back(shown(colleague));
    }
    return out;
}

Result<api::MemberList> Members::save(const http::Caller& caller, const api::SaveMember& call) {
    const auto place = place_of(*caller.session);
    auto transaction = TRY(store::Transaction::begin(database_));
    const auto colleagues = TRY(workspace::colleagues_of(place));
    const auto* colleague = workspace::colleague_with(colleagues, call.colleague_id);
    const auto project = TRY(workspace::find<workspace::Project>(place, call.project_id));
    if (!colleague || !project) return Error{ErrorCode::not_found, "no such colleague or project"};
    const auto before = TRY(take_role(place, *colleague, call.project_id));
    if (before == ProjectRole::none && call.role != before && !colleague->is_active())
        return Error{ErrorCode::invalid, "not active", {}, "not_active"};
    if (before != call.role) {
        TRY(workspace::save_membership(
            place,
            {.project_id = call.project_id, .member_id = colleague->id(), .role = call.role}));
        auto entry = http::audited(caller, place.now, api::AuditAction::member_changed);
        entry.subject_id = project->id;
        entry.subject_name = project->name;
        entry.before_value = word_of(before);
        entry.after_value = store::audit_text(Told{colleague->name(), call.role});
        TRY(audit_.append(std::move(entry)));
    }
    TRY(transaction.commit());
    return list(caller, {.project_id = call.project_id});
}

}  // namespace busy24::records
