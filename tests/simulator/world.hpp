// Everything that the simulator remembers: the books, who is logged in, how much they have asked
// for.
#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>

#include "tests/simulator/company_data.hpp"
#include "tests/simulator/faults.hpp"
#include "tests/simulator/value.hpp"
#include "tests/simulator/xml.hpp"

namespace busy24::simulator {

struct Limits {
    std::int64_t requests_per_hour = 7200;  // contract 1.3
    std::int64_t requests_per_second = 25;  // 0: no limit
    std::int64_t logins_per_minute = 10;    // of the same credentials
    std::int64_t session_ms = 24 * 3'600'000;
};

// The identity that a session stands on is state of the session (contract 2).
struct Session {
    std::size_t login = 0;
    std::size_t identity = 0;
    std::int64_t used_at = 0;
    // GetClientInformation is empty right after the identity was switched (quirk 16).
    bool has_just_switched = false;
};

// One mutex guards all of it: whoever uses a member holds `mutex`.
struct World {
    std::mutex mutex;
    std::function<std::int64_t()> now_ms;
    CompanyData data;
    Limits limits;
    FaultSwitches faults;
    std::map<std::string, Session> sessions;
    std::map<std::string, std::int64_t> calls;  // per operation, since the last reset
    std::deque<std::int64_t> recent_calls;      // of the last second
    std::map<std::string, std::deque<std::int64_t>> recent_logins;
    std::int64_t hour = -1;  // the hour that `calls_in_hour` counts
    std::int64_t calls_in_hour = 0;
    std::uint64_t dice = 1;
    // Another stream, since a session id that comes again after a restart would be valid again.
    std::uint64_t session_dice = 1;
    // Set while the server goes down, so that nobody who waits on purpose delays it.
    std::atomic<bool> is_stopping = false;

    // A number from 0 to 1, the same in every run of the program.
    double chance();
    std::string new_session_id();
    // Null when the id is unknown or has idled out.
    Session* session(const std::string& id);
    Login* login(const std::string& username);
    Tenant* tenant(std::int64_t id);
    // By the identity's own state, or by a switch that names the login.
    bool is_blocked(const Login& login, const Identity& identity) const;
    bool is_revoked(const Login& login, const Identity& identity) const;
};

// One call on its way through an operation. `session` is null where none is needed.
struct Call {
    const Service& service;
    const Operation& operation;
    const Element& in;
    World& world;
    Session* session = nullptr;

    const Login& login() const { return world.data.logins[session->login]; }
    const Identity& identity() const { return login().identities[session->identity]; }
    Tenant& tenant() const { return world.data.tenants[identity().tenant]; }
    // Whether this identity's lists of the service come back empty, for want of a right.
    bool sees_nothing() const;
};

// What it answers, or the text of a fault as Error.detail.
using Handler = Result<Value> (*)(Call&);
using Handlers = std::map<std::string_view, Handler>;

Handlers authenticate_handlers();
Handlers client_handlers();
Handlers company_handlers();
Handlers person_handlers();
Handlers project_handlers();
Handlers time_handlers();

Error fault(std::string text);

// The number in a child element; `missing` when there is none or it is the sentinel.
std::int64_t number_of(const Element* parent, std::string_view name, std::int64_t missing = 0);
std::int64_t date_of(const Element* parent, std::string_view name);
// Whole minutes: the seconds of ChangedAfter are disregarded (contract 1.2).
std::int64_t minute_of(const Element* parent, std::string_view name);
// A moment, or nothing for 0.
Value date_value(std::int64_t ms, std::uint64_t spelling = 0);

}  // namespace busy24::simulator
