// The workspace's records in windows: searched, filtered and sorted by the database.
#pragma once

#include "proxy/workspace/place.hpp"
#include "shared/api/records.hpp"

namespace busy24::workspace {

// One window of a list; how many records there are is counted each time. Errors: invalid for
// persons, for a limit outside 1 to api::list_limit_max and for a search that is too long.
Result<api::ListRecords::Reply> list_records(const Place& place, const api::ListRecords& call);

// One record as the lists show it; nullopt when the workspace has no such record.
Result<std::optional<api::Record>> record_of(const Place& place, Entity entity,
                                             const std::string& id);

}  // namespace busy24::workspace
