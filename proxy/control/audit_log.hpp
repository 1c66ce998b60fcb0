// The calls by which an administrator reads the audit log.
#pragma once

#include <functional>

#include "proxy/http/caller.hpp"
#include "proxy/store/audit.hpp"

namespace busy24::control {

// Thread-safe. Every call is about the caller's own workspace.
class AuditLog {
public:
    explicit AuditLog(store::Audit& audit) : audit_(audit) {}

    Result<api::ListAudit::Reply> list(const http::Caller& caller, const api::ListAudit& call);
    Result<api::CheckAudit::Reply> check(const http::Caller& caller);
    // The whole of it, piece by piece.
    Result<api::Csv> table(http::Caller& caller, const api::ExportAudit& call);

private:
    Result<> write_table(const WorkspaceId& workspace, const api::ListAudit& wanted,
                         const std::function<bool(std::string_view)>& write);
    store::Audit& audit_;
};

}  // namespace busy24::control
