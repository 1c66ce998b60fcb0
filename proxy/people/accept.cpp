// From a link to a user: what the invited person meets.
#include "proxy/people/joining.hpp"
#include "proxy/people/new_password.hpp"
#include "proxy/people/people.hpp"

namespace busy24::people {

namespace {

using store::Transaction;

Result<> check(const api::AcceptInvitation& call) {
    if (call.name.find_first_not_of(" \t\r\n") == std::string::npos ||
        call.name.size() > name_bytes_max)
        return Error{ErrorCode::invalid, "the name", {}, "name_missing"};
    return check_new_password(call.password);
}

}  // namespace

Result<api::ReadInvitation::Reply> People::read(const api::ReadInvitation& call) {
    auto found = parts_.invitations.with_token(call.token);
    const bool is_newest = found.ok() || found.error().code != ErrorCode::not_found;
    if (!is_newest) found = parts_.invitations.with_replaced_token(call.token);
    const auto invitation = TRY(std::move(found));
    auto state = invitation.state(parts_.clock.now());
    const bool is_over =
        state == api::InvitationState::used || state == api::InvitationState::withdrawn;
    if (!is_newest && !is_over) state = api::InvitationState::replaced;
    const auto workspace = TRY(parts_.workspaces.get(invitation.workspace_id));
    const auto connection = TRY(parts_.connections.of(invitation.workspace_id));
    return api::ReadInvitation::Reply{.state = state,
                                      .workspace_name = workspace.name,
                                      .invited_by = invitation.invited_by,
                                      .name = invitation.name,
                                      .email = invitation.email,
                                      .has_sso = connection.offers_sso()};
}

Result<api::Nothing> People::accept(http::Caller& caller, const api::AcceptInvitation& call) {
    const auto now = parts_.clock.now();
    const auto invited = TRY(parts_.invitations.open_with_token(call.token, now));
    TRY(check(call));
    const auto key = TRY(parts_.passwords.key_of(invited.email, call.password));
    auto transaction = TRY(Transaction::begin(parts_.database));
    // Once more, now that nobody else can come between.
    auto invitation = TRY(parts_.invitations.open_with_token(call.token, now));
    const auto user = TRY(Joining(parts_.database, parts_.audit, parts_.random)
                              .join(std::move(invitation), {.name = call.name,
                                                            .account = {},
                                                            .contact_id = {},
                                                            .language = call.language,
                                                            .at = now}));
    TRY(parts_.passwords.save(user, key, now));
    TRY(transaction.commit());
    TRY(http::remember_device(caller, parts_.devices, user.email, now));
    TRY(parts_.sessions.open(caller,
                             {.state = api::SessionState::signed_in,
                              .workspace_id = user.workspace_id,
                              .user_id = user.id},
                             http::Draft::is_left_behind));
    return api::Nothing{};
}

}  // namespace busy24::people
