// The parts of the codec that are the same for every struct.
#include "shared/json.hpp"

#include <cmath>

namespace busy24 {

namespace json_detail {

bool wrong(Fault& fault, std::string_view expected) {
    fault.expected = expected;
    return false;
}

namespace {

bool inside_member(Fault& fault, std::string_view name) {
    fault.path = "." + std::string(name) + fault.path;
    return false;
}

}  // namespace

Result<> refusal(const Fault& fault, std::string_view path) {
    return Error{ErrorCode::invalid,
                 std::string(path) + fault.path + ": expected " + std::string(fault.expected)};
}

bool read_items(const JsonValue& json, void* list, void* (*append)(void* list),
                bool (*read)(const JsonValue& json, void* value, Fault& fault), Fault& fault) {
    if (json.kind != JsonValue::Kind::list) return wrong(fault, "a list");
    for (std::size_t i = 0; i < json.items.size(); ++i)
        if (!read(json.items[i], append(list), fault)) {
            fault.path = "[" + std::to_string(i) + "]" + fault.path;
            return false;
        }
    return true;
}

bool read_members(const JsonValue& json, const ReadMember* members, std::size_t count,
                  Fault& fault) {
    if (json.kind != JsonValue::Kind::object) return wrong(fault, "an object");
    std::size_t known = 0;
    for (const auto* member = members; member != members + count; ++member) {
        const JsonValue* const found = json.member(member->name);
        if (found == nullptr) continue;
        ++known;
        if (!member->read(*found, member->value, fault)) return inside_member(fault, member->name);
    }
    return known == json.items.size() || wrong(fault, "no unknown members");
}

void write_name(std::string& out, char& separator, std::string_view name) {
    out += std::exchange(separator, ',');
    write_json_text(out, name);
    out += ':';
}

void write_members(std::string& out, const WriteMember* members, std::size_t count) {
    char separator = '{';
    for (const auto* member = members; member != members + count; ++member) {
        write_name(out, separator, member->name);
        member->write(out, member->value);
    }
    out += count == 0 ? "{}" : "}";
}

bool read_text(const JsonValue& json, std::string_view& out, Fault& fault) {
    if (json.kind != JsonValue::Kind::text) return wrong(fault, "text");
    out = json.text;
    return true;
}

bool read_bool(const JsonValue& json, bool& out, Fault& fault) {
    if (json.kind != JsonValue::Kind::boolean) return wrong(fault, "true or false");
    out = json.boolean;
    return true;
}

bool read_real(const JsonValue& json, double& out, Fault& fault) {
    const bool is_number =
        json.kind == JsonValue::Kind::whole || json.kind == JsonValue::Kind::real;
    if (!is_number || !std::isfinite(json.real)) return wrong(fault, "a number in range");
    out = json.real;
    return true;
}

bool read_whole(const JsonValue& json, std::int64_t least, std::int64_t most, std::int64_t& out,
                Fault& fault) {
    if (json.kind != JsonValue::Kind::whole) return wrong(fault, "a number in range");
    out = json.whole;
    return (out >= least && out <= most) || wrong(fault, "a number in range");
}

}  // namespace json_detail

}  // namespace busy24
