// The way to the ERP for the rest of the program: sign in, get a session on a client, call
// operations.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "proxy/doors/clock.hpp"
#include "proxy/doors/http_transport.hpp"
#include "proxy/doors/random.hpp"
#include "proxy/erp/authenticate.hpp"
#include "proxy/erp/exchange.hpp"
#include "proxy/erp/session_store.hpp"
#include "shared/ids.hpp"

namespace busy24::erp {

using authenticate::Identity;

// Whether the session id may be stored for the next start of the program. A person's own login is
// for this process only; an API user's is kept.
enum class SessionLife { process, stored };

struct Credential {
    std::string username;
    Secret password;
    std::string identity_id;  // empty: the one that reaches the wanted client
    SessionLife session_life = SessionLife::stored;
    Credential clone() const { return {username, password.clone(), identity_id, session_life}; }
};

struct ClientOptions {
    std::string application_id;  // a GUID, of the integration and not of a customer
    std::string api_url;         // such as https://api.24sevenoffice.com
    std::string webservices_url;
    ThrottleRates rates = {};
};

// Who a login turned out to be. Disabled identities are left out.
struct SignedIn {
    std::vector<Identity> identities;
    // False when the default identity is blocked: the identities are known all the same (quirk 10).
    bool has_session = false;
    std::optional<Identity> current;
};

class Session;

// Thread-safe; one per process, since the limits are counted for the process.
class Client {
public:
    Client(HttpTransport& transport, Clock& clock, Random& random, SessionStore& store,
           ClientOptions options);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    // Tries a login for real, always: this is how a password is verified. 2 calls (Login,
    // GetIdentities); a blocked default identity makes it 2 others (Login, and
    // GetIdentitiesWithCredential). The session it opened is kept for session() below.
    // Errors: unauthenticated "wrong_login"; throttled "login_throttle", "quarantine" or
    // "too_many_requests" with retry_at_ms; unavailable "erp_down".
    Result<SignedIn> sign_in(const Credential& credential,
                             Patience patience = Patience::interactive);

    // The session of this login on the tenant, shared by all who ask for it. 0 calls when it is
    // open; 1 (GetIdentity) when the store has it or sign_in() just opened one that stands on the
    // tenant; 2 when that one must first be moved (SetIdentityById, GetIdentity) or none is there
    // but the identity is known (Login, GetIdentity); else 3 (Login, GetIdentities and so on).
    // However many ask at once, one of them logs in and the others wait for it.
    // Errors as sign_in(), and forbidden "tenant_not_reached" or "identity_blocked". After a
    // refused password the same one is not tried again for 15 minutes and more: unauthenticated
    // "wrong_login" at once.
    Result<Session> session(const Credential& credential, TenantId tenant,
                            Patience patience = Patience::background);

    // Drops every session of a login, here and in the store. There is no log-out at the ERP
    // (quirk 18). No calls.
    void forget(const std::string& username);
    // The same for one client alone. Sessions that were handed out for it never log in again: their
    // calls get unavailable "login_dropped".
    void forget(const std::string& username, TenantId tenant);

    // When the ERP refuses all calls of this process (quarantine, 429), or a person would wait too
    // long for one: until when.
    std::optional<Instant> blocked_until();
    // When it last answered anybody, and nothing has failed in the background since; the epoch when
    // never.
    Instant answered_at() const;
    // Whether it can be asked at all, by a question that is about no login. 1 call (HasSession).
    // Errors: throttled with retry_at_ms; unavailable "erp_down" for everything else.
    Result<> reach();
    // The program is stopping: whoever waits for a turn or a pause gets unavailable at once.
    void stop();

private:
    friend class Session;
    struct State;
    std::shared_ptr<State> state_;
};

// A login on one client. Copies share the session; a copy is cheap and may be used by another
// thread. Holds the login in memory for as long as it lives, to log in again when the session is
// lost. Outlives the Client, but not the doors it was made from.
class Session {
public:
    // One call to the ERP. When the session was lost: one new login for all who wait, and the call
    // once more. Errors as session(), and those of the fault table (faults.hpp).
    template <Operation Op>
    Result<typename Op::Reply> call(const Op& operation) const {
        typename Op::Reply reply{};
        TRY(exchange(Op::wire, effect_of(operation), encode(operation), into(reply)));
        return reply;
    }

    // As call(), but hands the items of a list to `sink` one at a time. An error of the sink ends
    // it and is returned. When the answer breaks off after the first item, the error is unavailable
    // "incomplete" and nothing is repeated: what came is not the whole list.
    template <ListOperation Op>
    Result<> stream(const Op& operation,
                    std::function<Result<>(typename Op::Reply::value_type&&)> sink) const {
        ItemFeed<typename Op::Reply::value_type> feed{std::move(sink)};
        const auto result = exchange(Op::wire, effect_of(operation), encode(operation), into(feed));
        return feed.outcome.ok() ? result : feed.outcome;
    }

    // Who the session is: identity id, contact id, and the client's id and name.
    Identity identity() const;
    TenantId tenant() const;
    // The same session for somebody in more or less of a hurry.
    Session with(Patience patience) const;
    // The same session, which asks first whether a call that writes may still be made: after every
    // wait for a turn or a new login, and before every try. The guard's error is the call's.
    Session guarded(Guard guard) const;

private:
    friend class Client;
    struct State;
    explicit Session(std::shared_ptr<const State> state) : state_(std::move(state)) {}
    Result<> exchange(const Wire& wire, Effect effect, const std::string& envelope,
                      const Destination& destination) const;
    std::shared_ptr<const State> state_;
};

}  // namespace busy24::erp
