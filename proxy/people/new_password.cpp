// Counts characters, which in UTF-8 are fewer than bytes.
#include "proxy/people/new_password.hpp"

#include <algorithm>

namespace busy24::people {

Result<> check_new_password(const Secret& password) {
    constexpr std::ptrdiff_t characters_min = 15;
    constexpr std::size_t bytes_max = 1024;
    const auto text = password.reveal();
    const auto characters = std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0) != 0x80;  // not a later byte of one
    });
    if (characters < characters_min)
        return Error{ErrorCode::invalid, "the password", {}, "password_too_short"};
    if (text.size() > bytes_max)
        return Error{ErrorCode::invalid, "the password", {}, "password_too_long"};
    return {};
}

}  // namespace busy24::people
