// Opens a session on a client with as few calls as it takes: from the store, from a login that was
// just made, or by a new login.
#pragma once

#include <array>
#include <map>
#include <mutex>
#include <string>

#include "proxy/erp/authenticator.hpp"
#include "proxy/erp/client.hpp"

namespace busy24::erp {

// Salted, in memory only: tells whether two passwords are the same without keeping either.
using Fingerprint = std::array<unsigned char, 32>;

// A session that was checked to stand on the tenant that was asked for.
struct OpenedSession {
    Secret id;
    Identity identity;
};

struct Opening {
    const Credential& credential;
    Fingerprint fingerprint;  // of the password
    TenantId tenant;
    Patience patience;
    // Known from the session that was there before; empty when none was.
    Guid identity_id;
    // A lost session is the one in the store.
    enum class Stored { may_be_used, is_lost } stored;
};

// A username as keys have it: case does not tell two accounts apart.
std::string canonical(const std::string& username);

// Thread-safe. No lock is held during a call to the ERP.
class SessionOpener {
public:
    SessionOpener(Exchange& exchange, Clock& clock, Random& random, SessionStore& store,
                  const std::string& application_id);

    Fingerprint fingerprint_of(const Secret& password) const;
    // As Client::sign_in().
    Result<SignedIn> sign_in(const Credential& credential, Patience patience);
    // As Client::session(), for one caller at a time per login and tenant.
    Result<OpenedSession> open(const Opening& opening);
    void forget(const std::string& username);
    // What the store has of one identity.
    void forget(const std::string& username, const std::string& identity_id);

private:
    // What sign_in() learned, kept for the session that usually follows. Its session belongs to
    // nobody else yet, so it may be moved (quirk 12).
    struct Fresh {
        Fingerprint fingerprint;
        Instant made_at;
        Secret session_id;  // empty when the default identity was blocked
        std::vector<Identity> identities;
    };

    void keep_fresh(const Credential& credential, Fresh fresh);
    std::optional<Fresh> take_fresh(const Opening& opening);
    SessionKey key_of(const Credential& credential, std::string identity_id) const;

    Result<OpenedSession> open_stored(const Opening& opening, const Guid& identity_id);
    Result<OpenedSession> open_fresh(const Opening& opening, Fresh& fresh, const Identity& target);
    Result<OpenedSession> open_by_login(const Opening& opening, const Guid& identity_id);
    Result<OpenedSession> open_from_default(const Opening& opening);
    Result<OpenedSession> checked(const Opening& opening, Secret session_id) const;

    Authenticator authenticator_;
    Clock& clock_;
    SessionStore& store_;
    const std::string application_id_;
    Fingerprint salt_{};

    std::mutex mutex_;
    std::map<std::string, Fresh> fresh_;
};

}  // namespace busy24::erp
