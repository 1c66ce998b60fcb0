// A server in a process of its own, so that its work and memory are not counted. It ends with this
// object.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <functional>

namespace busy24::bench {

class ServerProcess {
public:
    using Ports = std::array<int, 2>;
    // Tells the ports, and waits for the end.
    using UntilStopped = std::function<void(Ports)>;

    explicit ServerProcess(const std::function<void(const UntilStopped&)>& serve) {
        int ports_pipe[2], stop_pipe[2];
        if (::pipe(ports_pipe) != 0 || ::pipe(stop_pipe) != 0) return;
        child_ = ::fork();
        if (child_ == 0) {
            ::close(stop_pipe[1]);
            serve([&](const Ports& told) {
                char nothing = 0;
                if (::write(ports_pipe[1], &told, sizeof told) == sizeof told)
                    (void)!::read(stop_pipe[0], &nothing, 1);
            });
            ::_exit(0);
        }
        ::close(ports_pipe[1]);
        ::close(stop_pipe[0]);
        stop_ = stop_pipe[1];
        if (::read(ports_pipe[0], &ports, sizeof ports) != sizeof ports) ports = {};
        ::close(ports_pipe[0]);
    }
    ~ServerProcess() {
        ::close(stop_);
        ::waitpid(child_, nullptr, 0);
    }
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    Ports ports{};

private:
    pid_t child_ = 0;
    int stop_ = -1;
};

}  // namespace busy24::bench
