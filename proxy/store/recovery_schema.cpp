// Migration 16: links for a new password, and browsers that accounts have logged in from.
#include "proxy/store/schema.hpp"

namespace busy24::store {

std::string_view recovery_schema() {
    return R"sql(
CREATE TABLE password_reset (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL,
    user_id TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX password_reset_email ON password_reset (email, user_id);

CREATE TABLE known_device (
    token_hash TEXT NOT NULL,
    account_hash TEXT NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (token_hash, account_hash)
);
CREATE INDEX known_device_account ON known_device (account_hash);
)sql";
}

}  // namespace busy24::store
