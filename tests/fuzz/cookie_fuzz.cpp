// Any bytes as a Cookie header: what is found is a whole token of ours, lies inside the header, and
// is found again in the cookie that we would set.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "proxy/http/cookie.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view header(reinterpret_cast<const char*>(data), size);
    const auto token = busy24::http::session_token(header);
    if (!token) return 0;
    const bool is_inside =
        token->data() >= header.data() && token->data() + token->size() <= header.data() + size;
    if (!is_inside || token->size() != 43) std::abort();
    const auto cookie = busy24::http::set_session_cookie(*token);
    if (busy24::http::session_token(cookie.substr(0, cookie.find(';'))) != token) std::abort();
    return 0;
}
