// A described struct lists its members once, in fields(); the JSON, SOAP, table and query codecs
// all read that list.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace busy24 {

template <class Owner, class Value>
struct Field {
    std::string_view name;
    Value Owner::*member;
};

template <class Owner, class Value>
constexpr Field<Owner, Value> field(std::string_view name, Value Owner::*member) {
    return {name, member};
}

template <class T>
concept Described = requires {
    T::fields();
};

// Calls visit(Field) for every member in declared order. A fold over indices rather than
// std::apply, because a visitor that does not compile then explains itself in a quarter of the
// text.
template <Described T, class Visitor>
constexpr void for_each_field(Visitor&& visit) {
    constexpr auto fields = T::fields();
    [&]<std::size_t... I>(std::index_sequence<I...>) { (visit(std::get<I>(fields)), ...); }
    (std::make_index_sequence<std::tuple_size_v<decltype(fields)>>());
}

// One row of an enum's table of words. The table is `words(Enum)`, found by argument-dependent
// lookup beside the enum; its first row is the value that stands for "unknown".
template <class Enum>
struct Word {
    Enum value;
    std::string_view text;
};

template <class Enum>
constexpr Word<Enum> word(Enum value, std::string_view text) {
    return {value, text};
}

template <class T>
concept Worded = std::is_enum_v<T> && requires {
    words(T{});
};

// The word of a value; empty when the table has no row for it.
template <Worded Enum>
constexpr std::string_view word_of(Enum value) {
    for (const auto& row : words(Enum{}))
        if (row.value == value) return row.text;
    return {};
}

// The value of a word; nullopt when the table has no such word.
template <Worded Enum>
constexpr std::optional<Enum> value_of(std::string_view text) {
    for (const auto& row : words(Enum{}))
        if (row.text == text) return row.value;
    return std::nullopt;
}

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

}  // namespace busy24
