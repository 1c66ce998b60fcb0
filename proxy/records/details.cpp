// Answers what is known of a project's members and allowed work types, and notes that it is needed.
#include "proxy/records/records.hpp"
#include "proxy/store/project_details.hpp"
#include "proxy/store/users.hpp"
#include "proxy/workspace/allowed_work_types.hpp"
#include "proxy/workspace/project_members.hpp"
#include "proxy/workspace/projects.hpp"

namespace busy24::records {

namespace {

// Which of two projects was used last matters only roughly, and a page that asks again and again
// shall not write each time.
constexpr std::int64_t note_again_ms = minute_ms;

bool is_due(const store::ProjectDetail& detail, Instant now) {
    return now - detail.work_types_at >= store::work_types_age_ms_max && detail.retry_at <= now;
}

// Who manages nothing sees only himself or herself.
Result<> keep_own(const workspace::Place& place, const UserId& id,
                  std::vector<api::ProjectMember>& members) {
    const auto user = TRY(store::Users(place.database).get(id));
    std::erase_if(members, [&](const api::ProjectMember& member) {
        return member.person_id != user.id.text &&
               (!user.contact_id || member.contact_id != std::to_string(*user.contact_id));
    });
    return {};
}

}  // namespace

Result<api::GetProjectDetails::Reply> Records::details(const http::Caller& caller,
                                                       const api::GetProjectDetails& call) {
    const auto place = TRY(place_of(caller));
    const auto project = TRY(workspace::find<workspace::Project>(place, call.id));
    if (!project) return Error{ErrorCode::not_found, "no such project"};
    store::ProjectDetails details(place.database);
    // First, so that nothing below is older than the answer says.
    const auto detail = TRY(details.get(project->id));
    api::GetProjectDetails::Reply reply{
        .members = TRY(workspace::members_of(place, project->id)),
        .members_at_ms = detail.members_at.ms,
        .work_types = TRY(workspace::allowed_on(place, project->id)),
        .fetched_at_ms = detail.work_types_at.ms,
    };
    if (caller.reach != http::Reach::all) TRY(keep_own(place, caller.session->user, reply.members));
    const auto connection = TRY(parts_.connections.of(place.workspace));
    if (!project->number || !connection.has_work_types) return reply;
    if (place.now - detail.needed_at >= note_again_ms)
        TRY(details.needed(place.workspace, project->id, place.now));
    reply.is_refreshing = is_due(detail, place.now);
    if (reply.is_refreshing) parts_.changed(place.workspace);
    return reply;
}

}  // namespace busy24::records
