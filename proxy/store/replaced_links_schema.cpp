// Migration 23: links of invitations that a newer one has taken the place of.
#include "proxy/store/schema.hpp"

namespace busy24::store {

std::string_view replaced_links_schema() {
    return R"sql(
CREATE TABLE replaced_link (
    token_hash TEXT PRIMARY KEY,
    invitation_id TEXT NOT NULL REFERENCES invitation (id) ON DELETE CASCADE
);
CREATE INDEX replaced_link_invitation ON replaced_link (invitation_id);
)sql";
}

}  // namespace busy24::store
