// Getting in again after forgetting a Busy password.
#pragma once

#include "proxy/mail/post_office.hpp"
#include "proxy/onboarding/accounts.hpp"
#include "proxy/store/audit.hpp"
#include "proxy/store/password_resets.hpp"
#include "shared/api/password.hpp"
#include "shared/api/people.hpp"

namespace busy24::onboarding {

// Lent for the program's life; all of them are thread-safe.
struct RecoveryParts {
    store::Database& database;
    store::Users& users;
    store::Passwords& passwords;
    store::UserSessions& user_sessions;
    store::PasswordResets& resets;
    store::LoginAttempts& attempts;
    store::Devices& devices;
    mail::PostOffice& post_office;
    AnswerSeats& answer_seats;
    Accounts& accounts;
    std::string public_url;  // of our own pages, without a slash at the end
    store::Audit& audit;
    Clock& clock;
    Random& random;
};

// Thread-safe.
class Recovery {
public:
    explicit Recovery(RecoveryParts parts) : parts_(std::move(parts)) {}

    // Security rule: the answer and its time tell nothing of the address.
    Result<api::Nothing> request(const http::Caller& caller, const api::RequestPasswordReset& call);
    // An administrator's link for a user of the workspace, sent to the user as well where letters
    // are sent.
    Result<api::PasswordLink> make_link(const http::Caller& caller,
                                        const api::MakePasswordLink& call);

    Result<api::ReadPasswordReset::Reply> read(const api::ReadPasswordReset& call);
    Result<api::Session> set(http::Caller& caller, const api::SetNewPassword& call);

private:
    Result<store::PasswordReset> reset_of(const std::string& token);
    Result<std::string> make_reset(store::PasswordReset reset, std::int64_t lifetime_ms);
    Result<std::vector<store::User>> users_of(const store::PasswordReset& reset);
    Result<> queue(const store::PasswordReset& reset, const std::string& link, Language language);
    RecoveryParts parts_;
};

}  // namespace busy24::onboarding
