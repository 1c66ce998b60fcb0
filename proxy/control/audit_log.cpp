// Checks what is asked for, and reads the log.
#include "proxy/control/audit_log.hpp"

#include "proxy/http/csv.hpp"

namespace busy24::control {

namespace {

// Some 200 KB of text: the log may be longer than what should stand in memory at once.
constexpr std::size_t lines_per_piece = 1000;

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

Result<api::Csv> AuditLog::table(http::Caller& caller, const api::ExportAudit& call) {
    if (call.search.size() > api::ListAudit::search_bytes_max)
        return Error{ErrorCode::invalid, "a short search"};
    caller.stream = [this, workspace = caller.session->workspace,
                     wanted = api::ListAudit{.search = call.search,
                                             .kind = call.kind,
                                             .since_ms = call.since_ms,
                                             .limit = lines_per_piece}](const auto& write) {
        return write_table(workspace, wanted, write);
    };
    return api::Csv{};
}

Result<> AuditLog::write_table(const WorkspaceId& workspace, const api::ListAudit& wanted,
                               const std::function<bool(std::string_view)>& write) {
    auto piece = http::csv_head<store::AuditEntry>();
    std::optional<std::int64_t> below;
    while (true) {
        const auto entries = TRY(audit_.entries(workspace, wanted, below));
        piece += http::csv_lines<store::AuditEntry>(entries);
        if (!write(piece)) return Error{ErrorCode::unavailable, "nobody takes the log any more"};
        if (entries.size() < lines_per_piece) return {};
        below = entries.back().number;
        piece.clear();
    }
}

}  // namespace busy24::control
