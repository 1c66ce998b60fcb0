// Migration 1: who may do what, and what is connected.
#include "proxy/store/schema.hpp"

namespace busy24::store {

std::string_view accounts_schema() {
    return R"sql(
CREATE TABLE workspace (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    tenant_id BIGINT NOT NULL,
    is_connected BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
-- One connected workspace per client of 24SevenOffice; drafts of it may be many.
CREATE UNIQUE INDEX workspace_tenant ON workspace (tenant_id) WHERE is_connected = 1;

CREATE TABLE connection (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    tenant_id BIGINT NOT NULL,
    tenant_name TEXT NOT NULL,
    identity_id TEXT NOT NULL,
    state TEXT NOT NULL,
    api_user_mode TEXT NOT NULL,
    api_user_name TEXT NOT NULL,
    has_projects BIGINT NOT NULL,
    has_work_types BIGINT NOT NULL,
    has_customers BIGINT NOT NULL,
    has_sso BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    connected_at BIGINT,
    last_contact_at BIGINT
);
CREATE INDEX connection_workspace ON connection (workspace_id);

CREATE TABLE app_user (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    contact_id BIGINT,
    role TEXT NOT NULL,
    is_active BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    last_login_at BIGINT,
    UNIQUE (workspace_id, email)
);
CREATE INDEX app_user_email ON app_user (email);

-- `owner` is a connection, and its password goes with it.
CREATE TABLE credential (
    owner TEXT PRIMARY KEY REFERENCES connection (id) ON DELETE CASCADE,
    username TEXT NOT NULL,
    identity_id TEXT NOT NULL,
    sealed_password TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE erp_session (
    session_key TEXT PRIMARY KEY,
    user_key TEXT NOT NULL,
    sealed_id TEXT NOT NULL,
    saved_at BIGINT NOT NULL
);

-- A data key per workspace, wrapped by the key file's key. The one of '' belongs to no workspace.
CREATE TABLE data_key (
    workspace_id TEXT PRIMARY KEY,
    wrapped_key TEXT NOT NULL
);

CREATE TABLE user_session (
    token_hash TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    username TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX user_session_seen ON user_session (seen_at);

CREATE TABLE onboarding (
    session_hash TEXT PRIMARY KEY REFERENCES user_session (token_hash)
        ON UPDATE CASCADE ON DELETE CASCADE,
    draft TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE login_attempt (
    id TEXT NOT NULL,
    subject TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (id, subject)
);
CREATE INDEX login_attempt_subject ON login_attempt (subject, at);
CREATE INDEX login_attempt_at ON login_attempt (at);
)sql";
}

}  // namespace busy24::store
