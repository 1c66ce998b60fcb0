// The calls by which an administrator looks after the connection to 24SevenOffice: another API
// user, its health, Single Sign-On, and disconnecting.
#pragma once

#include "proxy/connection/health.hpp"
#include "proxy/doors/clock.hpp"
#include "proxy/doors/random.hpp"
#include "proxy/http/caller.hpp"
#include "proxy/onboarding/logins.hpp"
#include "proxy/onboarding/recovery.hpp"
#include "proxy/onboarding/rights_probe.hpp"
#include "proxy/store/audit.hpp"
#include "proxy/store/connections.hpp"
#include "proxy/store/credentials.hpp"
#include "proxy/store/erp_sessions.hpp"
#include "proxy/store/login_attempts.hpp"
#include "proxy/store/passwords.hpp"
#include "proxy/store/users.hpp"
#include "proxy/store/workspaces.hpp"
#include "proxy/sync/mirror.hpp"
#include "shared/api/account.hpp"

namespace busy24::connection {

// Lent for the program's life; all of them are thread-safe.
struct Parts {
    store::Database& database;
    store::Workspaces& workspaces;
    store::Connections& connections;
    store::Credentials& credentials;
    store::Users& users;
    store::Passwords& passwords;
    store::LoginAttempts& attempts;
    store::ErpSessions& erp_sessions;
    store::Audit& audit;
    onboarding::Logins& logins;
    erp::Client& erp;
    std::string application_id;
    sync::Mirror& mirror;
    Health& health;
    onboarding::Recovery& recovery;
    bool can_send_mail;
    Clock& clock;
    Random& random;
};

// Thread-safe. Every call is about the caller's own workspace.
class ConnectionControl {
public:
    explicit ConnectionControl(Parts parts) : parts_(parts) {}

    Result<api::ChangeAccount::Reply> change_account(const http::Caller& caller,
                                                     api::ChangeAccount call);

    Result<api::ConnectionHealth> test(const http::Caller& caller);
    Result<api::GetConnectionNotice::Reply> notice(const http::Caller& caller);
    Result<api::Recipients> recipients(const http::Caller& caller);
    Result<api::Recipients> save_recipients(const http::Caller& caller,
                                            const api::SaveRecipients& call);
    Result<api::GetDisconnection::Reply> disconnection(const http::Caller& caller);
    Result<api::SetSingleSignOn::Reply> set_single_sign_on(const http::Caller& caller,
                                                           const api::SetSingleSignOn& call);
    Result<api::Nothing> disconnect(const http::Caller& caller, api::Disconnect call);
    Result<api::Nothing> export_workspace(http::Caller& caller);
    Result<api::Nothing> delete_workspace(http::Caller& caller, api::DeleteWorkspace call);

private:
    Result<store::Connection> connection_of(const http::Caller& caller);
    // Who has no way in but the 24SevenOffice account, and may not use that without Single Sign-On.
    Result<std::vector<store::User>> only_by_single_sign_on(const store::Connection& connection);
    Result<store::Reservation> count_try(const http::Caller& caller);
    Result<> take_into_use(const http::Caller& caller, const store::Connection& tried_for,
                           const erp::Credential& credential,
                           const onboarding::RightsProbe& probed);
    // The mirror goes on at once with what is stored now.
    Result<> start_mirror(const store::Connection& connection, const std::string& started_by);
    // Inside a transaction: what the store has of the connection's session at 24SevenOffice.
    Result<> erase_session(const store::Connection& connection);
    // Afterwards: what memory has of it, but for the account that is in use now. Who has a session
    // in hand gets an error at the next call.
    void forget_sessions(const store::Connection& connection, const std::string& in_use);

    // The asker's password or login, once more.
    struct Proof {
        api::LoginWay way = api::LoginWay::erp;
        std::string username;
        Secret password;
    };
    Result<> check_asker(const http::Caller& caller, const store::Connection& connection,
                         Proof proof);
    Result<> check_busy_password(const store::User& user, const http::Caller& caller,
                                 const Secret& password);
    Result<> check_erp_login(const store::User& user, const store::Connection& connection,
                             const http::Caller& caller, const erp::Credential& credential);

    Parts parts_;
};

}  // namespace busy24::connection
