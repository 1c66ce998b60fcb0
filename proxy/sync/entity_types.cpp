// The list of what is mirrored, in the order in which records may refer to each other.
#include <array>

#include "proxy/sync/entity_type.hpp"

namespace busy24::sync {

std::span<const EntityType> all_entity_types() {
    static const std::array types{customer_type(), work_type_type(), person_type(), project_type()};
    return types;
}

const EntityType& entity_type(Entity entity) {
    const auto types = all_entity_types();
    for (const auto& type : types)
        if (type.entity == entity) return type;
    return types.front();
}

}  // namespace busy24::sync
