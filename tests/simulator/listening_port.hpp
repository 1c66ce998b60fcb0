// A port of 127.0.0.1 that stays ours while nobody listens on it.
#pragma once

namespace busy24::simulator {

// Connections to the port are refused for as long as this lives, and nobody else gets it.
class ReservedPort {
public:
    explicit ReservedPort(int port);
    ~ReservedPort();
    ReservedPort(const ReservedPort&) = delete;
    ReservedPort& operator=(const ReservedPort&) = delete;

private:
    int descriptor_;
};

// For a socket about to listen: takes a port back soon after it was left, but never shares one with
// another program, as cpp-httplib would by default.
void set_exclusive(int descriptor);

}  // namespace busy24::simulator
