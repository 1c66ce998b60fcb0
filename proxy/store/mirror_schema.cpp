// Migration 2: what is mirrored, how, and the workspace's own records.
#include "proxy/store/schema.hpp"

namespace busy24::store {

std::string_view mirror_schema() {
    return R"sql(
-- What each side was last seen to hold. A cache: it can be emptied and is filled again.
CREATE TABLE record (
    connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    entity TEXT NOT NULL,
    side TEXT NOT NULL,
    id TEXT NOT NULL,
    hash TEXT NOT NULL,
    body TEXT NOT NULL,
    label TEXT NOT NULL,
    number TEXT NOT NULL,
    is_active BIGINT NOT NULL,
    problem TEXT NOT NULL,
    seen_in TEXT NOT NULL,
    PRIMARY KEY (connection_id, entity, side, id)
);

-- The truth: which two records are one, and the version that both sides agreed on last.
CREATE TABLE link (
    connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    entity TEXT NOT NULL,
    erp_id TEXT NOT NULL,
    busy_id TEXT NOT NULL,
    base_hash TEXT NOT NULL,
    base_body TEXT NOT NULL,
    linked_at BIGINT NOT NULL,
    PRIMARY KEY (connection_id, entity, erp_id),
    UNIQUE (connection_id, entity, busy_id)
);

CREATE TABLE run (
    id TEXT PRIMARY KEY,
    connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    workspace_id TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    phase TEXT NOT NULL,
    is_started BIGINT NOT NULL,
    is_cancelled BIGINT NOT NULL,
    switches TEXT NOT NULL,
    generation TEXT NOT NULL,
    started_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    read_at BIGINT,
    started_at BIGINT,
    finished_at BIGINT,
    attempts BIGINT NOT NULL,
    failure_code TEXT NOT NULL,
    failure_reason TEXT NOT NULL,
    failure_detail TEXT NOT NULL,
    retry_at BIGINT,
    lease_owner TEXT NOT NULL,
    lease_until BIGINT NOT NULL
);
CREATE INDEX run_connection ON run (connection_id, id);
CREATE INDEX run_workspace ON run (workspace_id, id);
CREATE INDEX run_phase ON run (phase);

CREATE TABLE run_entity (
    run_id TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    entity TEXT NOT NULL,
    position BIGINT NOT NULL,
    is_read BIGINT NOT NULL,
    total BIGINT NOT NULL,
    created BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    unchanged BIGINT NOT NULL,
    skipped BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    PRIMARY KEY (run_id, entity)
);

-- The plan for one record, and what came of it: `outcome` is empty until it is carried out.
CREATE TABLE run_record (
    run_id TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    entity TEXT NOT NULL,
    erp_id TEXT NOT NULL,
    busy_id TEXT NOT NULL,
    action TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    label TEXT NOT NULL,
    folded_label TEXT NOT NULL,
    number TEXT NOT NULL,
    is_active BIGINT NOT NULL,
    PRIMARY KEY (run_id, entity, erp_id)
);
CREATE INDEX run_record_outcome ON run_record (run_id, entity, outcome, folded_label);
CREATE INDEX run_record_action ON run_record (run_id, entity, action);

-- How records of the workspace that have no link can be recognised.
CREATE TABLE match_key (
    connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    entity TEXT NOT NULL,
    reason TEXT NOT NULL,
    value TEXT NOT NULL,
    busy_id TEXT NOT NULL,
    PRIMARY KEY (connection_id, entity, reason, value, busy_id)
);

-- Two records that may be one. With `is_question`, a person decides.
CREATE TABLE candidate (
    id TEXT PRIMARY KEY,
    connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    entity TEXT NOT NULL,
    erp_id TEXT NOT NULL,
    busy_id TEXT NOT NULL,
    reasons TEXT NOT NULL,
    is_sure BIGINT NOT NULL,
    is_question BIGINT NOT NULL,
    decision TEXT NOT NULL,
    planned_in TEXT NOT NULL,
    UNIQUE (connection_id, entity, erp_id, busy_id)
);
CREATE INDEX candidate_busy ON candidate (connection_id, entity, busy_id);

-- The workspace's own records. `number` is the id in 24SevenOffice, once there is one.
CREATE TABLE customer (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    number BIGINT,
    name TEXT NOT NULL,
    folded_name TEXT NOT NULL,
    organisation_number TEXT NOT NULL,
    kind TEXT NOT NULL,
    is_active BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (workspace_id, number)
);
CREATE INDEX customer_name ON customer (workspace_id, folded_name);

CREATE TABLE work_type (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    number BIGINT,
    name TEXT NOT NULL,
    folded_name TEXT NOT NULL,
    is_billable BIGINT NOT NULL,
    price_ore BIGINT,
    is_active BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (workspace_id, number)
);
CREATE INDEX work_type_name ON work_type (workspace_id, folded_name);

-- A person who is a user has the user's id.
CREATE TABLE person (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    number BIGINT,
    employee_id BIGINT,
    name TEXT NOT NULL,
    folded_name TEXT NOT NULL,
    email TEXT NOT NULL,
    is_active BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (workspace_id, number)
);
CREATE INDEX person_name ON person (workspace_id, folded_name);

-- `customer_number` is kept beside `customer_id`, for when customers are not mirrored (yet).
CREATE TABLE project (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    number BIGINT,
    name TEXT NOT NULL,
    folded_name TEXT NOT NULL,
    customer_id TEXT REFERENCES customer (id) ON DELETE SET NULL,
    customer_number BIGINT,
    description TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    time_registration TEXT NOT NULL,
    approval TEXT NOT NULL,
    is_active BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (workspace_id, number)
);
CREATE INDEX project_name ON project (workspace_id, folded_name);
CREATE INDEX project_customer ON project (customer_id);
)sql";
}

}  // namespace busy24::store
