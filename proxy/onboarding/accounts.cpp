// Sessions of users: what they are shown as, and how they begin and end.
#include "proxy/onboarding/accounts.hpp"

#include <algorithm>

#include "proxy/onboarding/entrance.hpp"
#include "shared/json.hpp"

namespace busy24::onboarding {

Result<api::Session> Accounts::get_session(const http::Caller& caller) {
    api::Session out;
    if (!caller.session) return out;
    out.state = caller.session->state;
    if (out.state == api::SessionState::signed_in) {
        out.user_name = caller.session->user_name;
        out.user_email = caller.session->user_email;
        out.role = caller.session->role;
        out.workspace_name = caller.session->workspace_name;
    } else if (out.state == api::SessionState::choosing_workspace) {
        const auto choice = TRY(choice_of(*caller.session));
        for (const auto& place : TRY(offered(choice)))
            out.workspaces.push_back(
                {place.connection.workspace_id.text, place.connection.tenant_name});
    }
    return out;
}

// Those among which a login may choose, as they are now.
Result<std::vector<Place>> Accounts::offered(const Draft& choice) {
    if (choice.users.empty()) return parts_.places.reached(choice.username, choice.reaches);
    std::vector<Place> places;
    for (auto& user : TRY(parts_.users.with_email(choice.username)))
        if (std::find(choice.users.begin(), choice.users.end(), user.id.text) !=
            choice.users.end()) {
            auto connection = TRY(parts_.connections.of(user.workspace_id));
            places.push_back({std::move(user), std::move(connection)});
        }
    return places;
}

Result<AnswerSeats::Seat> Accounts::seat_for(const http::Caller& caller,
                                             std::string_view username) {
    const auto now = parts_.clock.now();
    const auto device =
        TRY(parts_.devices.known(caller.device, store::canonical_email(username), now));
    return parts_.answer_seats.take(
        device.empty() ? AnswerSeats::Guest::stranger : AnswerSeats::Guest::known, now);
}

Result<api::Session> Accounts::log_in(http::Caller& caller, api::LogIn call) {
    const auto seat = TRY(seat_for(caller, call.username));
    const AnswerGrid grid(parts_.clock, &parts_.erp_logins.pace());
    return call.way == api::LoginWay::busy ? log_in_here(caller, call)
                                           : log_in_there(caller, std::move(call));
}

Result<api::Session> Accounts::enter(http::Caller& caller, const Place& place,
                                     std::optional<erp::Credential> login) {
    TRY(onboarding::enter(parts_, caller, place, std::move(login)));
    return get_session(caller);
}

// What the login leads to is kept with the session, as an onboarding's draft is; the login itself
// in memory, for the mirror of the workspace that will be chosen.
Result<api::Session> Accounts::offer_choice(http::Caller& caller, const Draft& choice,
                                            std::optional<erp::Credential> login) {
    TRY(parts_.sessions.open(
        caller, {.state = api::SessionState::choosing_workspace, .username = choice.username},
        http::Draft::is_left_behind));
    TRY(parts_.drafts.save(caller.session->hash, to_json_text(choice), parts_.clock.now()));
    if (login) parts_.logins.keep(caller.session->hash, std::move(*login));
    return get_session(caller);
}

Result<Draft> Accounts::choice_of(const http::Session& session) {
    const auto text = TRY(parts_.drafts.load(session.hash));
    if (!text) return Draft{};
    return parse_json<Draft>(*text);
}

Result<api::Session> Accounts::choose_workspace(http::Caller& caller,
                                                const api::ChooseWorkspace& call) {
    const auto session = TRY(caller.session_in(api::SessionState::choosing_workspace));
    const auto choice = TRY(choice_of(session));
    for (const auto& place : TRY(offered(choice)))
        if (place.user.workspace_id.text == call.workspace_id)
            return enter(caller, place, parts_.logins.use(session.hash));
    return Error{ErrorCode::not_found, "not one of those that were offered"};
}

Result<api::Nothing> Accounts::log_out(http::Caller& caller) {
    if (caller.session) parts_.logins.drop(caller.session->hash);
    TRY(parts_.sessions.end(caller));
    return api::Nothing{};
}

}  // namespace busy24::onboarding
