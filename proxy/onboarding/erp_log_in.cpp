// Logging in with the 24SevenOffice account, and accepting an invitation with it.
#include "proxy/onboarding/accounts.hpp"

#include <algorithm>

#include "proxy/onboarding/entrance.hpp"

namespace busy24::onboarding {

// Security rule: fail closed. 24SevenOffice must let the login in, it must reach the workspace's
// client, and it must be the person who is a user there.
Result<api::Session> Accounts::log_in_there(http::Caller& caller, api::LogIn call) {
    auto credential = TRY(credential_from(call.username, std::move(call.password)));
    credential.session_life = erp::SessionLife::process;
    const auto username = credential.username;
    auto workspaces = TRY(parts_.places.known_to(username, parts_.clock.now()));
    const auto name = workspaces.empty() ? ErpLogins::Name::unknown : ErpLogins::Name::known;
    const auto attempt = TRY(http::attempt_by(caller, parts_.devices, username,
                                              std::move(workspaces), parts_.clock.now()));
    auto verdict = TRY(parts_.erp_logins.verify(credential, attempt, name));
    TRY(parts_.places.join_invited({username, call.language, parts_.clock.now()}, verdict.reaches));
    const auto places = TRY(parts_.places.reached(username, verdict.reaches));
    if (places.empty()) return Error{ErrorCode::unauthenticated, "right, but not here"};
    TRY(parts_.erp_logins.accept(verdict));
    TRY(http::remember_device(caller, parts_.devices, username, parts_.clock.now()));
    if (places.size() > 1) {
        Draft choice;
        choice.username = username;
        choice.reaches = std::move(verdict.reaches);
        // Kept for no longer than anybody may need it.
        const bool is_needed = std::any_of(places.begin(), places.end(), is_lent_login);
        return offer_choice(caller, choice,
                            is_needed ? std::optional(std::move(credential)) : std::nullopt);
    }
    return enter(caller, places.front(), std::move(credential));
}

// Whoever has the link may try any account with it, since an invitation to a person whom
// 24SevenOffice has under another address names none; the tries are counted as at the log-in page.
Result<api::Session> Accounts::accept_invitation(http::Caller& caller,
                                                 api::AcceptWithAccount call) {
    const auto seat = TRY(seat_for(caller, call.username));
    const AnswerGrid grid(parts_.clock, &parts_.erp_logins.pace());
    const auto workspace = TRY(parts_.places.behind_link(call.token, parts_.clock.now()));
    auto credential = TRY(credential_from(call.username, std::move(call.password)));
    credential.session_life = erp::SessionLife::process;
    const auto username = credential.username;
    const auto attempt = TRY(
        http::attempt_by(caller, parts_.devices, username, {workspace.text}, parts_.clock.now()));
    const auto verdict = TRY(parts_.erp_logins.verify(credential, attempt, ErpLogins::Name::known));
    TRY(parts_.places.join_by_link(call.token, {username, call.language, parts_.clock.now()},
                                   verdict.reaches));
    for (const auto& place : TRY(parts_.places.reached(username, verdict.reaches))) {
        if (place.user.workspace_id != workspace) continue;
        TRY(parts_.erp_logins.accept(verdict));
        TRY(http::remember_device(caller, parts_.devices, username, parts_.clock.now()));
        return enter(caller, place, std::move(credential));
    }
    return Error{ErrorCode::unauthenticated, "right, but not here"};
}

}  // namespace busy24::onboarding
