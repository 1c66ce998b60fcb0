// JSON codec for described structs. A member that is missing keeps its default; a wrong one is
// named by its path.
#pragma once

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>

#include "shared/describe.hpp"
#include "shared/result.hpp"
#include "shared/secret.hpp"

namespace busy24 {

// Parses JSON text that came from outside. Refuses a depth over 32, a key that stands twice in one
// object, and anything after the value (security.md 3, hostile input). Errors: invalid.
Result<nlohmann::json> parse_json_text(std::string_view text);

template <class T>
nlohmann::json to_json(const T& value) {
    if constexpr (Described<T>) {
        auto object = nlohmann::json::object();
        for_each_field<T>([&](const auto& f) {
            using Member = std::remove_cvref_t<decltype(value.*f.member)>;
            if constexpr (!std::is_same_v<Member, Secret>)
                object[std::string(f.name)] = to_json(value.*f.member);
        });
        return object;
    } else if constexpr (is_optional<T>) {
        return value ? to_json(*value) : nlohmann::json();
    } else if constexpr (is_list<T>) {
        auto array = nlohmann::json::array();
        for (const auto& item : value) array.push_back(to_json(item));
        return array;
    } else if constexpr (Worded<T>) {
        return nlohmann::json(word_of(value));
    } else {
        static_assert(!std::is_same_v<T, Secret>, "a Secret is never serialised");
        return nlohmann::json(value);
    }
}

// Compact JSON text. Bytes that are not UTF-8 are replaced, so that it never throws.
template <class T>
std::string to_json_text(const T& value) {
    return to_json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// What reading any struct has in common, out of line: the browser's half downloads every copy.
namespace json_detail {

// The first thing that was wrong. The path grows from the inside out, on the way back.
struct Fault {
    std::string path;
    std::string_view expected;
};

bool wrong(Fault& fault, std::string_view expected);  // always false
bool inside_member(Fault& fault, std::string_view name);
bool inside_item(Fault& fault, std::size_t index);
Result<> refusal(const Fault& fault, std::string_view path);
// Null when there is no such member.
const nlohmann::json* member(const nlohmann::json& object, std::string_view name);
bool read_text(const nlohmann::json& json, std::string_view& out, Fault& fault);
bool read_bool(const nlohmann::json& json, bool& out, Fault& fault);
bool read_real(const nlohmann::json& json, double& out, Fault& fault);
// Inclusive limits; an unsigned number over the largest signed one never fits.
bool read_whole(const nlohmann::json& json, std::int64_t least, std::int64_t most,
                std::int64_t& out, Fault& fault);

template <class T>
bool read(const nlohmann::json& json, T& out, Fault& fault);

template <Described T>
bool read_struct(const nlohmann::json& json, T& out, Fault& fault) {
    if (!json.is_object()) return wrong(fault, "an object");
    std::size_t known = 0;
    bool is_right = true;
    for_each_field<T>([&](const auto& f) {
        const nlohmann::json* const found = is_right ? member(json, f.name) : nullptr;
        if (found == nullptr) return;
        ++known;
        is_right = read(*found, out.*f.member, fault) || inside_member(fault, f.name);
    });
    if (is_right && known != json.size()) return wrong(fault, "no unknown members");
    return is_right;
}

template <class T>
bool read_number(const nlohmann::json& json, T& out, Fault& fault) {
    if constexpr (std::is_floating_point_v<T>) {
        double number = 0;
        if (!read_real(json, number, fault)) return false;
        out = static_cast<T>(number);
    } else {
        static_assert(std::is_integral_v<T>);
        using Limits = std::numeric_limits<T>;
        constexpr std::int64_t least = std::is_signed_v<T> ? Limits::min() : 0;
        constexpr std::int64_t most = sizeof(T) < 8 ? static_cast<std::int64_t>(Limits::max())
                                                    : std::numeric_limits<std::int64_t>::max();
        std::int64_t number = 0;
        if (!read_whole(json, least, most, number, fault)) return false;
        out = static_cast<T>(number);
    }
    return true;
}

template <class T>
bool read(const nlohmann::json& json, T& out, Fault& fault) {
    if constexpr (Described<T>) {
        return read_struct(json, out, fault);
    } else if constexpr (is_optional<T>) {
        if (!json.is_null()) return read(json, out.emplace(), fault);
        out.reset();
        return true;
    } else if constexpr (is_list<T>) {
        if (!json.is_array()) return wrong(fault, "a list");
        out.clear();
        for (const auto& item : json)
            if (!read(item, out.emplace_back(), fault)) return inside_item(fault, out.size() - 1);
        return true;
    } else if constexpr (std::is_same_v<T, bool>) {
        return read_bool(json, out, fault);
    } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, Secret>) {
        std::string_view text;
        if (!read_text(json, text, fault)) return false;
        out = T(text);
        return true;
    } else if constexpr (Worded<T>) {
        std::string_view text;
        if (!json.is_string()) return wrong(fault, "a word");
        if (!read_text(json, text, fault)) return false;
        const auto value = value_of<T>(text);
        if (!value) return wrong(fault, "a known word");
        out = *value;
        return true;
    } else {
        return read_number(json, out, fault);
    }
}

}  // namespace json_detail

// Reads `json` into `out`. Unknown members are refused. Errors: invalid, with the path of the
// member.
template <class T>
Result<> from_json(const nlohmann::json& json, T& out, const std::string& path = "$") {
    json_detail::Fault fault;
    if (json_detail::read(json, out, fault)) return {};
    return json_detail::refusal(fault, path);
}

// Parses text from outside into a described struct. Errors: invalid.
template <class T>
Result<T> parse_json(std::string_view text) {
    const auto json = TRY(parse_json_text(text));
    T out{};
    TRY(from_json(json, out));
    return out;
}

}  // namespace busy24
