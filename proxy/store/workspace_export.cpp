// Reads table after table by its key, and writes each row as a JSON object.
#include "proxy/store/workspace_export.hpp"

#include <array>

#include "shared/json.hpp"

namespace busy24::store {

namespace {

constexpr std::size_t rows_per_piece = 200;

constexpr std::array tables{
    ExportedTable{"workspace", "workspace", "id", "name, tenant_id, is_connected, created_at",
                  Belonging::itself},
    ExportedTable{"connection", "connection", "id",
                  "tenant_id, tenant_name, identity_id, state, api_user_mode, api_user_name, "
                  "has_projects, has_work_types, has_customers, has_sso, created_at, connected_at, "
                  "last_contact_at, disconnected_at"},
    ExportedTable{"connectionHealth", "connection_health", "connection_id",
                  "checked_at, checks, trouble, broken_since", Belonging::to_connection},
    ExportedTable{"recipients", "connection_recipients", "workspace_id",
                  "is_all_administrators, emails"},
    ExportedTable{"mirror", "mirror_state", "connection_id",
                  "project_policy, read_at, compared_at, paused_until, pause_reason, is_wanted",
                  Belonging::to_connection},
    ExportedTable{"users", "app_user", "id",
                  "email, name, contact_id, role, is_active, created_at, last_login_at, "
                  "erp_username, language, matched_by"},
    ExportedTable{"invitations", "invitation", "id",
                  "email, name, contact_id, role, invited_by, created_at, expires_at, accepted_at, "
                  "withdrawn_at"},
    ExportedTable{"customers", "customer", "id",
                  "number, name, folded_name, organisation_number, kind, is_active, changed_at"},
    ExportedTable{"workTypes", "work_type", "id",
                  "number, name, folded_name, is_billable, price_ore, is_active, changed_at"},
    ExportedTable{"persons", "person", "id",
                  "number, employee_id, name, folded_name, email, is_active, changed_at"},
    ExportedTable{"projects", "project", "id",
                  "number, name, folded_name, customer_id, customer_number, description, "
                  "starts_on, ends_on, time_registration, approval, is_active, changed_at"},
    ExportedTable{"projectDetails", "project_detail", "project_id",
                  "members_at, is_members_due, work_types_at, needed_at, attempts, retry_at"},
    ExportedTable{"projectMembers", "project_member", "project_id, contact_id",
                  "person_id, name, role_number, role_name, state, takes_part"},
    ExportedTable{"projectWorkTypes", "project_work_type", "project_id, number", "name"},
    ExportedTable{"memberships", "membership", "project_id, member_id", "role, setup_id"},
    ExportedTable{"setupRoles", "setup_role", "workspace_id, role_key", "role"},
    ExportedTable{"setups", "setup_run", "id",
                  "state, started_by, started_at, total, done, added, changed, removed, restored, "
                  "left_alone"},
    ExportedTable{"setupChanges", "setup_change", "setup_id, position",
                  "project_id, member_id, before_role, before_setup, after_role",
                  Belonging::to_setup},
    ExportedTable{"helpRatings", "help_rating", "workspace_id, user_id, article",
                  "user_name, is_found, comment, rated_at"},
    ExportedTable{"links", "link", "connection_id, entity, erp_id",
                  "busy_id, base_hash, base_body, linked_at", Belonging::to_connection},
    ExportedTable{"leftAlone", "left_alone", "connection_id, entity, busy_id", "erp_id, since",
                  Belonging::to_connection},
    ExportedTable{"refused", "refused", "connection_id, entity, erp_id", "hash, since",
                  Belonging::to_connection},
    ExportedTable{"changes", "busy_change", "workspace_id, entity, busy_id", "changed_at"},
    ExportedTable{"outbox", "outbox", "id",
                  "entity, busy_id, erp_id, before_body, body, state, attempts, reason, detail, "
                  "created_at, first_tried_at, try_at",
                  Belonging::to_connection},
    ExportedTable{"conflicts", "conflict", "connection_id, entity, busy_id, member",
                  "erp_value, busy_value, opened_at, decision", Belonging::to_connection},
    ExportedTable{"history", "journal", "id",
                  "entity, busy_id, erp_id, run_id, noted_at, rule, member, before_value, "
                  "after_value",
                  Belonging::to_connection},
    ExportedTable{"runs", "run", "id",
                  "phase, is_started, is_cancelled, switches, generation, started_by, created_at, "
                  "read_at, started_at, finished_at, attempts, failure_code, failure_reason, "
                  "retry_at, scope, is_approved, may_write_many"},
    ExportedTable{"runEntities", "run_entity", "run_id, entity",
                  "position, is_read, total, created, changed, unchanged, skipped, failed, "
                  "is_planned",
                  Belonging::to_run},
    ExportedTable{"runRecords", "run_record", "run_id, entity, erp_id",
                  "busy_id, action, outcome, reason, label, folded_label, number, is_active",
                  Belonging::to_run},
    ExportedTable{"audit", "audit", "workspace_id, number",
                  "noted_at, actor_id, actor_name, action, subject_id, subject_name, before_value, "
                  "after_value, hash, folded"},
};

std::vector<std::string_view> split(std::string_view list) {
    std::vector<std::string_view> names;
    while (!list.empty()) {
        const auto comma = list.find(", ");
        names.push_back(list.substr(0, comma));
        list.remove_prefix(comma == list.npos ? list.size() : comma + 2);
    }
    return names;
}

std::string_view condition_of(Belonging belonging) {
    switch (belonging) {
        case Belonging::itself:
            return "id = $1";
        case Belonging::to_workspace:
            return "workspace_id = $1";
        case Belonging::to_connection:
            return "connection_id IN (SELECT id FROM connection WHERE workspace_id = $1)";
        case Belonging::to_run:
            return "run_id IN (SELECT id FROM run WHERE workspace_id = $1)";
        case Belonging::to_setup:
            return "setup_id IN (SELECT id FROM setup_run WHERE workspace_id = $1)";
    }
    return {};
}

// "(a, b) > ($2, $3)"
std::string after(std::string_view key, std::size_t count) {
    std::string text = "(" + std::string(key) + ") > (";
    for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "$" : ", $") + std::to_string(i + 2);
    return text + ")";
}

void write_row(std::string& out, const std::vector<std::string_view>& names, const Row& row) {
    char separator = '{';
    for (std::size_t i = 0; i < names.size(); ++i) {
        out += std::exchange(separator, ',');
        write_json_text(out, names[i]);
        out += ':';
        const auto& value = row[i];
        if (!value)
            out += "null";
        else if (value.is_number())
            out += *value;
        else
            write_json_text(out, *value);
    }
    out += '}';
}

class Exporter {
public:
    Exporter(Database& database, const WorkspaceId& workspace,
             const std::function<bool(std::string_view)>& write)
        : database_(database), workspace_(workspace), write_(write) {}

