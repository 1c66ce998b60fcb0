// The checks that hostile JSON must pass before it becomes a document.
#include "shared/json.hpp"

#include <set>

namespace busy24 {

namespace {

constexpr int depth_max = 32;

// Depth is counted on the raw text, because the parser itself recurses nowhere but copying a deep
// document does, and must never see one.
bool is_too_deep(std::string_view text) {
    int depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            if (c == '\\') ++i;
            if (c == '"') in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            if (++depth > depth_max) return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

}  // namespace

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

const nlohmann::json* member(const nlohmann::json& object, std::string_view name) {
    const auto found = object.find(std::string(name));
    return found == object.end() ? nullptr : &*found;
}

bool read_text(const nlohmann::json& json, std::string_view& out, Fault& fault) {
    if (!json.is_string()) return wrong(fault, "text");
    out = json.get_ref<const std::string&>();
    return true;
}

bool read_bool(const nlohmann::json& json, bool& out, Fault& fault) {
    if (!json.is_boolean()) return wrong(fault, "true or false");
    out = json.get<bool>();
    return true;
}

bool read_real(const nlohmann::json& json, double& out, Fault& fault) {
    if (!json.is_number() || !std::isfinite(json.get<double>()))
        return wrong(fault, "a number in range");
    out = json.get<double>();
    return true;
}

bool read_whole(const nlohmann::json& json, std::int64_t least, std::int64_t most,
                std::int64_t& out, Fault& fault) {
    const bool is_too_large =
        json.is_number_unsigned() && !std::in_range<std::int64_t>(json.get<std::uint64_t>());
    if (!json.is_number_integer() || is_too_large) return wrong(fault, "a number in range");
    out = json.get<std::int64_t>();
    return (out >= least && out <= most) || wrong(fault, "a number in range");
}

}  // namespace json_detail

Result<nlohmann::json> parse_json_text(std::string_view text) {
    if (is_too_deep(text)) return Error{ErrorCode::invalid, "JSON nested too deep"};
    std::vector<std::set<std::string>> keys;
    bool twice = false;
    const auto watch = [&](int, nlohmann::json::parse_event_t event, nlohmann::json& parsed) {
        using Event = nlohmann::json::parse_event_t;
        if (event == Event::object_start) keys.emplace_back();
        if (event == Event::object_end && !keys.empty()) keys.pop_back();
        if (event == Event::key && !keys.empty())
            twice = twice || !keys.back().insert(parsed.get<std::string>()).second;
        return true;
    };
    auto json = nlohmann::json::parse(text, watch, /*allow_exceptions=*/false);
    if (json.is_discarded()) return Error{ErrorCode::invalid, "not JSON"};
    if (twice) return Error{ErrorCode::invalid, "JSON with the same key twice"};
    return json;
}

}  // namespace busy24
