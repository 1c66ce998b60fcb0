// Tells the mirror which records people have changed.
#pragma once

#include "proxy/store/mirror_states.hpp"
#include "proxy/workspace/place.hpp"

namespace busy24::workspace {

// Belongs into the transaction that changes the record: then neither is ever there without the
// other, whatever happens to the process. Not for what the mirror writes by itself.
inline Result<> note_change(const Place& place, Entity entity, const std::string& id) {
    return store::BusyChanges(place.database)
        .note({.workspace_id = place.workspace,
               .entity = entity,
               .busy_id = id,
               .changed_at = place.now});
}

}  // namespace busy24::workspace
