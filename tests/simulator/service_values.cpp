// Small conversions between the books and the wire.
#include "tests/simulator/service_values.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace busy24::simulator {

namespace {

char in_lower_case(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

Value money_value(std::optional<std::int64_t> ore) {
    if (!ore) return {};
    char text[32];
    std::snprintf(text, sizeof text, "%s%lld.%02lld", *ore < 0 ? "-" : "",
                  static_cast<long long>(std::abs(*ore) / 100),
                  static_cast<long long>(std::abs(*ore) % 100));
    return Value(text);
}

Value number_list(const std::vector<std::int64_t>& numbers) {
    std::vector<Value> values;
    for (const auto number : numbers) values.emplace_back(number);
    return list_of(std::move(values));
}

Value key_value(std::int64_t key, std::string_view value) {
    return {{"Key", std::to_string(key)}, {"Value", std::string(value)}};
}

std::optional<std::vector<std::int64_t>> numbers_of(const Element* parent, std::string_view name) {
    const auto* wrapper = parent ? parent->child(name) : nullptr;
    if (!wrapper) return std::nullopt;
    std::vector<std::int64_t> numbers;
    for (const auto& item : wrapper->children)
        numbers.push_back(std::strtoll(item.text.c_str(), nullptr, 10));
    return numbers;
}

std::optional<std::int64_t> money_of(const Element* parent, std::string_view name) {
    const auto* element = parent ? parent->child(name) : nullptr;
    if (!element || element->text.empty()) return std::nullopt;
    const auto amount = std::strtod(element->text.c_str(), nullptr);
    if (amount < -1e15) return std::nullopt;
    return static_cast<std::int64_t>(amount * 100 + (amount < 0 ? -0.5 : 0.5));
}

bool is_after_minute(std::int64_t changed_at, std::int64_t after) {
    return changed_at / 60'000 * 60'000 > after;
}

bool has_changed_after(std::int64_t changed_at, const Element* search, std::string_view name) {
    const auto after = minute_of(search, name);
    return after == 0 || is_after_minute(changed_at, after);
}

bool is_in(std::string_view part, std::string_view whole) {
    return std::search(whole.begin(), whole.end(), part.begin(), part.end(), [](char a, char b) {
               return in_lower_case(a) == in_lower_case(b);
           }) != whole.end();
}

Error unknown(std::string_view what, std::int64_t id) {
    return fault("Office24Seven.Library.Core.ParameterNotFoundException: " + std::string(what) +
                 " " + std::to_string(id) + " was not found.");
}

}  // namespace busy24::simulator
