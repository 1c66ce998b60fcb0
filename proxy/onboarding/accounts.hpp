// Coming back: who am I, log in, choose a workspace, log out.
#pragma once

#include "proxy/onboarding/onboarding.hpp"

namespace busy24::onboarding {

// Thread-safe.
class Accounts {
public:
    explicit Accounts(Parts parts) : parts_(parts) {}

    Result<api::Session> get_session(const http::Caller& caller);
    // Security rule: the page is no oracle. Unknown names never reach the ERP; unknown, wrong, and
    // right but without a place here get the same answer at the same times.
    Result<api::Session> log_in(http::Caller& caller, api::LogIn call);
    // Users with that e-mail, one or more, who have shown in another way that they are.
    Result<api::Session> let_in(http::Caller& caller, const std::string& email,
                                const std::vector<store::User>& users);
    // An invited person comes in with a 24SevenOffice account; the same rules as log_in().
    Result<api::Session> accept_invitation(http::Caller& caller, api::AcceptWithAccount call);
    Result<api::Session> choose_workspace(http::Caller& caller, const api::ChooseWorkspace& call);
    Result<api::Nothing> log_out(http::Caller& caller);

private:
    Result<AnswerSeats::Seat> seat_for(const http::Caller& caller, std::string_view username);
    Result<std::vector<Place>> places_with_password(const http::Caller& caller,
                                                    const api::LogIn& call);
    Result<api::Session> let_in(http::Caller& caller, const std::string& email,
                                const std::vector<Place>& places);
    Result<std::vector<Place>> offered(const Draft& choice);
    Result<api::Session> log_in_here(http::Caller& caller, const api::LogIn& call);
    Result<api::Session> log_in_there(http::Caller& caller, api::LogIn call);
    Result<api::Session> enter(http::Caller& caller, const Place& place,
                               std::optional<erp::Credential> login);
    Result<api::Session> offer_choice(http::Caller& caller, const Draft& choice,
                                      std::optional<erp::Credential> login);
    Result<Draft> choice_of(const http::Session& session);

    Parts parts_;
};

}  // namespace busy24::onboarding
