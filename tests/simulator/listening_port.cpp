// A socket that is bound and does not listen.
#include "tests/simulator/listening_port.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>

namespace busy24::simulator {

ReservedPort::ReservedPort(int port) : descriptor_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    set_exclusive(descriptor_);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // When it fails the port is only unguarded for a while, and taking it back tells.
    (void)bind(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
}

ReservedPort::~ReservedPort() { close(descriptor_); }

void set_exclusive(int descriptor) {
    const int on = 1;
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
}

}  // namespace busy24::simulator
