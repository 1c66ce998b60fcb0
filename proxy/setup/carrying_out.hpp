// Carries setups out, and undoes them, in the background.
#pragma once

#include "proxy/doors/clock.hpp"
#include "proxy/doors/random.hpp"
#include "proxy/jobs/worker.hpp"
#include "proxy/store/setups.hpp"

namespace busy24::setup {

// Thread-safe. Everything is in the database, so that a restart goes on where the program stopped.
class CarryingOut {
public:
    CarryingOut(store::Database& database, Clock& clock, Random& random)
        : database_(database), clock_(clock), random_(random) {}

    void start() { worker_.start(); }
    void stop() { worker_.stop(); }
    // There is something to do.
    void wake() { worker_.wake(); }
    // Does all that is due on the calling thread. For tests, instead of start().
    void work_until_idle();

private:
    std::optional<Instant> work();
    // The next few changes of the run that has waited longest; false when there is none.
    Result<bool> step();

    store::Database& database_;
    Clock& clock_;
    Random& random_;
    store::Setups setups_{database_};
    jobs::Worker worker_{clock_, [this] { return work(); }};  // last: its thread ends first
};

}  // namespace busy24::setup
