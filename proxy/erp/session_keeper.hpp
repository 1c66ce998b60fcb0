// Shares one session per login and client among all callers: one opens it, the others wait; a
// failure is remembered for a while.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "proxy/erp/session_opener.hpp"

namespace busy24::erp {

// Thread-safe.
class SessionKeeper {
public:
    SessionKeeper(Exchange& exchange, Clock& clock, Random& random, SessionStore& store,
                  const std::string& application_id);
    ~SessionKeeper();

    // A session as one call uses it.
    struct Held {
        Secret id;
        Identity identity;
        std::uint64_t generation = 0;   // grows with every session that this login had there
        std::uint64_t forgettings = 0;  // how often it was taken away there
    };

    Result<SignedIn> sign_in(const Credential& credential, Patience patience);
    // The open session; or a new one, when none is open or when the open one is not newer than
    // `lost_generation`. Errors as Client::session(); and unavailable "login_dropped" when the
    // login was taken away there since that had happened `forgettings` times.
    Result<Held> hold(const Credential& credential, TenantId tenant, Patience patience,
                      std::uint64_t lost_generation = 0,
                      std::optional<std::uint64_t> forgettings = std::nullopt);
    void forget(const std::string& username);
    void forget(const std::string& username, TenantId tenant);

private:
    struct Slot;

    std::shared_ptr<Slot> slot_of(const std::string& username, TenantId tenant);
    std::vector<std::shared_ptr<Slot>> slots_of(const std::string& username);
    std::optional<Error> remembered_failure(const Slot& slot, const Fingerprint& fingerprint);
    void remember(Slot& slot, const Error& error, const Fingerprint& fingerprint);

    Clock& clock_;
    Random& random_;
    SessionOpener opener_;

    std::mutex mutex_;
    std::map<std::pair<std::string, std::int64_t>, std::shared_ptr<Slot>> slots_;
};

}  // namespace busy24::erp
