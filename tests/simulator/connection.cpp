// By way of the process's own table of open files, since cpp-httplib keeps its sockets to itself.
#include "tests/simulator/connection.hpp"

#include <arpa/inet.h>
#include <dirent.h>
#include <sys/socket.h>

#include <chrono>
#include <cstdlib>
#include <memory>
#include <thread>

namespace busy24::simulator {

namespace {

using NameOf = int (*)(int, sockaddr*, socklen_t*);

// The port at one end of a socket; -1 when it is no socket of IPv4.
int port_of(int descriptor, NameOf name_of) {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    if (name_of(descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0) return -1;
    return address.sin_family == AF_INET ? ntohs(address.sin_port) : -1;
}

int own_port(int descriptor) {
    return port_of(descriptor,
                   [](int d, sockaddr* a, socklen_t* s) { return getsockname(d, a, s); });
}

int peer_port(int descriptor) {
    return port_of(descriptor,
                   [](int d, sockaddr* a, socklen_t* s) { return getpeername(d, a, s); });
}

}  // namespace

void reset_connection(const httplib::Request& request) {
    const std::unique_ptr<DIR, int (*)(DIR*)> files(opendir("/proc/self/fd"), closedir);
    while (const auto* file = files ? readdir(files.get()) : nullptr) {
        const int descriptor = std::atoi(file->d_name);
        if (own_port(descriptor) != request.local_port ||
            peer_port(descriptor) != request.remote_port)
            continue;
        // Connecting to nowhere is how Linux is told to abort a connection.
        sockaddr nowhere{};
        nowhere.sa_family = AF_UNSPEC;
        connect(descriptor, &nowhere, sizeof nowhere);
        return;
    }
}

void hold_connection(const httplib::Request& request, std::int64_t ms,
                     const std::atomic<bool>& is_stopping) {
    constexpr std::int64_t step_ms = 20;
    for (std::int64_t waited = 0; waited < ms; waited += step_ms) {
        if (is_stopping || request.is_connection_closed()) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(std::min(step_ms, ms - waited)));
    }
}

}  // namespace busy24::simulator
