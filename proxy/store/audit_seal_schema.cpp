// Migration 21: the audit log stays as it was written, and the loss of its end shows.
#include "proxy/store/schema.hpp"

namespace busy24::store {

// Where the workspace is gone, its log goes with it: by then the row is no more.
std::string_view audit_seal_schema() {
    return R"sql(
CREATE TABLE audit_head (
    workspace_id TEXT PRIMARY KEY REFERENCES workspace (id) ON DELETE CASCADE,
    sealed TEXT NOT NULL
);

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is never changed');
END;

-- INSERT OR REPLACE takes away without the trigger below.
CREATE TRIGGER audit_is_not_overwritten BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE workspace_id = new.workspace_id AND number = new.number)
BEGIN
    SELECT RAISE(ABORT, 'the audit log is never overwritten');
END;

CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
WHEN EXISTS (SELECT 1 FROM workspace WHERE id = old.workspace_id)
BEGIN
    SELECT RAISE(ABORT, 'the audit log is never shortened');
END;
)sql";
}

}  // namespace busy24::store
