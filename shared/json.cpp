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
