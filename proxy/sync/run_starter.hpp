// Puts runs into the queue: which run a wish becomes, and when it may not.
#pragma once

#include <optional>
#include <string>

#include "proxy/doors/clock.hpp"
#include "proxy/doors/random.hpp"
#include "proxy/store/connections.hpp"
#include "proxy/store/plans.hpp"
#include "proxy/store/runs.hpp"
#include "proxy/sync/safety_rules.hpp"
#include "proxy/sync/switches.hpp"

namespace busy24::sync {

// What a run of the connection is made for: its own switches, or those that might be.
std::string switches_for(const store::Connection& connection,
                         const std::optional<Switches>& chosen);

// See the functions of Mirror with the same meaning, which wake the worker afterwards. Thread-safe.
class RunStarter {
public:
    RunStarter(store::Database& database, Clock& clock, Random& random, const SafetyRules& rules)
        : database_(database), clock_(clock), random_(random), rules_(rules) {}

    Result<store::Run> prepare(const ConnectionId& id, const std::optional<Switches>& chosen);
    Result<store::Run> start_first(const ConnectionId& id, const std::string& started_by);
    Result<> start_prepared(const ConnectionId& id, const std::string& started_by,
                            const Switches& chosen);
    Result<store::Run> start_sync(const ConnectionId& id, const std::string& started_by,
                                  store::Scope scope);
    // A run that was cancelled, has failed or is held. Inside a transaction that saves it.
    Result<> go_on(store::Run& run);

private:
    std::string id_after(const std::optional<store::Run>& run);
    bool is_fresh(const store::Run& run) const;
    store::Run new_run(const store::Connection& connection,
                       const std::optional<store::Run>& newest);
    // Errors: conflict "disconnected".
    Result<store::Connection> usable(const ConnectionId& id);
    Result<store::Run> open_run(const store::Connection& connection);
    Result<> plan_again(const store::Connection& connection, const store::Run& run);
    Result<> restart(store::Run& run, const std::string& switches);

    store::Database& database_;
    Clock& clock_;
    Random& random_;
    SafetyRules rules_;
    store::Runs runs_{database_};
    store::Plans plans_{database_};
    store::Connections connections_{database_};
};

}  // namespace busy24::sync
