// Joins a stored session with its user, and changes sessions.
#include "proxy/http/sessions.hpp"

namespace busy24::http {

namespace {

// Rights are read with the session every time: who loses them has lost them at once. nullopt for a
// user who is gone or no longer active.
std::optional<Session> session_from(const store::OwnedSession& found) {
    const auto& row = found.session;
    Session session{.hash = row.token_hash,
                    .state = row.state,
                    .user = row.user_id,
                    .workspace = row.workspace_id,
                    .username = row.username};
    if (row.state != api::SessionState::signed_in) return session;
    if (!found.owner || !found.owner->is_active) return std::nullopt;
    session.role = found.owner->role;
    session.user_name = found.owner->name;
    session.user_email = found.owner->email;
    session.workspace_name = found.owner->workspace_name;
    return session;
}

}  // namespace

Result<std::optional<Session>> Sessions::find(std::string_view token) {
    const auto found = TRY(sessions_.find(token, clock_.now()));
    return found ? session_from(*found) : std::optional<Session>();
}

Result<> Sessions::open(Caller& caller, const store::UserSession& wanted, Draft draft) {
    const auto now = clock_.now();
    const bool follows = caller.session && draft == Draft::follows;
    store::UserSession old;
    if (follows) old.token_hash = caller.session->hash;
    auto made = TRY(follows ? sessions_.rotate(old, wanted, now) : sessions_.create(wanted, now));
    if (caller.session && !follows) TRY(sessions_.remove(caller.session->hash));
    caller.session = session_from(TRY(sessions_.with_owner(made.session)));
    caller.new_token = std::move(made.token);
    caller.has_ended = false;
    return {};
}

Result<> Sessions::end(Caller& caller) {
    if (caller.session) TRY(sessions_.remove(caller.session->hash));
    caller.session.reset();
    caller.new_token.reset();
    caller.has_ended = true;
    return {};
}

}  // namespace busy24::http
