// Migration 3: what the mirror needs to write to 24SevenOffice as well.
#include "proxy/store/schema.hpp"

namespace busy24::store {

std::string_view two_way_schema() {
    return R"sql(
-- A run of scope 'changes' reads only what was changed since the last one.
ALTER TABLE run ADD COLUMN scope TEXT NOT NULL DEFAULT 'full';
ALTER TABLE run ADD COLUMN is_approved BIGINT NOT NULL DEFAULT 0;
CREATE INDEX record_seen ON record (connection_id, entity, seen_in);

-- How the mirror of a connection stands between its runs. Instants of 0 have not happened.
CREATE TABLE mirror_state (
    connection_id TEXT PRIMARY KEY REFERENCES connection (id) ON DELETE CASCADE,
    project_policy TEXT NOT NULL,
    read_at BIGINT NOT NULL,
    compared_at BIGINT NOT NULL,
    paused_until BIGINT NOT NULL,
    pause_reason TEXT NOT NULL,
    is_wanted BIGINT NOT NULL
);

-- Records of the workspace that a person has changed and the mirror has not seen yet.
CREATE TABLE busy_change (
    workspace_id TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    entity TEXT NOT NULL,
    busy_id TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, entity, busy_id)
);

-- What is to be written to 24SevenOffice. One row a record, so that their order is kept.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    entity TEXT NOT NULL,
    busy_id TEXT NOT NULL,
    erp_id TEXT NOT NULL,
    before_body TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    first_tried_at BIGINT,
    UNIQUE (connection_id, entity, busy_id)
);

-- Members that both sides have changed, until a person has chosen.
CREATE TABLE conflict (
    connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    entity TEXT NOT NULL,
    busy_id TEXT NOT NULL,
    member TEXT NOT NULL,
    erp_value TEXT NOT NULL,
    busy_value TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    decision TEXT NOT NULL,
    PRIMARY KEY (connection_id, entity, busy_id, member)
);

-- What the mirror did to which record, and by which rule. Append only.
CREATE TABLE journal (
    id TEXT PRIMARY KEY,
    connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    entity TEXT NOT NULL,
    busy_id TEXT NOT NULL,
    erp_id TEXT NOT NULL,
    run_id TEXT NOT NULL,
    noted_at BIGINT NOT NULL,
    rule TEXT NOT NULL,
    member TEXT NOT NULL,
    before_value TEXT NOT NULL,
    after_value TEXT NOT NULL
);
CREATE INDEX journal_record ON journal (connection_id, entity, busy_id, id);
)sql";
}

}  // namespace busy24::store
