// A JSON document that was read, and the few pieces that JSON is written with. Our own, because a
// general library was a tenth of every first load of the page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/result.hpp"

namespace busy24 {

struct JsonValue {
    enum class Kind { null, boolean, whole, real, text, list, object };
    Kind kind = Kind::null;
    bool boolean = false;
    std::int64_t whole = 0;
    // Also of a whole number; the only one that a number outside of 64 bits has.
    double real = 0;
    std::string text;
    std::vector<std::string> names;  // of an object's members, in the order of `items`
    std::vector<JsonValue> items;    // of a list or an object

    // nullptr when the object has no such member.
    const JsonValue* member(std::string_view name) const;
};

// Parses JSON text that came from outside. Refuses a depth over 32, a key that stands twice in one
// object, text that is not UTF-8, and anything after the value (security.md 3, hostile input).
// Errors: invalid.
Result<JsonValue> parse_json_text(std::string_view text);

// Each appends to `out`.
// In quotes; bytes that are not UTF-8 are replaced.
void write_json_text(std::string& out, std::string_view text);
void write_json_whole(std::string& out, std::int64_t number);
// With three decimals at the most, which pixels and shares need no more than; 0 for what is not
// finite.
void write_json_real(std::string& out, double number);

// How many bytes the UTF-8 letter at the beginning has; 0 when there is none.
std::size_t utf8_length(std::string_view text);

}  // namespace busy24
