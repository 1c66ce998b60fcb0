// Rows of the table `invitation`.
#include "proxy/store/invitations.hpp"

#include "proxy/security/digest.hpp"
#include "proxy/store/users.hpp"

namespace busy24::store {

namespace {

// A link that no longer opens the invitation, and can still tell which one it was of.
struct ReplacedLink {
    static constexpr std::string_view table = "replaced_link";
    std::string token_hash;
    std::string invitation_id;
    static constexpr auto fields() {
        return std::tuple{field("token_hash", &ReplacedLink::token_hash),
                          field("invitation_id", &ReplacedLink::invitation_id)};
    }
};

Error no_such_token() { return {ErrorCode::not_found, "no such token", {}, "no_invitation"}; }

constexpr std::string_view is_waiting = "AND accepted_at IS NULL AND withdrawn_at IS NULL ";

}  // namespace

api::InvitationState Invitation::state(Instant now) const {
    if (accepted_at) return api::InvitationState::used;
    if (withdrawn_at) return api::InvitationState::withdrawn;
    return now < expires_at ? api::InvitationState::open : api::InvitationState::expired;
}

Result<> Invitations::save(const Invitation& invitation) {
    for (const auto& before :
         TRY(select_all<Invitation>(database_, {equals("id", invitation.id)}, "LIMIT 1")))
        if (before.token_hash != invitation.token_hash)
            TRY(insert(database_, ReplacedLink{before.token_hash, invitation.id}));
    return upsert(database_, invitation, {"id"});
}

Result<std::vector<Invitation>> Invitations::waiting(const WorkspaceId& workspace) {
    return select_all<Invitation>(database_, {equals("workspace_id", workspace)},
                                  std::string(is_waiting) + "ORDER BY name, email");
}

Result<Invitation> Invitations::waiting(const WorkspaceId& workspace, const std::string& id) {
    auto found = TRY(select_all<Invitation>(
        database_, {equals("workspace_id", workspace), equals("id", id)}, is_waiting));
    if (found.empty()) return Error{ErrorCode::not_found, "no such invitation"};
    return std::move(found.front());
}

Result<std::vector<Invitation>> Invitations::open_to(std::string_view username, Instant now) {
    const std::array values{to_value(now), to_value(canonical_email(username))};
    return from_rows<Invitation>(TRY(database_.query(
        "SELECT " + table_detail::columns<Invitation>() +
            " FROM invitation WHERE accepted_at IS NULL AND withdrawn_at IS NULL "
            "AND expires_at > $1 AND workspace_id IN (SELECT id FROM workspace "
            "WHERE is_connected = 1) AND id IN (SELECT id FROM invitation WHERE email = $2 "
            "UNION SELECT i.id FROM person p JOIN invitation i ON i.workspace_id = p.workspace_id "
            "AND i.contact_id = p.number WHERE p.email = $2) ORDER BY workspace_id, id",
        values)));
}

Result<Invitation> Invitations::with_token(std::string_view token) {
    auto found =
        TRY(select_all<Invitation>(database_, {equals("token_hash", security::sha256(token))}));
    if (found.empty()) return no_such_token();
    return std::move(found.front());
}

Result<Invitation> Invitations::with_replaced_token(std::string_view token) {
    const auto links =
        TRY(select_all<ReplacedLink>(database_, {equals("token_hash", security::sha256(token))}));
    if (links.empty()) return no_such_token();
    return select_one<Invitation>(database_, {equals("id", links.front().invitation_id)});
}

Result<Invitation> Invitations::open_with_token(std::string_view token, Instant now) {
    auto invitation = TRY(with_token(token));
    if (invitation.state(now) != api::InvitationState::open)
        return Error{ErrorCode::conflict, "no longer open", {}, "invitation_over"};
    return invitation;
}

}  // namespace busy24::store
