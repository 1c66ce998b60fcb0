// One type per id, so that two ids cannot be swapped at a call.
#pragma once

#include <cstdint>
#include <string>

namespace busy24 {

// A text id made by us: time-ordered, unique, safe in a URL. Empty means "none yet".
template <class Tag>
struct Id {
    std::string text;
    bool empty() const { return text.empty(); }
    bool operator==(const Id&) const = default;
};

using WorkspaceId = Id<struct WorkspaceTag>;
using UserId = Id<struct UserTag>;
using ConnectionId = Id<struct ConnectionTag>;
using RunId = Id<struct RunTag>;

// A company in 24SevenOffice: Client.Id of an identity, 64 bits wide. Zero means "none yet".
struct TenantId {
    std::int64_t value = 0;
    bool empty() const { return value == 0; }
    bool operator==(const TenantId&) const = default;
};

}  // namespace busy24
