// Compares accounts, contacts and invitations with who uses the workspaces.
#include "proxy/onboarding/places.hpp"

#include <algorithm>

namespace busy24::onboarding {

namespace {

// Somebody whom no contact id tells: by the account that they came in with before, else by the
// address, once.
bool is_by_name(const store::User& user, const Reach& reach, const std::string& username) {
    // Bound to another contact: the address went to somebody else (quirk 63).
    if (user.contact_id && reach.contact_id) return false;
    if (!user.erp_username.empty()) return user.erp_username == username;
    return !user.contact_id && user.email == username;
}

std::string name_of(const store::Invitation& invitation, const Reach& reach) {
    if (!invitation.name.empty()) return invitation.name;
    return reach.user_name.empty() ? invitation.email : reach.user_name;
}

}  // namespace

std::optional<store::User> user_who_is(const std::vector<store::User>& users, const Reach& reach,
                                       const std::string& username) {
    const auto find = [&](const auto& is_who) {
        return std::find_if(users.begin(), users.end(), is_who);
    };
    auto found = find([&](const store::User& user) {
        return reach.contact_id && user.contact_id == reach.contact_id;
    });
    if (found == users.end())
        found = find([&](const store::User& user) { return is_by_name(user, reach, username); });
    if (found == users.end() || !found->is_active) return std::nullopt;
    auto user = *found;
    user.erp_username = username;
    if (reach.contact_id) {
        user.contact_id = reach.contact_id;
        user.matched_by = api::MatchedBy::login;
    }
    return user;
}

Result<std::vector<std::string>> Places::known_to(const std::string& username, Instant now) {
    std::vector<std::string> workspaces;
    const auto add = [&](const WorkspaceId& id) {
        if (std::find(workspaces.begin(), workspaces.end(), id.text) == workspaces.end())
            workspaces.push_back(id.text);
    };
    for (const auto& user : TRY(users_.with_erp_username(username)))
        if (user.role == api::Role::administrator ||
            TRY(connections_.of(user.workspace_id)).offers_sso())
            add(user.workspace_id);
    for (const auto& invitation : TRY(invitations_.open_to(username, now)))
        if (TRY(connections_.of(invitation.workspace_id)).offers_sso())
            add(invitation.workspace_id);
    return workspaces;
}

Result<std::optional<store::Connection>> Places::connection_on(const Reach& reach) {
    const auto workspace = TRY(workspaces_.connected_to(reach.tenant_id));
    if (!workspace) return std::optional<store::Connection>();
    return std::optional(TRY(connections_.of(workspace->id)));
}

Result<std::vector<Place>> Places::reached(const std::string& username,
                                           const std::vector<Reach>& reaches) {
    std::vector<Place> places;
    for (const auto& reach : reaches) {
        auto connection = TRY(connection_on(reach));
        if (!connection) continue;
        auto user = user_who_is(TRY(users_.of(connection->workspace_id)), reach, username);
        if (!user) continue;
        if (user->role != api::Role::administrator && !connection->offers_sso()) continue;
        places.push_back({std::move(*user), std::move(*connection)});
    }
    return places;
}

Result<bool> Places::may_join(const store::Invitation& invitation, const Reach& reach) {
    if (invitation.contact_id && reach.contact_id && invitation.contact_id != reach.contact_id)
        return false;
    const auto users = TRY(users_.of(invitation.workspace_id));
    return std::none_of(users.begin(), users.end(), [&](const store::User& user) {
        return user.email == invitation.email ||
               (reach.contact_id && user.contact_id == reach.contact_id);
    });
}

Result<> Places::join_as(store::Invitation invitation, const Reach& reach, const Visit& visit) {
    auto name = name_of(invitation, reach);
    TRY(people::Joining(database_, audit_, random_)
            .join(std::move(invitation), {.name = std::move(name),
                                          .account = visit.username,
                                          .contact_id = reach.contact_id,
                                          .language = visit.language,
                                          .at = visit.at}));
    return {};
}

Result<> Places::join_at(const store::Connection& connection, const Reach& reach,
                         const Visit& visit) {
    auto transaction = TRY(store::Transaction::begin(database_));
    for (auto& invitation : TRY(invitations_.open_to(visit.username, visit.at))) {
        if (invitation.workspace_id != connection.workspace_id) continue;
        // By the contact, or by the address where no contact was chosen.
        const bool is_to = invitation.contact_id ? invitation.contact_id == reach.contact_id
                                                 : invitation.email == visit.username;
        if (!is_to || !TRY(may_join(invitation, reach))) continue;
        TRY(join_as(std::move(invitation), reach, visit));
        break;
    }
    return transaction.commit();
}

Result<> Places::join_invited(const Visit& visit, const std::vector<Reach>& reaches) {
    if (TRY(invitations_.open_to(visit.username, visit.at)).empty()) return {};
    for (const auto& reach : reaches) {
        const auto connection = TRY(connection_on(reach));
        if (connection && connection->offers_sso()) TRY(join_at(*connection, reach, visit));
    }
    return {};
}

Result<WorkspaceId> Places::behind_link(const std::string& token, Instant now) {
    auto invitation = TRY(invitations_.open_with_token(token, now));
    if (!TRY(connections_.of(invitation.workspace_id)).offers_sso())
        return Error{ErrorCode::conflict, "the workspace has no Single Sign-On"};
    return std::move(invitation.workspace_id);
}

Result<> Places::join_by_link(const std::string& token, const Visit& visit,
                              const std::vector<Reach>& reaches) {
    auto transaction = TRY(store::Transaction::begin(database_));
    const auto workspace = TRY(behind_link(token, visit.at));
    const auto tenant = TRY(connections_.of(workspace)).tenant_id;
    const auto reach = std::find_if(reaches.begin(), reaches.end(), [&](const Reach& reached) {
        return reached.tenant_id == tenant;
    });
    auto invitation = TRY(invitations_.open_with_token(token, visit.at));
    if (reach == reaches.end() || !TRY(may_join(invitation, *reach)))
        return Error{ErrorCode::unauthenticated, "right, but not this person"};
    TRY(join_as(std::move(invitation), *reach, visit));
    return transaction.commit();
}

}  // namespace busy24::onboarding
