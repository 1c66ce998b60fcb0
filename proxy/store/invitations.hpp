// Invitations to be a user of a workspace.
#pragma once

#include <optional>

#include "proxy/store/table.hpp"
#include "shared/api/people.hpp"
#include "shared/ids.hpp"

namespace busy24::store {

// Security rule: 48 hours.
inline constexpr std::int64_t invitation_lifetime_ms = 48 * hour_ms;

struct Invitation {
    static constexpr std::string_view table = "invitation";
    std::string id;
    WorkspaceId workspace_id;
    std::string email;  // canonical: see canonical_email()
    std::string name;
    std::optional<std::int64_t> contact_id;
    api::Role role = api::Role::employee;
    std::string token_hash;  // SHA-256 of what only the link knows
    std::string invited_by;  // a name
    Instant created_at;
    Instant expires_at;
    std::optional<Instant> accepted_at;
    std::optional<Instant> withdrawn_at;
    static constexpr auto fields() {
        return std::tuple{field("id", &Invitation::id),
                          field("workspace_id", &Invitation::workspace_id),
                          field("email", &Invitation::email),
                          field("name", &Invitation::name),
                          field("contact_id", &Invitation::contact_id),
                          field("role", &Invitation::role),
                          field("token_hash", &Invitation::token_hash),
                          field("invited_by", &Invitation::invited_by),
                          field("created_at", &Invitation::created_at),
                          field("expires_at", &Invitation::expires_at),
                          field("accepted_at", &Invitation::accepted_at),
                          field("withdrawn_at", &Invitation::withdrawn_at)};
    }
    bool operator==(const Invitation&) const = default;

    api::InvitationState state(Instant now) const;
};

// Thread-safe, as its database is.
class Invitations {
public:
    explicit Invitations(Database& database) : database_(database) {}
    // A new token takes the place of the one before. Errors: conflict when the workspace has
    // another one to that e-mail that is neither accepted nor withdrawn.
    Result<> save(const Invitation& invitation);
    // Neither accepted nor withdrawn, expired or not; by name.
    Result<std::vector<Invitation>> waiting(const WorkspaceId& workspace);
    // One of those. Errors: not_found.
    Result<Invitation> waiting(const WorkspaceId& workspace, const std::string& id);
    // Open ones of connected workspaces that may be to this 24SevenOffice account: to its e-mail
    // address, or to the contact that 24SevenOffice has under it.
    Result<std::vector<Invitation>> open_to(std::string_view username, Instant now);
    // Errors: not_found "no_invitation".
    Result<Invitation> with_token(std::string_view token);
    // The one whose link this was, until a newer link took its place. Errors: as with_token().
    Result<Invitation> with_replaced_token(std::string_view token);
    // One that can still be accepted. Errors: as with_token(), and conflict "invitation_over".
    Result<Invitation> open_with_token(std::string_view token, Instant now);

private:
    Database& database_;
};

}  // namespace busy24::store
