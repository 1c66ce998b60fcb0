// Splits a query string into its members.
#include "proxy/http/query.hpp"

#include <algorithm>

namespace busy24::http {

namespace {

constexpr std::size_t members_max = 32;

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

Result<std::string> decoded(std::string_view text) {
    const Error broken{ErrorCode::invalid, "query: broken escape"};
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i] == '+' ? ' ' : text[i];
            continue;
        }
        if (i + 2 >= text.size()) return broken;
        const int high = hex_digit(text[i + 1]);
        const int low = hex_digit(text[i + 2]);
        // A NUL ends texts in C libraries, so it is never let through.
        if (high < 0 || low < 0 || high + low == 0) return broken;
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

}  // namespace

Result<QueryMembers> split_query(std::string_view query) {
    QueryMembers members;
    while (!query.empty()) {
        const auto end = query.find('&');
        const auto member = query.substr(0, end);
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
        const auto equals = member.find('=');
        if (equals == std::string_view::npos || members.size() == members_max)
            return Error{ErrorCode::invalid, "query: not a short list of name=value"};
        auto name = TRY(decoded(member.substr(0, equals)));
        auto value = TRY(decoded(member.substr(equals + 1)));
        const bool twice = std::any_of(members.begin(), members.end(),
                                       [&](const auto& known) { return known.first == name; });
        if (twice) return Error{ErrorCode::invalid, "query: the same member twice"};
        members.emplace_back(std::move(name), std::move(value));
    }
    return members;
}

}  // namespace busy24::http
