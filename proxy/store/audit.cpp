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

// Read in parts, so that a long log never stands in memory as a whole.
constexpr std::int64_t part_size = 1000;

}  // namespace

Result<> Audit::append(AuditEntry entry) {
    auto transaction = TRY(Transaction::begin(database_));
    const auto newest = TRY(select_all<AuditEntry>(
        database_, {equals("workspace_id", entry.workspace_id)}, "ORDER BY number DESC LIMIT 1"));
    entry.number = newest.empty() ? 1 : newest.front().number + 1;
    entry.hash = hash_of(entry, newest.empty() ? std::string() : newest.front().hash);
    auto text = searchable_text(entry);
    TRY(insert(database_, SearchableEntry{std::move(entry), std::move(text)}));
    return transaction.commit();
}

Result<api::ListAudit::Reply> Audit::page(const WorkspaceId& workspace,
                                          const api::ListAudit& call) {
    std::vector<Value> values{workspace.text, to_value(call.since_ms)};
    std::string where = " FROM audit WHERE workspace_id = $1 AND noted_at >= $2";
    if (call.kind != api::AuditKind::all) where += " AND action IN (" + words_of(call.kind) + ")";
    if (!call.search.empty()) {
        values.push_back(pattern_for(call.search));
        where += " AND folded LIKE $3 ESCAPE '!'";
    }
    api::ListAudit::Reply reply;
    const auto total = TRY(database_.query("SELECT COUNT(*)" + where, values));
    TRY(from_value(total[0][0], reply.total));
    where += " ORDER BY number DESC LIMIT $" + std::to_string(values.size() + 1) + " OFFSET $" +
             std::to_string(values.size() + 2);
    values.push_back(to_value(call.limit));
    values.push_back(to_value(call.offset));
    const auto rows =
        TRY(database_.query("SELECT number, noted_at, actor_name, action, subject_name, "
                            "before_value, after_value" +
                                where,
                            values));
    reply.lines = TRY(from_rows<api::AuditLine>(rows));
    return reply;
}

Result<std::vector<AuditEntry>> Audit::newest(const WorkspaceId& workspace, std::int64_t limit) {
    return select_all<AuditEntry>(database_, {equals("workspace_id", workspace)},
                                  "ORDER BY number DESC LIMIT " + std::to_string(limit));
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
    std::string hash_before;
    std::int64_t number = 0;
    for (;;) {
        const std::array<Value, 3> values{workspace.text, to_value(number), to_value(part_size)};
        const auto rows = TRY(database_.query("SELECT " + table_detail::columns<AuditEntry>() +
                                                  " FROM audit WHERE workspace_id = $1 AND "
                                                  "number > $2 ORDER BY number LIMIT $3",
                                              values));
        const auto part = TRY(from_rows<AuditEntry>(rows));
        if (part.empty()) break;
        for (const auto& entry : part) {
            if (entry.number != ++number || entry.hash != hash_of(entry, hash_before))
                return std::optional(number);
            hash_before = entry.hash;
        }
    }
    return std::optional<std::int64_t>();
}

}  // namespace busy24::store
