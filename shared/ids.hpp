// One type per id, so that two ids cannot be swapped at a call.
#pragma once

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

}  // namespace busy24
