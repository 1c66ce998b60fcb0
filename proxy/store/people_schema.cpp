// Migration 9: who is invited, and the Busy passwords.
#include "proxy/store/schema.hpp"

namespace busy24::store {

std::string_view people_schema() {
    return R"sql(
CREATE TABLE invitation (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    contact_id BIGINT,
    role TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    invited_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    accepted_at BIGINT,
    withdrawn_at BIGINT
);
CREATE UNIQUE INDEX invitation_open ON invitation (workspace_id, email)
    WHERE accepted_at IS NULL AND withdrawn_at IS NULL;

-- One salt for all users with an e-mail address, so that a log-in costs the same wherever it leads.
CREATE TABLE account_salt (
    email TEXT PRIMARY KEY,
    salt TEXT NOT NULL
);
CREATE TABLE busy_password (
    user_id TEXT PRIMARY KEY REFERENCES app_user (id) ON DELETE CASCADE,
    key_hash TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);
)sql";
}

}  // namespace busy24::store
