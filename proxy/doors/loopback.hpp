// What «this machine» is called in an address.
#pragma once

#include <string_view>

namespace busy24 {

// True for localhost, 127.0.0.1 and [::1].
inline bool is_loopback_host(std::string_view host) {
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

}  // namespace busy24
