// Opens a connection's session at 24SevenOffice for the mirror, which never sees a credential.
#pragma once

#include "proxy/onboarding/logins.hpp"
#include "proxy/store/connections.hpp"
#include "proxy/store/credentials.hpp"

namespace busy24::onboarding {

// Thread-safe. The login is the one lent by a session when there is one, else the stored one.
// Errors: as erp::Client::session(), and unauthenticated "login_expired" when there is none.
class ErpAccess {
public:
    ErpAccess(store::Connections& connections, store::Credentials& credentials, Logins& logins,
              erp::Client& client, Clock& clock)
        : connections_(connections),
          credentials_(credentials),
          logins_(logins),
          client_(client),
          clock_(clock) {}
    Result<erp::Session> open(const ConnectionId& id);
    // The login itself, to be tried. Errors: unauthenticated "login_expired" when there is none.
    Result<erp::Credential> credential_of(const store::Connection& connection);

private:
    store::Connections& connections_;
    store::Credentials& credentials_;
    Logins& logins_;
    erp::Client& client_;
    Clock& clock_;
};

}  // namespace busy24::onboarding
