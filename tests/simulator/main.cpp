// The program busy24-simulator: a 24SevenOffice that anybody can run.
#include <pthread.h>

#include <csignal>
#include <cstdio>
#include <iostream>

#include "tests/simulator/arguments.hpp"
#include "tests/simulator/control.hpp"

int main(int count, char** words) {
    using namespace busy24::simulator;
    // Before any thread is made, so that all of them leave the signals to this one.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    const auto arguments = read_arguments({words + 1, words + count});
    if (!arguments) {
        std::cerr << arguments.error().detail << '\n';
        return 2;
    }
    if (arguments.value().wants_help) {
        std::cout << help_text();
        return 0;
    }
    ErpSimulator simulator(arguments.value().simulator);
    ControlPort control(simulator);
    if (!simulator.start() || !control.start(arguments.value().control_port)) {
        std::cerr << "--port or --control-port is in use by another program; choose another, or 0 "
                     "for any free one.\n";
        return 1;
    }
    // After the start, since "down" stops it again.
    for (const auto& fault : arguments.value().faults) (void)simulator.set_fault(fault).ok();
    std::cout << "24SevenOffice is simulated at " << simulator.url() << "\n"
              << "control port: http://127.0.0.1:" << control.port() << "\n"
              << logins_text() << std::flush;
    int signal = 0;
    sigwait(&signals, &signal);
    return 0;
}
