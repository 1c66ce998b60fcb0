// Carries setups out, and undoes them, in the background.
#pragma once

#include <functional>
#include <map>

#include "proxy/doors/clock.hpp"
#include "proxy/doors/random.hpp"
#include "proxy/jobs/worker.hpp"
#include "proxy/store/setups.hpp"

namespace busy24::setup {

// Thread-safe. Everything is in the database, so that a restart goes on where the program stopped.
class CarryingOut {
public:
    // `warn` hears what has failed and is tried again.
    CarryingOut(store::Database& database, Clock& clock, Random& random,
                std::function<void(const Error&)> warn)
        : database_(database), clock_(clock), random_(random), warn_(std::move(warn)) {}

    void start() { worker_.start(); }
    void stop() { worker_.stop(); }
    // There is something to do.
    void wake() { worker_.wake(); }
    // Does all that is due on the calling thread. For tests, instead of start().
    void work_until_idle();

private:
    std::optional<Instant> work();
    // Takes up each run whose time has come; when the next one's does.
    Result<std::optional<Instant>> work_on_all();
    void carry_on(const store::SetupRun& known);
    // The next few changes of the run.
    Result<> step(const store::SetupRun& known);

    store::Database& database_;
    Clock& clock_;
    Random& random_;
    std::function<void(const Error&)> warn_;
    // A run that has failed waits by itself, and the others pass. The worker's own.
    struct Rest {
        std::int64_t failures = 0;  // in a row
        Instant until = {};
    };
    std::map<std::string, Rest> resting_;
    store::Setups setups_{database_};
    jobs::Worker worker_{clock_, [this] { return work(); }};  // last: its thread ends first
};

}  // namespace busy24::setup
