// Page 2: the client, and the workspace that may be there already.
#include "proxy/onboarding/onboarding.hpp"

#include <algorithm>

#include "proxy/onboarding/entrance.hpp"

namespace busy24::onboarding {

Result<std::optional<api::ExistingWorkspace>> Onboarding::existing_workspace(const Draft& draft,
                                                                             const Reach& reach) {
    const auto workspace = TRY(parts_.workspaces.connected_to(reach.tenant_id));
    if (!workspace) return std::optional<api::ExistingWorkspace>();
    const auto users = TRY(parts_.users.of(workspace->id));
    api::ExistingWorkspace existing{.name = workspace->name};
    existing.may_enter = !TRY(parts_.places.reached(draft.username, {reach})).empty();
    const auto administrator =
        std::find_if(users.begin(), users.end(), store::is_active_administrator);
    if (administrator != users.end()) existing.administrator_name = administrator->name;
    return std::optional(std::move(existing));
}

Result<> Onboarding::drop_draft_workspace(Draft& draft) {
    const ConnectionId id{draft.connection_id};
    forget_api_user(draft);
    if (id.empty()) return {};
    const auto connection = parts_.connections.get(id);
    // The sweeper may have been here before.
    if (!connection.ok() && connection.error().code == ErrorCode::not_found) return {};
    TRY(connection);
    TRY(parts_.credentials.remove(id.text));
    return parts_.workspaces.remove(connection.value().workspace_id);
}

Result<> Onboarding::change_tenant(Work& work, std::int64_t tenant_id) {
    if (work.draft.tenant_id != tenant_id) TRY(drop_draft_workspace(work.draft));
    work.draft.tenant_id = tenant_id;
    work.draft.options.tenant_id = tenant_id;
    return {};
}

Result<api::ChooseTenant::Reply> Onboarding::choose_tenant(const http::Caller& caller,
                                                           const api::ChooseTenant& call) {
    auto work = TRY(begin(caller));
    TRY(login_of(work));
    const auto* reach = reach_of(work.draft.reaches, call.tenant_id);
    if (!reach) return Error{ErrorCode::not_found, "the login does not reach that client"};
    api::ChooseTenant::Reply reply;
    reply.existing = TRY(existing_workspace(work.draft, *reach));
    if (!reply.existing) {
        TRY(change_tenant(work, call.tenant_id));
        TRY(save(work));
    }
    reply.onboarding = answer(work);
    return reply;
}

Result<api::Nothing> Onboarding::enter_workspace(http::Caller& caller,
                                                 const api::EnterWorkspace& call) {
    auto work = TRY(begin(caller));
    auto login = TRY(login_of(work));
    const Error missing{ErrorCode::not_found, "no workspace to enter"};
    const auto* reach = reach_of(work.draft.reaches, call.tenant_id);
    if (!reach) return missing;
    const auto places = TRY(parts_.places.reached(work.draft.username, {*reach}));
    if (places.empty()) return missing;
    TRY(drop_draft_workspace(work.draft));
    TRY(enter(parts_, caller, places.front(), std::move(login)));
    return api::Nothing{};
}

}  // namespace busy24::onboarding
