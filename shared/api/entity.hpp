// The kinds of record that are mirrored, and what can happen to one record in a run.
#pragma once

#include "shared/describe.hpp"

namespace busy24 {

enum class Entity { customer, work_type, person, project };
constexpr auto words(Entity) {
    return std::array{word(Entity::customer, "customer"), word(Entity::work_type, "work_type"),
                      word(Entity::person, "person"), word(Entity::project, "project")};
}

enum class Outcome { created, changed, unchanged, skipped, failed };
constexpr auto words(Outcome) {
    return std::array{word(Outcome::created, "created"), word(Outcome::changed, "changed"),
                      word(Outcome::unchanged, "unchanged"), word(Outcome::skipped, "skipped"),
                      word(Outcome::failed, "failed")};
}

}  // namespace busy24
