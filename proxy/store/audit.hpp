// The audit log: what people did to settings, links, users and credentials. Only ever appended to:
// the database refuses the rest, each entry's hash covers the one before it, and the newest is
// sealed, so that a change afterwards shows, and so does a lost end.
#pragma once

#include "proxy/security/vault.hpp"
#include "proxy/store/table.hpp"
#include "shared/api/audit.hpp"
#include "shared/ids.hpp"

namespace busy24::store {

struct AuditEntry {
    static constexpr std::string_view table = "audit";
    WorkspaceId workspace_id;
    std::int64_t number = 0;  // from 1, without gaps
    Instant noted_at;
    std::string actor_id;  // a user; empty for the program itself
    std::string actor_name;
    api::AuditAction action = api::AuditAction::user_changed;
    std::string subject_id;    // what it was done to; empty for the workspace itself
    std::string subject_name;  // as it was called then
    std::string before_value;  // texts for people and programs; never a secret
    std::string after_value;
    std::string hash;
    static constexpr auto fields() {
        return std::tuple{field("workspace_id", &AuditEntry::workspace_id),
                          field("number", &AuditEntry::number),
                          field("noted_at", &AuditEntry::noted_at),
                          field("actor_id", &AuditEntry::actor_id),
                          field("actor_name", &AuditEntry::actor_name),
                          field("action", &AuditEntry::action),
                          field("subject_id", &AuditEntry::subject_id),
                          field("subject_name", &AuditEntry::subject_name),
                          field("before_value", &AuditEntry::before_value),
                          field("after_value", &AuditEntry::after_value),
                          field("hash", &AuditEntry::hash)};
    }
    bool operator==(const AuditEntry&) const = default;
};

// The newest entry of a workspace, told by somebody who has the program's key.
struct AuditHead {
    static constexpr std::string_view table = "audit_head";
    WorkspaceId workspace_id;
    std::string sealed;
    static constexpr auto fields() {
        return std::tuple{field("workspace_id", &AuditHead::workspace_id),
                          field("sealed", &AuditHead::sealed)};
    }
    bool operator==(const AuditHead&) const = default;
};

// What an action is about.
api::AuditKind kind_of(api::AuditAction action);

// Thread-safe, as its database is.
class Audit {
public:
    Audit(Database& database, security::Vault& vault) : database_(database), vault_(vault) {}
    // In the transaction of what it tells about, so that the one is never without the other; in one
    // of its own when it tells of nothing else. The number and the hash are filled in here.
    Result<> append(AuditEntry entry);
    // The newest first. Errors: those of the database.
    Result<api::ListAudit::Reply> page(const WorkspaceId& workspace, const api::ListAudit& call);
    // The same entries as they are stored. Below the number of one that was read before, others
    // that come in between do not move the rest.
    Result<std::vector<AuditEntry>> entries(const WorkspaceId& workspace,
                                            const api::ListAudit& call,
                                            std::optional<std::int64_t> below = std::nullopt);
    Result<std::int64_t> count(const WorkspaceId& workspace);
    // Whether nothing was changed or taken away since it was written: the number of the first entry
    // that does not fit, or is missing at the end; nullopt when all do.
    Result<std::optional<std::int64_t>> first_broken(const WorkspaceId& workspace);
    // Believes every log as it is now: for a database from before there were heads.
    Result<> seal_all();

private:
    Result<> seal(const AuditEntry& newest);
    Result<bool> is_sealed(const AuditEntry& newest);
    Database& database_;
    security::Vault& vault_;
};

}  // namespace busy24::store