    Result<> write(std::string text) {
        if (write_(text)) return {};
        return Error{ErrorCode::unavailable, "nobody takes the export any more"};
    }

    Result<> write_table(const ExportedTable& table) {
        auto names = split(table.key);
        const auto key_size = names.size();
        for (const auto name : split(table.columns)) names.push_back(name);
        std::string text = ",";
        write_json_text(text, table.name);
        text += ":[";
        std::vector<Value> bound{workspace_.text};
        while (true) {
            const auto rows = TRY(database_.query(query_of(table, key_size, bound), bound));
            for (const auto& row : rows) {
                if (text.back() == '}') text += ',';
                write_row(text, names, row);
            }
            if (rows.size() < rows_per_piece) break;
            bound.resize(1);
            bound.insert(bound.end(), rows.back().begin(),
                         rows.back().begin() + static_cast<std::ptrdiff_t>(key_size));
            TRY(write(std::exchange(text, std::string(1, ','))));
        }
        return write(text + ']');
    }

private:
    static std::string query_of(const ExportedTable& table, std::size_t key_size,
                                const std::vector<Value>& bound) {
        std::string text = "SELECT " + std::string(table.key) + ", " + std::string(table.columns) +
                           " FROM " + std::string(table.table) + " WHERE " +
                           std::string(condition_of(table.belonging));
        if (bound.size() > 1) text += " AND " + after(table.key, key_size);
        return text + " ORDER BY " + std::string(table.key) + " LIMIT " +
               std::to_string(rows_per_piece);
    }

    Database& database_;
    const WorkspaceId& workspace_;
    const std::function<bool(std::string_view)>& write_;
};

}  // namespace

std::span<const ExportedTable> exported_tables() { return tables; }

Result<> export_workspace(Database& database, const WorkspaceId& workspace, Instant now,
                          const std::function<bool(std::string_view)>& write) {
    Exporter exporter(database, workspace, write);
    std::string head = R"({"format":"busy24-workspace","version":1,"exportedAt":)";
    write_json_text(head, to_iso8601(now));
    TRY(exporter.write(std::move(head)));
    for (const auto& table : tables) TRY(exporter.write_table(table));
    return exporter.write("}\n");
}

}  // namespace busy24::store
