// The 24SevenOffice logins of page 1: in memory only, each tied to the session that brought it.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "proxy/doors/clock.hpp"
#include "proxy/erp/client.hpp"
#include "shared/ids.hpp"

namespace busy24::onboarding {

// Thread-safe. A login goes when the onboarding ends, when half an hour has gone by without use,
// and with the program: it is nowhere but here.
class Logins {
public:
    static constexpr std::int64_t lifetime_ms = 30 * minute_ms;

    explicit Logins(Clock& clock) : clock_(clock) {}

    void keep(const std::string& session_hash, erp::Credential credential);

    // A copy to work with, and half an hour more. nullopt when there is none, or no more.
    std::optional<erp::Credential> use(const std::string& session_hash);
    // The same question without the half hour: looking at a page is not using the login.
    bool has(const std::string& session_hash);

    // Lets the mirror of this connection work with the session's login, for as long as it is here.
    void lend(const std::string& session_hash, const ConnectionId& connection);
    std::optional<erp::Credential> lent_to(const ConnectionId& connection);

    // The mirror of this connection has a login of its own now, or none at all. The accounts whose
    // logins it had.
    std::vector<std::string> take_back(const ConnectionId& connection);

    // «Gjør dette senere»: from now on the login lives as long as the session does.
    void keep_for_session(const std::string& session_hash);

    // When a session gets a new token.
    void move(const std::string& from_hash, const std::string& to_hash);
    void drop(const std::string& session_hash);

    // Wipes what has run out; `is_alive` says whether a session still is.
    void sweep(const std::function<bool(const std::string& session_hash)>& is_alive);

private:
    struct Entry {
        erp::Credential credential;
        Instant used_at;
        bool lives_with_session = false;
        ConnectionId connection;
    };
    bool is_over(const Entry& entry) const;
    Entry* find(const std::string& session_hash);

    Clock& clock_;
    std::mutex mutex_;
    std::map<std::string, Entry> entries_;
};

}  // namespace busy24::onboarding
