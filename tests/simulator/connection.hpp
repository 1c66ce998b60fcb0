// What HTTP servers do not offer on purpose: resetting a connection, and holding one in silence.
#pragma once

#include <httplib.h>

#include <atomic>

namespace busy24::simulator {

// Ends the connection of this request with a TCP reset; the client gets no byte of an answer.
void reset_connection(const httplib::Request& request);

// Waits until the time is over, the client has gone or the server stops.
void hold_connection(const httplib::Request& request, std::int64_t ms,
                     const std::atomic<bool>& is_stopping);

}  // namespace busy24::simulator
