// Migration 18: first-time setup: its role table, its runs, and what each of them changed.
#include "proxy/store/schema.hpp"

namespace busy24::store {

// A role's key is its number in 24SevenOffice, empty for having none, and "*" for all others.
// `before_role` is null where there was nothing before.
std::string_view first_setup_schema() {
    return R"sql(
CREATE TABLE setup_role (
    workspace_id TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    role_key TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (workspace_id, role_key)
);

CREATE TABLE setup_run (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    started_by TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    total BIGINT NOT NULL,
    done BIGINT NOT NULL,
    added BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    removed BIGINT NOT NULL,
    restored BIGINT NOT NULL,
    left_alone BIGINT NOT NULL
);
CREATE INDEX setup_run_workspace ON setup_run (workspace_id, id);
CREATE INDEX setup_run_unfinished ON setup_run (id) WHERE state IN ('applying', 'undoing');

CREATE TABLE setup_change (
    setup_id TEXT NOT NULL REFERENCES setup_run (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    project_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    before_role TEXT,
    before_setup TEXT NOT NULL,
    after_role TEXT NOT NULL,
    PRIMARY KEY (setup_id, position)
);
)sql";
}

}  // namespace busy24::store
