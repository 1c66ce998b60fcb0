// Logging in with a password that was set here.
#include "proxy/onboarding/accounts.hpp"

namespace busy24::onboarding {

// The users whom the password belongs to. Security rule: an attempt counts before it is made, and
// costs the same whatever comes of it.
Result<std::vector<Place>> Accounts::places_with_password(const http::Caller& caller,
                                                          const api::LogIn& call) {
    const auto email = store::canonical_email(call.username);
    auto users = TRY(parts_.users.with_email(email));
    std::vector<std::string> workspaces;
    workspaces.reserve(users.size());
    for (const auto& user : users) workspaces.push_back(user.workspace_id.text);
    const auto attempt = TRY(
        http::attempt_by(caller, parts_.devices, email, std::move(workspaces), parts_.clock.now()));
    const auto reservation = TRY(parts_.attempts.reserve(attempt, parts_.clock.now()));
    const auto key = TRY(parts_.passwords.key_of(email, call.password));
    std::vector<Place> places;
    for (auto& user : users) {
        if (!reservation.may_try || !TRY(parts_.passwords.is_right(user, key))) continue;
        auto connection = TRY(parts_.connections.of(user.workspace_id));
        places.push_back({std::move(user), std::move(connection)});
    }
    if (!places.empty()) TRY(parts_.attempts.release(reservation));
    return places;
}

Result<api::Session> Accounts::log_in_here(http::Caller& caller, const api::LogIn& call) {
    const auto places = TRY(places_with_password(caller, call));
    if (places.empty()) return Error{ErrorCode::unauthenticated, "no such login here"};
    return let_in(caller, store::canonical_email(call.username), places);
}

Result<api::Session> Accounts::let_in(http::Caller& caller, const std::string& email,
                                      const std::vector<Place>& places) {
    TRY(http::remember_device(caller, parts_.devices, email, parts_.clock.now()));
    if (places.size() == 1) return enter(caller, places.front(), std::nullopt);
    Draft choice;
    choice.username = email;
    for (const auto& place : places) choice.users.push_back(place.user.id.text);
    return offer_choice(caller, choice, std::nullopt);
}

Result<api::Session> Accounts::let_in(http::Caller& caller, const std::string& email,
                                      const std::vector<store::User>& users) {
    std::vector<Place> places;
    places.reserve(users.size());
    for (const auto& user : users)
        places.push_back({user, TRY(parts_.connections.of(user.workspace_id))});
    return let_in(caller, email, places);
}

}  // namespace busy24::onboarding
