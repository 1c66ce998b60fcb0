// Checks what is asked for, and reads the log.
#include "proxy/control/audit_log.hpp"

#include "proxy/http/csv.hpp"

namespace busy24::control {

namespace {

// Some 20 MB of text, which is still held in memory at once.
constexpr std::int64_t table_lines_max = 100'000;

}  // namespace

Result<api::ListAudit::Reply> AuditLog::list(const http::Caller& caller,
                                             const api::ListAudit& call) {
    const bool is_in_range = call.limit >= 1 && call.limit <= api::ListAudit::limit_max &&
                             call.offset >= 0 &&
                             call.search.size() <= api::ListAudit::search_bytes_max;
    if (!is_in_range)
        return Error{ErrorCode::invalid, "limit 1 to 200, offset from 0, a short search"};
    return audit_.page(caller.session->workspace, call);
}

Result<api::CheckAudit::Reply> AuditLog::check(const http::Caller& caller) {
    const auto& workspace = caller.session->workspace;
    const auto broken = TRY(audit_.first_broken(workspace));
    return api::CheckAudit::Reply{.count = TRY(audit_.count(workspace)),
                                  .first_broken = broken.value_or(0)};
}

Result<api::Csv> AuditLog::table(const http::Caller& caller, const api::ExportAudit& call) {
    if (call.search.size() > api::ListAudit::search_bytes_max)
        return Error{ErrorCode::invalid, "a short search"};
    const auto entries = TRY(audit_.entries(caller.session->workspace, {.search = call.search,
                                                                        .kind = call.kind,
                                                                        .since_ms = call.since_ms,
                                                                        .limit = table_lines_max}));
    return api::Csv{http::to_csv<store::AuditEntry>(entries)};
}

}  // namespace busy24::control
