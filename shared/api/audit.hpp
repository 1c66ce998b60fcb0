// What people did to the workspace: who, when, before and after.
#pragma once

#include <string>
#include <vector>

#include "shared/api/endpoint.hpp"

namespace busy24::api {

// One word for each thing that a person can do to settings, links, users, credentials and projects.
enum class AuditAction {
    user_invited,
    invitation_renewed,
    invitation_withdrawn,
    invitation_accepted,
    user_changed,
    user_matched,
    password_changed,
    password_reset_requested,
    profile_changed,
    sessions_ended,
    connected,
    switches_changed,
    policy_changed,
    account_changed,
    disconnected,
    mirror_paused,
    mirror_resumed,
    mirror_started,
    mirror_cancelled,
    held_run_decided,
    problem_decided,
    conflict_decided,
    question_decided,
    link_changed,
    roles_saved,
    setup_applied,
    setup_undone,
    member_changed,
    reminder_sent,
    recipients_changed,
    data_exported,
    project_created,
    project_changed,
};
constexpr auto words(AuditAction) {
    using enum AuditAction;
    return std::array{word(user_invited, "user_invited"),
                      word(invitation_renewed, "invitation_renewed"),
                      word(invitation_withdrawn, "invitation_withdrawn"),
                      word(invitation_accepted, "invitation_accepted"),
                      word(user_changed, "user_changed"),
                      word(user_matched, "user_matched"),
                      word(password_changed, "password_changed"),
                      word(password_reset_requested, "password_reset_requested"),
                      word(profile_changed, "profile_changed"),
                      word(sessions_ended, "sessions_ended"),
                      word(connected, "connected"),
                      word(switches_changed, "switches_changed"),
                      word(policy_changed, "policy_changed"),
                      word(account_changed, "account_changed"),
                      word(disconnected, "disconnected"),
                      word(mirror_paused, "mirror_paused"),
                      word(mirror_resumed, "mirror_resumed"),
                      word(mirror_started, "mirror_started"),
                      word(mirror_cancelled, "mirror_cancelled"),
                      word(held_run_decided, "held_run_decided"),
                      word(problem_decided, "problem_decided"),
                      word(conflict_decided, "conflict_decided"),
                      word(question_decided, "question_decided"),
                      word(link_changed, "link_changed"),
                      word(roles_saved, "roles_saved"),
                      word(setup_applied, "setup_applied"),
                      word(setup_undone, "setup_undone"),
                      word(member_changed, "member_changed"),
                      word(reminder_sent, "reminder_sent"),
                      word(recipients_changed, "recipients_changed"),
                      word(data_exported, "data_exported"),
                      word(project_created, "project_created"),
                      word(project_changed, "project_changed")};
}

// One thing that was done. A person and a subject keep the names that they had then.
struct AuditLine {
    std::int64_t number = 0;  // from 1, the oldest
    std::int64_t noted_at_ms = 0;
    std::string actor;  // empty for the program itself
    AuditAction action = AuditAction::user_changed;
    std::string subject;  // empty for the workspace itself
    // "role=employee; is_active=yes", or one word or text without a name.
    std::string before_value;
    std::string after_value;
    static constexpr auto fields() {
        return std::tuple{field("number", &AuditLine::number),
                          field("notedAtMs", &AuditLine::noted_at_ms),
                          field("actor", &AuditLine::actor),
                          field("action", &AuditLine::action),
                          field("subject", &AuditLine::subject),
                          field("beforeValue", &AuditLine::before_value),
                          field("afterValue", &AuditLine::after_value)};
    }
    bool operator==(const AuditLine&) const = default;
};

// What an action is about: how the log is filtered.
enum class AuditKind { all, settings, links, users, credentials, mirror, projects };
constexpr auto words(AuditKind) {
    return std::array{word(AuditKind::all, "all"),
                      word(AuditKind::settings, "settings"),
                      word(AuditKind::links, "links"),
                      word(AuditKind::users, "users"),
                      word(AuditKind::credentials, "credentials"),
                      word(AuditKind::mirror, "mirror"),
                      word(AuditKind::projects, "projects")};
}

// The newest first. Failures: invalid for a limit outside 1 to 200 or a search over 200 bytes.
struct ListAudit {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/audit", Access::administrator};
    static constexpr std::int64_t limit_max = 200;
    static constexpr std::size_t search_bytes_max = 200;
    struct Reply {
        std::vector<AuditLine> lines;
        std::int64_t total = 0;
        static constexpr auto fields() {
            return std::tuple{field("lines", &Reply::lines), field("total", &Reply::total)};
        }
        bool operator==(const Reply&) const = default;
    };
    std::string search;  // in names and values
    AuditKind kind = AuditKind::all;
    std::int64_t since_ms = 0;  // 0: from the beginning
    std::int64_t offset = 0;
    std::int64_t limit = 50;
    static constexpr auto fields() {
        return std::tuple{field("search", &ListAudit::search), field("kind", &ListAudit::kind),
                          field("sinceMs", &ListAudit::since_ms),
                          field("offset", &ListAudit::offset), field("limit", &ListAudit::limit)};
    }
};

// Whether the whole log is as it was written; each entry's hash covers the one before it.
struct CheckAudit {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/audit/check", Access::administrator};
    struct Reply {
        std::int64_t count = 0;
        std::int64_t first_broken = 0;  // the first entry that does not fit; 0 when all do
        static constexpr auto fields() {
            return std::tuple{field("count", &Reply::count),
                              field("firstBroken", &Reply::first_broken)};
        }
        bool operator==(const Reply&) const = default;
    };
    static constexpr auto fields() { return std::tuple{}; }
};

// The log as a table for a spreadsheet, filtered as the list is: all entries, the newest first,
// with their hashes. Failures: invalid for a search over 200 bytes.
struct ExportAudit {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/audit.csv", Access::administrator};
    using Reply = Csv;
    std::string search;
    AuditKind kind = AuditKind::all;
    std::int64_t since_ms = 0;
    static constexpr auto fields() {
        return std::tuple{field("search", &ExportAudit::search), field("kind", &ExportAudit::kind),
                          field("sinceMs", &ExportAudit::since_ms)};
    }
};

}  // namespace busy24::api
