// Migration 24: how users were matched to contacts.
#include "proxy/store/schema.hpp"

namespace busy24::store {

// Who is matched already was so by what the readiness board has said until now: whoever came in
// with an account by the log-in, whoever has the contact's address by that, the others by hand.
std::string_view matched_by_schema() {
    return R"sql(
ALTER TABLE app_user ADD COLUMN matched_by TEXT NOT NULL DEFAULT 'nothing';
UPDATE app_user SET matched_by = CASE
    WHEN erp_username <> '' THEN 'login'
    WHEN EXISTS (SELECT 1 FROM person p WHERE p.workspace_id = app_user.workspace_id
                 AND p.number = app_user.contact_id AND p.email = app_user.email) THEN 'email'
    ELSE 'hand' END
WHERE contact_id IS NOT NULL;
)sql";
}

}  // namespace busy24::store
