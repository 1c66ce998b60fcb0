// What an operation answers, before it is written in the order and spelling of the service's facts.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/simulator/facts.hpp"

namespace busy24::simulator {

struct Value;

// A list whose items are made while the answer is on its way, so that 100,000 never stand in
// memory.
struct LazyList {
    std::size_t count = 0;
    std::function<Value(std::size_t)> item;
};

// A text, a record of named members (in any order), or a list.
struct Value {
    enum class Kind { absent, text, record, list };
    Kind kind = Kind::absent;
    std::string text;
    std::vector<std::pair<std::string_view, Value>> members;  // the names are literals
    LazyList list;

    Value() = default;
    Value(std::string value) : kind(Kind::text), text(std::move(value)) {}
    Value(const char* value) : Value(std::string(value)) {}
    Value(bool value) : Value(std::string(value ? "true" : "false")) {}
    Value(std::int64_t value) : Value(std::to_string(value)) {}
    Value(int value) : Value(std::to_string(value)) {}
    Value(std::initializer_list<std::pair<std::string_view, Value>> record)
        : kind(Kind::record), members(record) {}
    Value(LazyList lazy) : kind(Kind::list), list(std::move(lazy)) {}

    const Value* member(std::string_view name) const;
};

// A list of what is at hand already.
Value list_of(std::vector<Value> items);

// Appends one element as the service's facts declare it. What has no value is left out, written as
// xsi:nil or spelled as its sentinel: all three occur (contract 1.1), by turns that `turn` decides.
void write_element(const Service& service, const Member& member, const Value& value,
                   std::uint64_t turn, std::string& out);

// The pieces of a whole answer element: what comes before the items, each item, what comes after.
// An answer that is not a list has no items.
struct AnswerWriter {
    AnswerWriter(const Service& service, const Operation& operation, Value result);
    std::string head() const;
    std::size_t item_count() const { return is_list_ ? result_.list.count : 0; }
    void item(std::size_t index, std::string& out) const;
    std::string tail() const;

private:
    const Service& service_;
    const Operation& operation_;
    Value result_;
    bool is_list_;
};

}  // namespace busy24::simulator
