// Chains the entries of the audit log.
#include "proxy/store/audit.hpp"

#include "proxy/security/digest.hpp"

namespace busy24::store {

namespace {

// Of everything but the hash itself, and of the entry before. Each value has its length before it,
// so that nothing can move from one into the next.
std::string hash_of(AuditEntry entry, const std::string& hash_before) {
    entry.hash = hash_before;
    std::string text;
    for_each_field<AuditEntry>([&](const auto& f) {
        const auto value = to_value(entry.*f.member).value_or("");
        text += std::to_string(value.size()) + ':' + value;
    });
    return security::sha256(text);
}

}  // namespace

Result<> Audit::append(AuditEntry entry) {
    const auto newest = TRY(select_all<AuditEntry>(
        database_, {equals("workspace_id", entry.workspace_id)}, "ORDER BY number DESC LIMIT 1"));
    entry.number = newest.empty() ? 1 : newest.front().number + 1;
    entry.hash = hash_of(entry, newest.empty() ? std::string() : newest.front().hash);
    return insert(database_, entry);
}

Result<std::optional<std::int64_t>> Audit::first_broken(const WorkspaceId& workspace) {
    std::string hash_before;
    std::int64_t number = 0;
    for (const auto& entry : TRY(select_all<AuditEntry>(
             database_, {equals("workspace_id", workspace)}, "ORDER BY number"))) {
        if (entry.number != ++number || entry.hash != hash_of(entry, hash_before))
            return std::optional(number);
        hash_before = entry.hash;
    }
    return std::optional<std::int64_t>();
}

}  // namespace busy24::store
