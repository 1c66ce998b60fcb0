// Sessions of users: what they are shown as, and how they begin and end.
#include "proxy/onboarding/accounts.hpp"

#include <algorithm>

#include "proxy/onboarding/answer_grid.hpp"
#include "shared/json.hpp"

namespace busy24::onboarding {

namespace {

// How long one log-in's failure to reach the ERP stands for everybody's.
constexpr std::int64_t weather_lasts_ms = 30 * second_ms;

Error not_ok() { return {ErrorCode::unauthenticated, "no such login here"}; }

}  // namespace

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

Result<std::vector<Accounts::Place>> Accounts::places_of(const std::string& username) {
    std::vector<Place> places;
    for (auto& user : TRY(parts_.users.with_email(username))) {
        auto connection = TRY(parts_.connections.of(user.workspace_id));
        // Everybody else logs in with 24SevenOffice only where the workspace allows it.
        if (user.role != api::Role::administrator && !connection.has_sso) continue;
        places.push_back({std::move(user), std::move(connection)});
    }
    return places;
}

Result<std::vector<Accounts::Place>> Accounts::reached_places(const std::string& username,
                                                              const std::vector<Reach>& reaches) {
    auto places = TRY(places_of(username));
    std::erase_if(places, [&](const Place& place) {
        const auto* reach = reach_of(reaches, place.connection.tenant_id);
        return !reach || !user_who_is({place.user}, *reach, username);
    });
    return places;
}

Result<> Accounts::check_weather() {
    const auto now = parts_.clock.now();
    if (const auto until = parts_.erp.blocked_until(); until && *until > now)
        return Error{ErrorCode::throttled, "the ERP refuses all calls", until->ms, "quarantine"};
    if (now.ms < erp_down_until_ms_)
        return Error{ErrorCode::unavailable, "the ERP was down a moment ago", std::nullopt,
                     "erp_down"};
    return {};
}

Result<erp::SignedIn> Accounts::try_login(const std::string& address,
                                          const erp::Credential& credential) {
    store::Attempt attempt{.account = credential.username, .address = address, .workspaces = {}};
    const auto places = TRY(places_of(credential.username));
    for (const auto& place : places) attempt.workspaces.push_back(place.user.workspace_id.text);
    if (places.empty()) {
        const auto reservation = TRY(parts_.attempts.reserve(attempt, parts_.clock.now()));
        const auto weather = check_weather();
        if (!weather.ok()) TRY(parts_.attempts.release(reservation));
        TRY(weather);
        return not_ok();
    }
    auto signed_in =
        counted_sign_in(parts_.attempts, parts_.erp, credential, attempt, parts_.clock);
    if (!signed_in.ok() && signed_in.error().code == ErrorCode::unavailable)
        erp_down_until_ms_ = parts_.clock.now().ms + weather_lasts_ms;
    // Which of the many ways to be refused it was is for nobody to know.
    if (!signed_in.ok() && signed_in.error().code != ErrorCode::unavailable &&
        signed_in.error().code != ErrorCode::throttled)
        return not_ok();
    return signed_in;
}

// Those among which a login may choose, as they are now.
Result<std::vector<Accounts::Place>> Accounts::offered(const Draft& choice) {
    if (choice.users.empty()) return reached_places(choice.username, choice.reaches);
    std::vector<Place> places;
    for (auto& user : TRY(parts_.users.with_email(choice.username)))
        if (std::find(choice.users.begin(), choice.users.end(), user.id.text) !=
            choice.users.end()) {
            auto connection = TRY(parts_.connections.of(user.workspace_id));
            places.push_back({std::move(user), std::move(connection)});
        }
    return places;
}

Result<api::Session> Accounts::log_in(http::Caller& caller, api::LogIn call) {
    const AnswerGrid grid(parts_.clock);
    if (call.way == api::LoginWay::busy) return log_in_here(caller, call);
    auto credential = TRY(credential_from(call.username, std::move(call.password)));
    credential.session_life = erp::SessionLife::process;
    const auto username = credential.username;
    const auto signed_in = TRY(try_login(caller.address, credential));
    auto reaches = reaches_of(signed_in.identities);
    const auto places = TRY(reached_places(username, reaches));
    if (places.empty()) return not_ok();
    if (places.size() > 1) {
        Draft choice;
        choice.username = username;
        choice.reaches = std::move(reaches);
        return offer_choice(caller, choice);
    }
    const auto& connection = places.front().connection;
    auto session = TRY(enter(caller, places.front()));
    if (connection.api_user_mode == api::ApiUserMode::later) {
        // Chosen on page 3: as long as there is no API user, the mirror works with the login of
        // whoever is signed in, for as long as they are.
        parts_.logins.keep(caller.session->hash, std::move(credential));
        parts_.logins.lend(caller.session->hash, connection.id);
        parts_.logins.keep_for_session(caller.session->hash);
    } else if (connection.api_user_name != username) {
        parts_.erp.forget(username);
    }
    return session;
}

Result<api::Session> Accounts::enter(http::Caller& caller, const Place& place) {
    auto user = place.user;
    user.last_login_at = parts_.clock.now();
    TRY(parts_.users.save(user));
    if (caller.session) parts_.logins.drop(caller.session->hash);
    TRY(parts_.sessions.open(caller,
                             {.state = api::SessionState::signed_in,
                              .workspace_id = user.workspace_id,
                              .user_id = user.id},
                             http::Draft::is_left_behind));
    return get_session(caller);
}

// What the login leads to is kept with the session, as an onboarding's draft is.
Result<api::Session> Accounts::offer_choice(http::Caller& caller, const Draft& choice) {
    TRY(parts_.sessions.open(
        caller, {.state = api::SessionState::choosing_workspace, .username = choice.username},
        http::Draft::is_left_behind));
    TRY(parts_.drafts.save(caller.session->hash, to_json_text(choice), parts_.clock.now()));
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
        if (place.user.workspace_id.text == call.workspace_id) return enter(caller, place);
    return Error{ErrorCode::not_found, "not one of those that were offered"};
}

Result<api::Nothing> Accounts::log_out(http::Caller& caller) {
    if (caller.session) parts_.logins.drop(caller.session->hash);
    TRY(parts_.sessions.end(caller));
    return api::Nothing{};
}

}  // namespace busy24::onboarding
