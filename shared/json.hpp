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

namespace json_detail {

inline Error wrong(const std::string& path, std::string_view expected) {
    return Error{ErrorCode::invalid, path + ": expected " + std::string(expected)};
}

template <class T>
bool number_fits(const nlohmann::json& json) {
    if constexpr (std::is_floating_point_v<T>) {
        return json.is_number() && std::isfinite(json.get<double>());
    } else {
        if (json.is_number_unsigned()) return std::in_range<T>(json.get<std::uint64_t>());
        return json.is_number_integer() && std::in_range<T>(json.get<std::int64_t>());
    }
}

}  // namespace json_detail

// Reads `json` into `out`. Unknown members are refused. Errors: invalid, with the path of the
// member.
template <class T>
Result<> from_json(const nlohmann::json& json, T& out, const std::string& path = "$") {
    using json_detail::wrong;
    if constexpr (Described<T>) {
        if (!json.is_object()) return wrong(path, "an object");
        std::size_t known = 0;
        Result<> result;
        for_each_field<T>([&](const auto& f) {
            const auto member = json.find(std::string(f.name));
            if (!result.ok() || member == json.end()) return;
            ++known;
            result = from_json(*member, out.*f.member, path + "." + std::string(f.name));
        });
        if (result.ok() && known != json.size()) return wrong(path, "no unknown members");
        return result;
    } else if constexpr (is_optional<T>) {
        if (json.is_null()) {
            out.reset();
            return {};
        }
        return from_json(json, out.emplace(), path);
    } else if constexpr (is_list<T>) {
        if (!json.is_array()) return wrong(path, "a list");
        out.clear();
        for (const auto& item : json) {
            const auto at = path + "[" + std::to_string(out.size()) + "]";
            TRY(from_json(item, out.emplace_back(), at));
        }
        return {};
    } else if constexpr (std::is_same_v<T, std::string>) {
        if (!json.is_string()) return wrong(path, "text");
        out = json.get_ref<const std::string&>();
        return {};
    } else if constexpr (std::is_same_v<T, Secret>) {
        if (!json.is_string()) return wrong(path, "text");
        out = Secret(json.get_ref<const std::string&>());
        return {};
    } else if constexpr (std::is_same_v<T, bool>) {
        if (!json.is_boolean()) return wrong(path, "true or false");
        out = json.get<bool>();
        return {};
    } else if constexpr (Worded<T>) {
        if (!json.is_string()) return wrong(path, "a word");
        const auto value = value_of<T>(json.get_ref<const std::string&>());
        if (!value) return wrong(path, "a known word");
        out = *value;
        return {};
    } else {
        static_assert(std::is_arithmetic_v<T>);
        if (!json_detail::number_fits<T>(json)) return wrong(path, "a number in range");
        out = json.get<T>();
        return {};
    }
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
