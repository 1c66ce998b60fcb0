// busy24-proxy: reads its configuration, builds the App on the real doors, serves until it is told
// to stop.
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <cstdio>
#include <thread>

#include "proxy/app.hpp"
#include "proxy/http/server.hpp"

namespace {

constexpr int exit_configuration = 2;

int refuse(const busy24::Error& error) {
    std::fprintf(stderr, "busy24-proxy: %s\n", error.detail.c_str());
    return error.code == busy24::ErrorCode::invalid ? exit_configuration : EXIT_FAILURE;
}

// Security rule: no core dumps, and no other program of the same user may look into the memory.
void forbid_dumps() {
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0);
}

// Blocked in all threads, so that only the wait below gets them.
sigset_t block_stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

int run(const busy24::Config& config) {
    const auto signals = block_stop_signals();
    busy24::SystemClock clock;
    busy24::SystemRandom random;
    busy24::NetworkTransport transport;
    busy24::Log log(clock, busy24::standard_error_sink());
    auto app = busy24::App::open(config, {clock, random, transport, log});
    if (!app.ok()) return refuse(app.error());
    busy24::http::Server server(app.value()->site());
    const auto port = server.bind(config.listen);
    if (!port.ok()) return refuse(port.error());
    if (const auto started = app.value()->start(); !started.ok()) return refuse(started.error());
    std::thread serving([&] { server.serve(); });
    std::printf("busy24-proxy serves %s\n", config.public_url.origin.c_str());
    std::fflush(stdout);
    int signal = 0;
    sigwait(&signals, &signal);
    server.stop();
    serving.join();
    app.value()->stop();
    return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
    const std::span<const char* const> arguments(argv + 1, static_cast<std::size_t>(argc - 1));
    for (const std::string_view argument : arguments) {
        if (argument != "--help") continue;
        std::fputs(busy24::help_text().c_str(), stdout);
        return EXIT_SUCCESS;
    }
    forbid_dumps();
    const auto config = busy24::read_config(arguments, busy24::process_environment());
    return config.ok() ? run(config.value()) : refuse(config.error());
}
