// Migration 13: letters that wait to be sent, and which language people get them in.
#include "proxy/store/schema.hpp"

namespace busy24::store {

std::string_view letters_schema() {
    return R"sql(
CREATE TABLE letter (
    id TEXT PRIMARY KEY,
    workspace_id TEXT REFERENCES workspace (id) ON DELETE CASCADE,
    subject_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    receiver TEXT NOT NULL,
    sealed_content TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    next_attempt_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    sent_at BIGINT
);
CREATE INDEX letter_due ON letter (next_attempt_at) WHERE state = 'waiting';
CREATE INDEX letter_subject ON letter (subject_id);
CREATE INDEX letter_workspace ON letter (workspace_id, created_at);

ALTER TABLE app_user ADD COLUMN language TEXT NOT NULL DEFAULT 'nb';
)sql";
}

}  // namespace busy24::store
