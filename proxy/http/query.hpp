// Query codec for described structs: the members of a GET call travel in the query string.
#pragma once

#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "shared/describe.hpp"
#include "shared/result.hpp"

namespace busy24::http {

using QueryMembers = std::vector<std::pair<std::string, std::string>>;

// Splits and percent-decodes. Errors: invalid for a broken escape, a NUL, a name that stands twice,
// a member without "=", or more than 32 members.
Result<QueryMembers> split_query(std::string_view query);

namespace query_detail {

template <class T>
Result<> read(const std::string& text, T& out, std::string_view name) {
    const auto wrong = [&](std::string_view expected) {
        return Error{ErrorCode::invalid,
                     "query " + std::string(name) + ": expected " + std::string(expected)};
    };
    if constexpr (is_optional<T>) {
        return read(text, out.emplace(), name);
    } else if constexpr (std::is_same_v<T, std::string>) {
        out = text;
    } else if constexpr (std::is_same_v<T, bool>) {
        if (text != "true" && text != "false") return wrong("true or false");
        out = text == "true";
    } else if constexpr (Worded<T>) {
        const auto value = value_of<T>(text);
        if (!value) return wrong("a known word");
        out = *value;
    } else {
        static_assert(std::is_integral_v<T>, "a query holds texts, words, whole numbers");
        const auto end = text.data() + text.size();
        const auto [stop, failure] = std::from_chars(text.data(), end, out);
        if (failure != std::errc() || stop != end) return wrong("a whole number in range");
    }
    return {};
}

}  // namespace query_detail

// Reads a query into a call. A member that is missing keeps its default. Errors: invalid, also for
// a member that the call does not have.
template <Described T>
Result<T> parse_query(std::string_view query) {
    const auto members = TRY(split_query(query));
    T out{};
    std::size_t known = 0;
    Result<> result;
    for_each_field<T>([&](const auto& f) {
        for (const auto& [name, text] : members) {
            if (name != f.name || !result.ok()) continue;
            ++known;
            result = query_detail::read(text, out.*f.member, f.name);
        }
    });
    TRY(std::move(result));
    if (known != members.size()) return Error{ErrorCode::invalid, "query: unknown member"};
    return out;
}

}  // namespace busy24::http
