// The parts of the codec that are the same for every struct.
#include "shared/json.hpp"

#include <cmath>

namespace busy24 {

namespace json_detail {

bool wrong(Fault& fault, std::string_view expected) {
    fault.expected = expected;
    return false;
}

bool inside_member(Fault& fault, std::string_view name) {
    fault.path = "." + std::string(name) + fault.path;
    return false;
}

bool inside_item(Fault& fault, std::size_t index) {
    fault.path = "[" + std::to_string(index) + "]" + fault.path;
    return false;
}

Result<> refusal(const Fault& fault, std::string_view path) {
    return Error{ErrorCode::invalid,
                 std::string(path) + fault.path + ": expected " + std::string(fault.expected)};
}

void write_name(std::string& out, char& separator, std::string_view name) {
    out += std::exchange(separator, ',');
    write_json_text(out, name);
    out += ':';
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
