// Migration 11: who came in with which 24SevenOffice account.
#include "proxy/store/schema.hpp"

namespace busy24::store {

std::string_view sign_in_schema() {
    return R"sql(
ALTER TABLE app_user ADD COLUMN erp_username TEXT NOT NULL DEFAULT '';
CREATE INDEX app_user_erp_username ON app_user (erp_username);
CREATE INDEX app_user_contact ON app_user (workspace_id, contact_id);
CREATE INDEX person_email ON person (email);
CREATE INDEX invitation_email ON invitation (email);
CREATE INDEX user_session_user ON user_session (user_id);
)sql";
}

}  // namespace busy24::store
