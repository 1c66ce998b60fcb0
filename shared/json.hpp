// JSON codec for described structs. A member that is missing keeps its default; a wrong one is
// named by its path.
#pragma once

#include <limits>
#include <string>

#include "shared/describe.hpp"
#include "shared/json_value.hpp"
#include "shared/result.hpp"
#include "shared/secret.hpp"

namespace busy24 {

namespace json_detail {

template <Described T>
constexpr auto order_of_names() {
    constexpr auto fields = T::fields();
    constexpr std::size_t size = std::tuple_size_v<decltype(fields)>;
    std::array<std::size_t, size> order{};
    std::array<std::string_view, size> names{};
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        ((names[I] = std::get<I>(fields).name, order[I] = I), ...);
    }
    (std::make_index_sequence<size>());
    for (std::size_t i = 1; i < size; ++i)
        for (auto j = i; j > 0 && names[order[j]] < names[order[j - 1]]; --j) {
            const auto later = order[j];
            order[j] = order[j - 1];
            order[j - 1] = later;
        }
    return order;
}

// One member of a struct, without its type: the browser's half downloads every copy of what a
// template makes, so all structs share one reader and one writer that go through lists of these.
struct Fault;
struct ReadMember {
    std::string_view name;
    void* value;
    bool (*read)(const JsonValue& json, void* value, Fault& fault);
};
struct WriteMember {
    std::string_view name;
    const void* value;
    void (*write)(std::string& out, const void* value);
};
bool read_members(const JsonValue& json, const ReadMember* members, std::size_t count,
                  Fault& fault);
bool read_items(const JsonValue& json, void* list, void* (*append)(void* list),
                bool (*read)(const JsonValue& json, void* value, Fault& fault), Fault& fault);
void write_members(std::string& out, const WriteMember* members, std::size_t count);
void write_name(std::string& out, char& separator, std::string_view name);

template <class T>
void write_any(std::string& out, const void* value);

}  // namespace json_detail

// Calls visit(Field) for every member in the order of their names, in which they are written: equal
// values then have equal texts, however their structs list them.
template <Described T, class Visitor>
constexpr void for_each_field_by_name(Visitor&& visit) {
    constexpr auto fields = T::fields();
    constexpr auto order = json_detail::order_of_names<T>();
    [&]<std::size_t... I>(std::index_sequence<I...>) { (visit(std::get<order[I]>(fields)), ...); }
    (std::make_index_sequence<order.size()>());
}

// Appends compact JSON. A Secret is never written.
template <class T>
void write_json(std::string& out, const T& value) {
    if constexpr (Described<T>) {
        json_detail::WriteMember members[std::tuple_size_v<decltype(T::fields())> + 1];
        std::size_t count = 0;
        for_each_field_by_name<T>([&](const auto& f) {
            using Member = std::remove_cvref_t<decltype(value.*f.member)>;
            if constexpr (!std::is_same_v<Member, Secret>)
                members[count++] = {f.name, &(value.*f.member), json_detail::write_any<Member>};
        });
        json_detail::write_members(out, members, count);
    } else if constexpr (is_optional<T>) {
        if (value)
            write_json(out, *value);
        else
            out += "null";
    } else if constexpr (is_list<T>) {
        char separator = '[';
        for (const auto& item : value) {
            out += std::exchange(separator, ',');
            write_json(out, item);
        }
        out += separator == '[' ? "[]" : "]";
    } else if constexpr (Worded<T>) {
        write_json_text(out, word_of(value));
    } else if constexpr (std::is_same_v<T, bool>) {
        out += value ? "true" : "false";
    } else if constexpr (std::is_floating_point_v<T>) {
        write_json_real(out, static_cast<double>(value));
    } else if constexpr (std::is_integral_v<T>) {
        write_json_whole(out, value);
    } else {
        static_assert(!std::is_same_v<T, Secret>, "a Secret is never serialised");
        write_json_text(out, value);
    }
}

template <class T>
void json_detail::write_any(std::string& out, const void* value) {
    write_json(out, *static_cast<const T*>(value));
}

// Compact JSON text. Bytes that are not UTF-8 are replaced.
template <class T>
std::string to_json_text(const T& value) {
    std::string out;
    write_json(out, value);
    return out;
}

// What reading any struct has in common, out of line: the browser's half downloads every copy.
namespace json_detail {

// The first thing that was wrong. The path grows from the inside out, on the way back.
struct Fault {
    std::string path;
    std::string_view expected;
};

bool wrong(Fault& fault, std::string_view expected);  // always false
Result<> refusal(const Fault& fault, std::string_view path);
bool read_text(const JsonValue& json, std::string_view& out, Fault& fault);
bool read_bool(const JsonValue& json, bool& out, Fault& fault);
bool read_real(const JsonValue& json, double& out, Fault& fault);
// Inclusive limits; an unsigned number over the largest signed one never fits.
bool read_whole(const JsonValue& json, std::int64_t least, std::int64_t most, std::int64_t& out,
                Fault& fault);

template <class T>
bool read(const JsonValue& json, T& out, Fault& fault);

template <class T>
bool read_any(const JsonValue& json, void* value, Fault& fault) {
    return read(json, *static_cast<T*>(value), fault);
}

template <Described T>
bool read_struct(const JsonValue& json, T& out, Fault& fault) {
    ReadMember members[std::tuple_size_v<decltype(T::fields())> + 1];
    std::size_t count = 0;
    for_each_field<T>([&](const auto& f) {
        using Member = std::remove_cvref_t<decltype(out.*f.member)>;
        members[count++] = {f.name, &(out.*f.member), read_any<Member>};
    });
    return read_members(json, members, count, fault);
}

template <class T>
bool read_number(const JsonValue& json, T& out, Fault& fault) {
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
bool read(const JsonValue& json, T& out, Fault& fault) {
    if constexpr (Described<T>) {
        return read_struct(json, out, fault);
    } else if constexpr (is_optional<T>) {
        if (json.kind != JsonValue::Kind::null) return read(json, out.emplace(), fault);
        out.reset();
        return true;
    } else if constexpr (is_list<T>) {
        out.clear();
        const auto append = [](void* list) -> void* {
            return &static_cast<T*>(list)->emplace_back();
        };
        return read_items(json, &out, append, read_any<typename T::value_type>, fault);
    } else if constexpr (std::is_same_v<T, bool>) {
        return read_bool(json, out, fault);
    } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, Secret>) {
        std::string_view text;
        if (!read_text(json, text, fault)) return false;
        out = T(text);
        return true;
    } else if constexpr (Worded<T>) {
        std::string_view text;
        if (json.kind != JsonValue::Kind::text) return wrong(fault, "a word");
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
Result<> from_json(const JsonValue& json, T& out, const std::string& path = "$") {
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
