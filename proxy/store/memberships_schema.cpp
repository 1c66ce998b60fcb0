// Migration 17: who takes part in a project in Busy, and as what.
#include "proxy/store/schema.hpp"

namespace busy24::store {

// `member_id` is a person's id, or that of a user who is no person. A row with the role "none" is
// somebody who was taken out by hand, so that nothing takes them in again unasked. `setup_id` is
// the first-time setup that wrote the row; empty for one written by hand.
std::string_view memberships_schema() {
    return R"sql(
CREATE TABLE membership (
    project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    member_id TEXT NOT NULL,
    workspace_id TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    setup_id TEXT NOT NULL,
    PRIMARY KEY (project_id, member_id)
);
CREATE INDEX membership_member ON membership (workspace_id, member_id);
)sql";
}

}  // namespace busy24::store
