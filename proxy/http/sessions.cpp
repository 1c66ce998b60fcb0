// Joins a stored session with its user, and changes sessions.
#include "proxy/http/sessions.hpp"

namespace busy24::http {

Result<std::optional<Session>> Sessions::session_from(const store::UserSession& row) {
    Session session{.hash = row.token_hash,
                    .state = row.state,
                    .user = row.user_id,
                    .workspace = row.workspace_id,
                    .username = row.username};
    if (row.state != api::SessionState::signed_in) return std::optional(std::move(session));
    const auto user = users_.get(row.user_id);
    if (!user.ok() && user.error().code != ErrorCode::not_found) return user.error();
    // Rights are read from the user every time: who loses them has lost them at once.
    if (!user.ok() || !user.value().is_active) return std::optional<Session>();
    session.role = user.value().role;
    session.user_name = user.value().name;
    session.user_email = user.value().email;
    return std::optional(std::move(session));
}

Result<std::optional<Session>> Sessions::find(std::string_view token) {
    const auto row = TRY(sessions_.find(token, clock_.now()));
    if (!row) return std::optional<Session>();
    return session_from(*row);
}

Result<> Sessions::open(Caller& caller, const store::UserSession& wanted, Draft draft) {
    const auto now = clock_.now();
    const bool follows = caller.session && draft == Draft::follows;
    store::UserSession old;
    if (follows) old.token_hash = caller.session->hash;
    auto made = TRY(follows ? sessions_.rotate(old, wanted, now) : sessions_.create(wanted, now));
    if (caller.session && !follows) TRY(sessions_.remove(caller.session->hash));
    caller.session = TRY(session_from(made.session));
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
