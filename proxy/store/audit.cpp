// Chains the entries of the audit log.
#include "proxy/store/audit.hpp"

#include "proxy/security/digest.hpp"
#include "shared/norwegian.hpp"

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

// The program's own key: a workspace's may be missing, and must not be made in a transaction.
security::Place place_of(const WorkspaceId& workspace) {
    return {.table = AuditHead::table, .column = "sealed", .workspace = "", .row = workspace.text};
}

std::string head_of(const AuditEntry& newest) {
    return std::to_string(newest.number) + ':' + newest.hash;
}

// What is searched in, beside the entry and not part of its hash.
struct SearchableEntry : AuditEntry {
    std::string folded;
    static constexpr auto fields() {
        return std::tuple_cat(AuditEntry::fields(),
                              std::tuple{field("folded", &SearchableEntry::folded)});
    }
};

std::string searchable_text(const AuditEntry& entry) {
    return folded(entry.actor_name + ' ' + entry.subject_name + ' ' + entry.before_value + ' ' +
                  entry.after_value);
}

// For LIKE ... ESCAPE '!'.
std::string pattern_for(std::string_view text) {
    std::string pattern = "%";
    for (const char c : folded(text)) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c;
    }
    return pattern + '%';
}

// The words are our own, so that they can stand in the text.
std::string words_of(api::AuditKind kind) {
    std::string list;
    for (const auto& row : words(api::AuditAction{}))
        if (kind_of(row.value) == kind) ((list += list.empty() ? "'" : ", '") += row.text) += '\'';
    return list;
}

struct Selection {
    std::string where;
    std::vector<Value> values;
};

// Of the entries that the call asks for, all of them.
Selection selection_of(const WorkspaceId& workspace, const api::ListAudit& call) {
    Selection wanted{" FROM audit WHERE workspace_id = $1 AND noted_at >= $2",
                     {workspace.text, to_value(call.since_ms)}};
    if (call.kind != api::AuditKind::all)
        wanted.where += " AND action IN (" + words_of(call.kind) + ")";
    if (!call.search.empty()) {
        wanted.values.push_back(pattern_for(call.search));
        wanted.where += " AND folded LIKE $3 ESCAPE '!'";
    }
    return wanted;
}

// Read in parts, so that a long log never stands in memory as a whole.
constexpr std::int64_t part_size = 1000;

}  // namespace

Result<> Audit::append(AuditEntry entry) {
    auto transaction = TRY(Transaction::begin(database_));
    const auto newest = TRY(select_all<AuditEntry>(
        database_, {equals("workspace_id", entry.workspace_id)}, "ORDER BY number DESC LIMIT 1"));
    entry.number = newest.empty() ? 1 : newest.front().number + 1;
    entry.hash = hash_of(entry, newest.empty() ? std::string() : newest.front().hash);
    TRY(seal(entry));
    auto text = searchable_text(entry);
    TRY(insert(database_, SearchableEntry{std::move(entry), std::move(text)}));
    return transaction.commit();
}

Result<> Audit::seal(const AuditEntry& newest) {
    auto sealed = TRY(vault_.seal(Secret(head_of(newest)), place_of(newest.workspace_id)));
    return upsert(database_, AuditHead{newest.workspace_id, std::move(sealed)}, {"workspace_id"});
}

Result<bool> Audit::is_sealed(const AuditEntry& newest) {
    const auto heads =
        TRY(select_all<AuditHead>(database_, {equals("workspace_id", newest.workspace_id)}));
    if (heads.empty()) return false;
    const auto head = vault_.unseal(heads.front().sealed, place_of(newest.workspace_id));
    return head.ok() && head.value().reveal() == head_of(newest);
}

Result<> Audit::seal_all() {
    auto transaction = TRY(Transaction::begin(database_));
    for (const auto& row : TRY(database_.query("SELECT DISTINCT workspace_id FROM audit")))
        for (const auto& entry : TRY(entries(WorkspaceId{*row[0]}, {.limit = 1}))) TRY(seal(entry));
    return transaction.commit();
}

Result<api::ListAudit::Reply> Audit::page(const WorkspaceId& workspace,
                                          const api::ListAudit& call) {
    const auto wanted = selection_of(workspace, call);
    api::ListAudit::Reply reply;
    const auto total = TRY(database_.query("SELECT COUNT(*)" + wanted.where, wanted.values));
    TRY(from_value(total[0][0], reply.total));
    for (auto& entry : TRY(entries(workspace, call)))
        reply.lines.push_back({.number = entry.number,
                               .noted_at_ms = entry.noted_at.ms,
                               .actor = std::move(entry.actor_name),
                               .action = entry.action,
                               .subject = std::move(entry.subject_name),
                               .before_value = std::move(entry.before_value),
                               .after_value = std::move(entry.after_value)});
    return reply;
}

Result<std::vector<AuditEntry>> Audit::entries(const WorkspaceId& workspace,
                                               const api::ListAudit& call,
                                               std::optional<std::int64_t> below) {
    auto wanted = selection_of(workspace, call);
    const auto add = [&](std::string_view words, std::int64_t value) {
        wanted.values.push_back(to_value(value));
        (wanted.where += words) += std::to_string(wanted.values.size());
    };
    if (below) add(" AND number < $", *below);
    add(" ORDER BY number DESC LIMIT $", call.limit);
    add(" OFFSET $", call.offset);
    return from_rows<AuditEntry>(TRY(database_.query(
        "SELECT " + table_detail::columns<AuditEntry>() + wanted.where, wanted.values)));
}

Result<std::int64_t> Audit::count(const WorkspaceId& workspace) {
    const std::array<Value, 1> values{workspace.text};
    const auto rows =
        TRY(database_.query("SELECT COUNT(*) FROM audit WHERE workspace_id = $1", values));
    std::int64_t count = 0;
    TRY(from_value(rows[0][0], count));
    return count;
}

Result<std::optional<std::int64_t>> Audit::first_broken(const WorkspaceId& workspace) {
    AuditEntry before{.workspace_id = workspace};
    for (bool is_second_look = false;;) {
        const std::array<Value, 3> values{workspace.text, to_value(before.number),
                                          to_value(part_size)};
        const auto rows = TRY(database_.query("SELECT " + table_detail::columns<AuditEntry>() +
                                                  " FROM audit WHERE workspace_id = $1 AND "
                                                  "number > $2 ORDER BY number LIMIT $3",
                                              values));
        for (auto& entry : TRY(from_rows<AuditEntry>(rows))) {
            if (entry.number != before.number + 1 || entry.hash != hash_of(entry, before.hash))
                return std::optional(before.number + 1);
            before = std::move(entry);
        }
        if (!rows.empty()) {
            is_second_look = false;
            continue;
        }
        if (TRY(is_sealed(before))) return std::optional<std::int64_t>();
        // An entry that was written between the two readings is there at a second look.
        if (std::exchange(is_second_look, true)) return std::optional(before.number + 1);
    }
}

}  // namespace busy24::store
