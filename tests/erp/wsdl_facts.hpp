// Reads tests/fixtures/wsdl_facts.txt and holds a description against it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "proxy/erp/operation.hpp"
#include "proxy/erp/wire_values.hpp"

namespace busy24::erp {

struct FactMember {
    std::string name;
    std::string type;
    bool is_required = false;
    bool is_nillable = false;
    bool is_uncertain = false;
    std::string fallback;  // "min", "none", "empty", "true", a word; empty when there is none
};

struct Facts {
    std::map<std::string, std::vector<FactMember>> types;
    std::map<std::string, std::vector<FactMember>> operations;
    std::map<std::string, std::string> results;
    std::map<std::string, std::pair<std::string, std::string>> lists;  // item element and type
    std::map<std::string, std::vector<std::string>> words;
};

// The facts of one service. Empty when the file is missing, so that every check then fails.
Facts read_facts(const std::string& service);

// Whether the members of T stand in `facts` in the same order, each with a C++ type that can hold
// what the schema allows and the initialiser that the schema's default asks for. An empty text when
// they do, else what is wrong.
template <Described T>
std::string differences(const Facts& facts, const std::vector<FactMember>& members);

namespace facts_detail {

template <class T>
inline constexpr bool is_nillable = false;
template <class T>
inline constexpr bool is_nillable<Nillable<T>> = true;
template <class T>
inline constexpr bool is_wire_word = false;
template <class T>
inline constexpr bool is_wire_word<WireWord<T>> = true;

// The schema type of a simple C++ type; empty for words and structures.
template <class T>
std::string schema_type() {
    if (std::is_same_v<T, bool>) return "boolean";
    if (std::is_same_v<T, std::int16_t>) return "short";
    if (std::is_same_v<T, std::int32_t>) return "int";
    if (std::is_same_v<T, std::int64_t>) return "long";
    if (std::is_same_v<T, double>) return "double";
    if (std::is_same_v<T, Decimal>) return "decimal";
    if (std::is_same_v<T, Guid>) return "guid";
    if (std::is_same_v<T, Instant>) return "dateTime";
    if (std::is_same_v<T, std::string> || std::is_same_v<T, Secret>) return "string";
    return "";
}

template <class Enum>
std::string words_differ(const Facts& facts, const std::string& type) {
    const auto known = facts.words.find(type);
    if (known == facts.words.end()) return " is no enum";
    for (const auto& text : known->second)
        if (!value_of<Enum>(text)) return " lacks the word " + text;
    for (const auto& row : words(Enum{})) {
        bool found = row.text.empty();
        for (const auto& text : known->second) found = found || text == row.text;
        if (!found) return " has a word that the schema has not: " + std::string(row.text);
    }
    return "";
}

template <class T>
std::string type_differs(const Facts& facts, const std::string& type) {
    if constexpr (is_optional<T> || is_nillable<T>) {
        return type_differs<typename T::value_type>(facts, type);
    } else if constexpr (is_wire_word<T>) {
        return type_differs<decltype(T::value)>(facts, type);
    } else if constexpr (is_list<T>) {
        const auto list = facts.lists.find(type);
        if (list == facts.lists.end()) return " is no list";
        if (list->second.first != item_name<typename T::value_type>()) return " has other items";
        return type_differs<typename T::value_type>(facts, list->second.second);
    } else if constexpr (Described<T>) {
        if (T::type != type) return " is a " + type;
        const auto known = facts.types.find(type);
        if (known == facts.types.end()) return " is no type";
        return differences<T>(facts, known->second);
    } else if constexpr (std::is_enum_v<T>) {
        return words_differ<T>(facts, type);
    } else {
        return schema_type<T>() == type ? "" : " is a " + type;
    }
}

// What the initialiser stands for, in the words of the facts.
template <class T>
std::string fallback_of(const T& value, const std::string& type) {
    if constexpr (is_optional<T> || is_nillable<T>) {
        return type == "dateTime" || type == "guid" ? "none" : "min";
    } else if constexpr (std::is_same_v<T, bool>) {
        return value ? "true" : "false";
    } else if constexpr (std::is_same_v<T, std::string>) {
        return "empty";
    } else if constexpr (std::is_arithmetic_v<T>) {
        return std::to_string(static_cast<std::int64_t>(value));
    } else if constexpr (is_wire_word<T> || std::is_enum_v<T>) {
        return std::string(write_wire(value));
    } else {
        return "";
    }
}

template <class T>
std::string member_differs(const Facts& facts, const FactMember& fact, const T& initial) {
    const auto type = type_differs<T>(facts, fact.type);
    if (!type.empty()) return type;
    if (is_nillable<T> && !(fact.is_required && fact.is_nillable)) return " need not be nil";
    if (!is_nillable<T> && fact.is_required && fact.is_nillable) return " must be written as nil";
    if (is_optional<T> && fact.is_required && fact.type == "int" && !fact.is_uncertain)
        return " is always there";
    // "Not set" is 0 in the searches for persons; what is not set is left out, so it never shows.
    if (is_optional<T> && fact.fallback == "0") return "";
    if (!fact.fallback.empty() && fallback_of(initial, fact.type) != fact.fallback)
        return " has the default " + fact.fallback;
    return "";
}

}  // namespace facts_detail

template <Described T>
std::string differences(const Facts& facts, const std::vector<FactMember>& members) {
    std::string wrong;
    std::size_t at = 0;
    const T initial{};
    for_each_field<T>([&](const auto& f) {
        if (!wrong.empty()) return;
        while (at < members.size() && members[at].name != f.name) ++at;
        if (at == members.size()) {
            wrong = std::string(f.name) + " is not there, or not in this place";
            return;
        }
        const auto member = facts_detail::member_differs(facts, members[at], initial.*f.member);
        if (!member.empty()) wrong = std::string(f.name) + member;
        ++at;
    });
    return wrong;
}

// The same for an operation: every parameter must be there, and the reply must fit.
template <Operation T>
std::string differences(const Facts& facts) {
    const std::string name(T::wire.name);
    const auto operation = facts.operations.find(name);
    if (operation == facts.operations.end()) return name + " is no operation";
    auto wrong = differences<T>(facts, operation->second);
    if (!wrong.empty()) return name + ": " + wrong;
    const auto& result = facts.results.at(name);
    if (std::tuple_size_v<decltype(T::fields())> != operation->second.size())
        return name + " lacks a parameter";
    wrong = facts_detail::type_differs<typename T::Reply>(facts, result);
    return wrong.empty() ? "" : name + ": its reply" + wrong;
}

}  // namespace busy24::erp
