// All data of the workspace: to be taken along, and to be deleted.
#include "proxy/connection/connection_control.hpp"
#include "proxy/domain/names.hpp"
#include "proxy/http/audited.hpp"
#include "proxy/store/workspace_export.hpp"
#include "proxy/store/workspace_removal.hpp"

namespace busy24::connection {

Result<api::Nothing> ConnectionControl::export_workspace(http::Caller& caller) {
    const auto session = TRY(caller.session_in(api::SessionState::signed_in));
    const auto now = parts_.clock.now();
    // Who asks has it from here on, whatever the network does.
    TRY(parts_.audit.append(http::audited(caller, now, api::AuditAction::data_exported)));
    caller.stream = [this, workspace = session.workspace, now](const auto& write) {
        return store::export_workspace(parts_.database, workspace, now, write);
    };
    return api::Nothing{};
}

Result<api::Nothing> ConnectionControl::delete_workspace(http::Caller& caller,
                                                         api::DeleteWorkspace call) {
    const auto connection = TRY(connection_of(caller));
    const auto workspace = TRY(parts_.workspaces.get(connection.workspace_id));
    if (domain::normalised_name(call.confirmation) != domain::normalised_name(workspace.name))
        return Error{ErrorCode::invalid, "not its name", std::nullopt, "wrong_confirmation"};
    TRY(check_asker(caller, connection,
                    {call.way, std::move(call.username), std::move(call.password)}));
    auto transaction = TRY(store::Transaction::begin(parts_.database));
    TRY(erase_session(connection));
    TRY(store::remove_workspace(parts_.database, workspace.id));
    TRY(transaction.commit());
    forget_sessions(connection, {});
    caller.has_ended = true;
    return api::Nothing{};
}

}  // namespace busy24::connection
