// Who did it and when, for the audit log.
#pragma once

#include "proxy/http/caller.hpp"
#include "proxy/store/audit.hpp"

namespace busy24::http {

// The caller must be signed in; what was done is for the caller of this to fill in.
inline store::AuditEntry audited(const Caller& caller, Instant now, api::AuditAction action) {
    return {.workspace_id = caller.session->workspace,
            .noted_at = now,
            .actor_id = caller.session->user.text,
            .actor_name = caller.session->user_name,
            .action = action};
}

}  // namespace busy24::http
