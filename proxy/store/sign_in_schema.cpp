// Migration 11: who came in with which 24SevenOffice account, from what, and the devices that did.
#include "proxy/store/schema.hpp"

namespace busy24::store {

std::string_view sign_in_schema() {
    return R"sql(
ALTER TABLE app_user ADD COLUMN erp_username TEXT NOT NULL DEFAULT '';
CREATE INDEX app_user_erp_username ON app_user (erp_username);
CREATE INDEX app_user_contact ON app_user (workspace_id, contact_id);
CREATE INDEX person_email ON person (email);
CREATE INDEX invitation_email ON invitation (email);

ALTER TABLE user_session ADD COLUMN browser TEXT NOT NULL DEFAULT 'other';
ALTER TABLE user_session ADD COLUMN platform TEXT NOT NULL DEFAULT 'other';
ALTER TABLE user_session ADD COLUMN has_choice BIGINT NOT NULL DEFAULT 0;
CREATE INDEX user_session_user ON user_session (user_id);

-- Both are hashes: the table is no list of who logs in, and no way to be taken for a device.
CREATE TABLE known_device (
    token_hash TEXT NOT NULL,
    account_hash TEXT NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (token_hash, account_hash)
);
CREATE INDEX known_device_account ON known_device (account_hash, seen_at);
)sql";
}

}  // namespace busy24::store
