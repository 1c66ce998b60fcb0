// Migration 19: what users said of the help.
#include "proxy/store/schema.hpp"

namespace busy24::store {

std::string_view help_schema() {
    return R"sql(
CREATE TABLE help_rating (
    workspace_id TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL,
    article TEXT NOT NULL,
    user_name TEXT NOT NULL,
    is_found BIGINT NOT NULL,
    comment TEXT NOT NULL,
    rated_at BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, user_id, article)
);
CREATE INDEX help_rating_newest ON help_rating (workspace_id, rated_at);
)sql";
}

}  // namespace busy24::store
