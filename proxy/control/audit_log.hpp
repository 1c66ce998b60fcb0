// The calls by which an administrator reads the audit log.
#pragma once

#include "proxy/http/caller.hpp"
#include "proxy/store/audit.hpp"

namespace busy24::control {

// Thread-safe. Every call is about the caller's own workspace.
class AuditLog {
public:
    explicit AuditLog(store::Audit& audit) : audit_(audit) {}

    Result<api::ListAudit::Reply> list(const http::Caller& caller, const api::ListAudit& call);
    Result<api::CheckAudit::Reply> check(const http::Caller& caller);
    Result<api::Csv> table(const http::Caller& caller, const api::ExportAudit& call);

private:
    store::Audit& audit_;
};

}  // namespace busy24::control
