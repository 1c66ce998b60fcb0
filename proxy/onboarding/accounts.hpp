// Coming back: who am I, log in with the 24SevenOffice account, choose a workspace, log out.
#pragma once

#include <atomic>

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
    Result<api::Session> choose_workspace(http::Caller& caller, const api::ChooseWorkspace& call);
    Result<api::Nothing> log_out(http::Caller& caller);

private:
    // A user that may log in, and the workspace's connection.
    struct Place {
        store::User user;
        store::Connection connection;
    };
    Result<std::vector<Place>> places_of(const std::string& username);
    Result<std::vector<Place>> places_with_password(const api::LogIn& call,
                                                    const std::string& address);
    Result<std::vector<Place>> offered(const Draft& choice);
    Result<api::Session> log_in_here(http::Caller& caller, const api::LogIn& call);
    Result<std::vector<Place>> reached_places(const std::string& username,
                                              const std::vector<Reach>& reaches);
    Result<erp::SignedIn> try_login(const std::string& address, const erp::Credential& credential);
    Result<> check_weather();
    Result<api::Session> enter(http::Caller& caller, const Place& place);
    Result<api::Session> offer_choice(http::Caller& caller, const Draft& choice);
    Result<Draft> choice_of(const http::Session& session);

    Parts parts_;
    // While the ERP is down every name is told so, known or not.
    std::atomic<std::int64_t> erp_down_until_ms_ = 0;
};

}  // namespace busy24::onboarding
