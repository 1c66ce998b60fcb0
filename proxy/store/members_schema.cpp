// Migration 7: who takes part in a project, and what hours on it may name.
#include "proxy/store/schema.hpp"

namespace busy24::store {

// The rows go with their project. `workspace_id` stands in each, so that nothing has to look it up.
std::string_view members_schema() {
    return R"sql(
CREATE TABLE project_member (
    project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    contact_id BIGINT NOT NULL,
    workspace_id TEXT NOT NULL,
    person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
    name TEXT NOT NULL,
    role_number BIGINT,
    role_name TEXT NOT NULL,
    state TEXT NOT NULL,
    takes_part BIGINT NOT NULL,
    PRIMARY KEY (project_id, contact_id)
);
CREATE INDEX project_member_person ON project_member (person_id);

-- A project without rows allows every work type.
CREATE TABLE project_work_type (
    project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    workspace_id TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (project_id, number)
);

-- When the two above were fetched, and what is to be fetched next. Instants of 0 have not happened.
CREATE TABLE project_detail (
    project_id TEXT PRIMARY KEY REFERENCES project (id) ON DELETE CASCADE,
    workspace_id TEXT NOT NULL,
    members_at BIGINT NOT NULL DEFAULT 0,
    is_members_due BIGINT NOT NULL DEFAULT 0,
    work_types_at BIGINT NOT NULL DEFAULT 0,
    needed_at BIGINT NOT NULL DEFAULT 0,
    attempts BIGINT NOT NULL DEFAULT 0,
    retry_at BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX project_detail_members
    ON project_detail (workspace_id, project_id) WHERE is_members_due = 1;
CREATE INDEX project_detail_needed ON project_detail (workspace_id, needed_at);
)sql";
}

}  // namespace busy24::store
