// How records look in answers, where more than one service shows them.
#pragma once

#include <functional>

#include "tests/simulator/world.hpp"

namespace busy24::simulator {

// Nothing for what is "not set" in the books.
inline Value id_value(std::int64_t id) { return id == 0 ? Value() : Value(id); }
inline Value text_value(const std::string& text) { return text.empty() ? Value() : Value(text); }
// Kroner with a dot.
Value money_value(std::optional<std::int64_t> ore);
Value number_list(const std::vector<std::int64_t>& numbers);
Value key_value(std::int64_t key, std::string_view value);

// The numbers in <wrapper><int>…</int></wrapper>; nullopt when the wrapper is not there.
std::optional<std::vector<std::int64_t>> numbers_of(const Element* parent, std::string_view name);
// Øre of a decimal, or nothing when it is not there or the sentinel.
std::optional<std::int64_t> money_of(const Element* parent, std::string_view name);
// Only whole minutes count, so what changed within the same minute is not "after" it: without an
// overlap it is lost (quirk 56).
bool is_after_minute(std::int64_t changed_at, std::int64_t after);
bool has_changed_after(std::int64_t changed_at, const Element* search, std::string_view name);
// Equal but for A to Z against a to z, as the database of the real service compares.
bool is_in(std::string_view part, std::string_view whole);

// A fault for something that a request names and the books do not have.
Error unknown(std::string_view what, std::int64_t id);

enum class Detail { list, detailed };

Value project_value(const Tenant& tenant, const Project& project, Detail detail);
Value task_value(const Tenant& tenant, const Task& task);
// The projects that a search finds, made one at a time.
Value find_projects(const Tenant& tenant, const std::function<bool(const Project&)>& is_wanted,
                    Detail detail);
// Honours one filter, the first that is set: combining them is unreliable (quirk 46).
enum class FreeText { supported, ignored };
std::function<bool(const Project&)> project_filter(const Call& call, const Element* search,
                                                   FreeText free_text);

}  // namespace busy24::simulator
