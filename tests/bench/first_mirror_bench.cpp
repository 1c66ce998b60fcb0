// Prints what a preview and a first mirror of 1,000, 10,000 and 100,000 projects take: time, peak
// memory of the process, SOAP calls. The simulator runs in a process of its own.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

#include "proxy/store/connections.hpp"
#include "proxy/store/migrations.hpp"
#include "proxy/store/workspaces.hpp"
#include "proxy/sync/mirror.hpp"
#include "tests/fakes/temporary_folder.hpp"
#include "tests/simulator/erp_simulator.hpp"

namespace {

using namespace busy24;

class NoStoredSessions final : public erp::SessionStore {
public:
    Result<std::optional<Secret>> load(const erp::SessionKey&) override {
        return std::optional<Secret>();
    }
    Result<> save(const erp::SessionKey&, const Secret&) override { return {}; }
    Result<> erase(const erp::SessionKey&) override { return {}; }
};

// Until the other end of the pipe is closed. Says its port, and at the end how often it was called.
[[noreturn]] void serve(std::size_t projects, int port_out, int stop_in, int calls_out) {
    simulator::ErpSimulator erp({.data = {.projects = projects}});
    const int port = erp.start() ? erp.port() : 0;
    char stop = 0;
    if (::write(port_out, &port, sizeof port) != sizeof port || ::read(stop_in, &stop, 1) < 0)
        ::_exit(1);
    const auto calls = erp.calls();
    ::_exit(::write(calls_out, &calls, sizeof calls) == sizeof calls ? 0 : 1);
}

double seconds_of(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// In a process of its own, so that its peak memory is that of this size alone.
int mirror_from(std::size_t projects, int port) {
    const TemporaryFolder folder;
    auto database = store::open_sqlite(folder.file("busy24.db"));
    if (!database.ok() || !store::migrate(*database.value(), store::all_migrations(), "").ok())
        return 1;
    const WorkspaceId workspace{"workspace"};
    const ConnectionId connection{"connection"};
    const auto tenant = simulator::demo::granlund;
    if (!store::Workspaces(*database.value()).save({.id = workspace, .tenant_id = tenant}).ok() ||
        !store::Connections(*database.value())
             .save({.id = connection, .workspace_id = workspace, .tenant_id = tenant})
             .ok())
        return 1;
    SystemClock clock;
    SystemRandom random;
    NetworkTransport transport;
    NoStoredSessions sessions;
    const auto url = "http://127.0.0.1:" + std::to_string(port);
    erp::Client client(transport, clock, random, sessions,
                       {.application_id = std::string(simulator::demo::application_id),
                        .api_url = url,
                        .webservices_url = url});
    sync::Mirror mirror({.database = *database.value(),
                         .clock = clock,
                         .random = random,
                         .erp = [&](const ConnectionId&) {
                             return client.session(
                                 {.username = std::string(simulator::demo::api_user),
                                  .password = Secret(simulator::demo::api_user_password)},
                                 TenantId{tenant});
                         }});
    const auto read = seconds_of([&] {
        if (mirror.prepare(connection).ok()) mirror.work_until_idle();
    });
    const auto write = seconds_of([&] {
        if (mirror.start_first_run(connection, "").ok()) mirror.work_until_idle();
    });
    const auto run = mirror.run(workspace, {});
    const bool is_done = run.ok() && run.value().state == api::RunState::succeeded;
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("first mirror of %zu projects: preview %.2f s, mirror %.2f s, peak %ld MiB%s",
                projects, read, write, usage.ru_maxrss / 1024, is_done ? "" : ", NOT DONE");
    std::fflush(stdout);
    return is_done ? 0 : 1;
}

int measure(std::size_t projects) {
    int port_pipe[2], stop_pipe[2], calls_pipe[2];
    if (::pipe(port_pipe) != 0 || ::pipe(stop_pipe) != 0 || ::pipe(calls_pipe) != 0) return 1;
    const auto server = ::fork();
    if (server == 0) {
        ::close(stop_pipe[1]);
        serve(projects, port_pipe[1], stop_pipe[0], calls_pipe[1]);
    }
    int port = 0;
    if (::read(port_pipe[0], &port, sizeof port) != sizeof port || port == 0) return 1;
    const auto mirror = ::fork();
    if (mirror == 0) ::_exit(mirror_from(projects, port));
    int result = 0;
    ::waitpid(mirror, &result, 0);
    ::close(stop_pipe[1]);
    std::int64_t calls = 0;
    if (::read(calls_pipe[0], &calls, sizeof calls) == sizeof calls)
        std::printf(", %lld SOAP calls\n", static_cast<long long>(calls));
    // Or the next child would inherit the line, and print it again.
    std::fflush(stdout);
    ::waitpid(server, nullptr, 0);
    return result;
}

}  // namespace

int main() {
    int result = 0;
    for (const std::size_t projects : {1'000, 10'000, 100'000}) result |= measure(projects);
    return result == 0 ? 0 : 1;
}
