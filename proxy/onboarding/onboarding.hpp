// The five pages of the onboarding on the server: one function per call of shared/api/onboarding.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "proxy/doors/clock.hpp"
#include "proxy/doors/random.hpp"
#include "proxy/erp/client.hpp"
#include "proxy/http/attempts.hpp"
#include "proxy/http/sessions.hpp"
#include "proxy/onboarding/draft.hpp"
#include "proxy/onboarding/erp_logins.hpp"
#include "proxy/onboarding/logins.hpp"
#include "proxy/onboarding/places.hpp"
#include "proxy/onboarding/rights_probe.hpp"
#include "proxy/store/audit.hpp"
#include "proxy/store/connections.hpp"
#include "proxy/store/credentials.hpp"
#include "proxy/store/login_attempts.hpp"
#include "proxy/store/onboarding_drafts.hpp"
#include "proxy/store/passwords.hpp"
#include "proxy/store/users.hpp"
#include "proxy/store/workspaces.hpp"
#include "proxy/sync/mirror.hpp"

namespace busy24::onboarding {

// Lent for the program's life; all of them are thread-safe.
struct Parts {
    store::Database& database;
    store::Workspaces& workspaces;
    store::Connections& connections;
    store::Credentials& credentials;
    store::Users& users;
    store::Passwords& passwords;
    store::OnboardingDrafts& drafts;
    store::LoginAttempts& attempts;
    store::Devices& devices;
    Places& places;
    ErpLogins& erp_logins;
    AnswerSeats& answer_seats;
    http::Sessions& sessions;
    Logins& logins;
    erp::Client& erp;
    sync::Mirror& mirror;
    store::Audit& audit;
    Clock& clock;
    Random& random;
};

// Thread-safe. Two requests of one session that change something go one after the other, since the
// draft is read, changed and written as one.
class Onboarding {
public:
    explicit Onboarding(Parts parts) : parts_(parts) {}

    Result<api::Onboarding> get(const http::Caller& caller);
    // Page 1.
    Result<api::Onboarding> sign_in(http::Caller& caller, api::SignIn call);
    // Page 2.
    Result<api::ChooseTenant::Reply> choose_tenant(const http::Caller& caller,
                                                   const api::ChooseTenant& call);
    Result<api::Nothing> enter_workspace(http::Caller& caller, const api::EnterWorkspace& call);
    // Page 3.
    Result<api::Onboarding> set_api_user(const http::Caller& caller, api::SetApiUser call);
    // Page 4.
    Result<api::Onboarding> save_options(const http::Caller& caller, const api::SaveOptions& call);
    Result<api::Preview> start_preview(const http::Caller& caller);
    Result<api::Preview> get_preview(const http::Caller& caller);
    Result<api::Preview> decide(const http::Caller& caller, const api::Decide& call);
    Result<api::Connect::Reply> connect(http::Caller& caller, const api::Connect& call);

private:
    // A session in the onboarding and its draft, kept for one request.
    struct Work {
        // Shared, because the last request that waits for a session takes its mutex along.
        std::shared_ptr<std::mutex> mutex;
        std::unique_lock<std::mutex> lock;
        std::string session_hash;
        Draft draft;
    };
    Result<Work> begin(const http::Caller& caller);
    std::shared_ptr<std::mutex> mutex_of(const std::string& session_hash);
    Result<Draft> load(const std::string& session_hash);
    Result<> save(const Work& work);
    api::Onboarding answer(const Work& work);
    // Errors: unauthenticated "login_expired".
    Result<erp::Credential> login_of(const Work& work);

    Result<std::optional<api::ExistingWorkspace>> existing_workspace(const Draft& draft,
                                                                     const Reach& reach);
    Result<> change_tenant(Work& work, std::int64_t tenant_id);

    Result<erp::Credential> api_user_credential(const Work& work);
    Result<> probe(Work& work, const erp::Credential& credential, LoginCheck login);
    Result<> keep_api_user(Work& work, const erp::Credential& credential);
    Result<store::Connection> draft_connection(Work& work);
    Result<> drop_draft_workspace(Draft& draft);
    Result<store::Connection> ready_connection(const Work& work);

    // The person at work as the workspace's one user, so that the plan can match it to its contact.
    // A draft's user cannot log in: only those of connected workspaces can.
    Result<UserId> keep_administrator(const Work& work, const store::Connection& connection,
                                      Language language);
    Result<> note_connected(const UserId& user, const store::Connection& connection);
    Result<UserId> found_workspace(const Work& work, store::Connection connection,
                                   Language language);

    Parts parts_;
    std::mutex mutex_;
    std::map<std::string, std::weak_ptr<std::mutex>> mutexes_;
};

// One try of a login, counted before it is made. Security rule: of 500 guesses at once, 5 get
// through. Errors: as erp::Client::sign_in(), and throttled "too_many_attempts".
Result<erp::SignedIn> counted_sign_in(store::LoginAttempts& attempts, erp::Client& client,
                                      const erp::Credential& credential,
                                      const store::Attempt& attempt, Clock& clock);

// A login that a person can have typed. Errors: invalid.
Result<erp::Credential> credential_from(const std::string& username, Secret password);

}  // namespace busy24::onboarding
