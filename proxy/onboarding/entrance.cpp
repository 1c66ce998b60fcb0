// Saves who came in, opens the session, and lends the login where there is no API user.
#include "proxy/onboarding/entrance.hpp"

#include "proxy/workspace/memberships.hpp"

namespace busy24::onboarding {

namespace {

// As it is now, and only what the login itself changes: an administrator may have changed the rest
// while 24SevenOffice was asked.
Result<store::User> note_login(const Parts& parts, const store::User& known) {
    const auto now = parts.clock.now();
    auto transaction = TRY(store::Transaction::begin(parts.database));
    auto user = TRY(parts.users.get(known.id));
    if (!user.is_active) return Error{ErrorCode::unauthenticated, "deactivated just now"};
    if (known.matched_by == api::MatchedBy::login) {
        user.contact_id = known.contact_id;
        user.matched_by = known.matched_by;
    }
    user.erp_username = known.erp_username;
    user.last_login_at = now;
    TRY(parts.users.save(user));
    const workspace::Place at{parts.database, parts.random, user.workspace_id, now};
    if (user.contact_id) TRY(workspace::move_memberships_to_contact(at, user.id, *user.contact_id));
    TRY(transaction.commit());
    return user;
}

void keep_login(const Parts& parts, const std::string& session_hash, const Place& place,
                erp::Credential login) {
    const auto& connection = place.connection;
    if (is_lent_login(place)) {
        parts.logins.keep(session_hash, std::move(login));
        parts.logins.lend(session_hash, connection.id);
        parts.logins.keep_for_session(session_hash);
    } else if (connection.api_user_name != login.username) {
        parts.erp.forget(login.username);
    }
}

}  // namespace

bool is_lent_login(const Place& place) {
    return place.connection.api_user_mode == api::ApiUserMode::later &&
           place.user.role == api::Role::administrator;
}

Result<> enter(const Parts& parts, http::Caller& caller, const Place& place,
               std::optional<erp::Credential> login) {
    const auto user = TRY(note_login(parts, place.user));
    if (caller.session) parts.logins.drop(caller.session->hash);
    TRY(parts.sessions.open(caller,
                            {.state = api::SessionState::signed_in,
                             .workspace_id = user.workspace_id,
                             .user_id = user.id},
                            http::Draft::is_left_behind));
    if (login) keep_login(parts, caller.session->hash, {user, place.connection}, std::move(*login));
    return {};
}

}  // namespace busy24::onboarding
