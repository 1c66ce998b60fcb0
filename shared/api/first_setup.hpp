// Calls about first-time setup: which role stands for which, what will happen, doing it, undoing
// it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/api/members.hpp"

namespace busy24::api {

// A role of 24SevenOffice, and what it is in Busy.
struct RoleRow {
    std::string key;            // the role's number; empty for having none
    std::string name;           // in 24SevenOffice
    std::int64_t people = 0;    // that have it
    std::int64_t projects = 0;  // that they have it in
    ProjectRole role = ProjectRole::participant;
    static constexpr auto fields() {
        return std::tuple{field("key", &RoleRow::key), field("name", &RoleRow::name),
                          field("people", &RoleRow::people), field("projects", &RoleRow::projects),
                          field("role", &RoleRow::role)};
    }
    bool operator==(const RoleRow&) const = default;
};

struct SetupCounts {
    std::int64_t added = 0;
    std::int64_t changed = 0;  // got another role
    std::int64_t removed = 0;
    static constexpr auto fields() {
        return std::tuple{field("added", &SetupCounts::added),
                          field("changed", &SetupCounts::changed),
                          field("removed", &SetupCounts::removed)};
    }
    bool operator==(const SetupCounts&) const = default;
    std::int64_t total() const { return added + changed + removed; }
};

enum class SetupState { applying, applied, undoing, undone };
constexpr auto words(SetupState) {
    using enum SetupState;
    return std::array{word(applying, "applying"), word(applied, "applied"),
                      word(undoing, "undoing"), word(undone, "undone")};
}

struct SetupRun {
    std::string id;
    SetupState state = SetupState::applying;
    std::string started_by;
    std::int64_t started_at_ms = 0;
    std::int64_t total = 0;
    std::int64_t done = 0;  // of what is being done, or undone
    SetupCounts counts;
    std::int64_t restored = 0;    // by undoing
    std::int64_t left_alone = 0;  // by undoing: changed since
    static constexpr auto fields() {
        return std::tuple{field("id", &SetupRun::id),
                          field("state", &SetupRun::state),
                          field("startedBy", &SetupRun::started_by),
                          field("startedAtMs", &SetupRun::started_at_ms),
                          field("total", &SetupRun::total),
                          field("done", &SetupRun::done),
                          field("counts", &SetupRun::counts),
                          field("restored", &SetupRun::restored),
                          field("leftAlone", &SetupRun::left_alone)};
    }
    bool operator==(const SetupRun&) const = default;
};

struct FirstSetup {
    std::vector<RoleRow> roles;  // by name
    ProjectRole default_role = ProjectRole::participant;
    std::int64_t projects = 0;          // active ones of 24SevenOffice
    std::int64_t projects_fetched = 0;  // whose members are known
    std::int64_t strangers = 0;         // who take part and are no employees
    SetupCounts plan;
    std::int64_t kept = 0;       // changed by hand since, so that they stay
    std::string version;         // of the plan
    std::vector<SetupRun> runs;  // the newest first, ten at most
    static constexpr auto fields() {
        return std::tuple{field("roles", &FirstSetup::roles),
                          field("defaultRole", &FirstSetup::default_role),
                          field("projects", &FirstSetup::projects),
                          field("projectsFetched", &FirstSetup::projects_fetched),
                          field("strangers", &FirstSetup::strangers),
                          field("plan", &FirstSetup::plan),
                          field("kept", &FirstSetup::kept),
                          field("version", &FirstSetup::version),
                          field("runs", &FirstSetup::runs)};
    }
    bool operator==(const FirstSetup&) const = default;
};

struct GetFirstSetup {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/setup", Access::administrator};
    using Reply = FirstSetup;
    static constexpr auto fields() { return std::tuple{}; }
};

struct RoleChoice {
    std::string key;
    ProjectRole role = ProjectRole::participant;
    static constexpr auto fields() {
        return std::tuple{field("key", &RoleChoice::key), field("role", &RoleChoice::role)};
    }
    bool operator==(const RoleChoice&) const = default;
};

// Failures: invalid for more than 200 roles or a key over 20 bytes.
struct SaveSetupRoles {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/setup/roles", Access::administrator};
    using Reply = FirstSetup;
    std::vector<RoleChoice> roles;
    ProjectRole default_role = ProjectRole::participant;
    static constexpr auto fields() {
        return std::tuple{field("roles", &SaveSetupRoles::roles),
                          field("defaultRole", &SaveSetupRoles::default_role)};
    }
};

enum class PreviewBy { project, person };
constexpr auto words(PreviewBy) {
    return std::array{word(PreviewBy::project, "project"), word(PreviewBy::person, "person")};
}

struct SetupStep {
    std::string name;  // of the person, or of the project
    ProjectRole before = ProjectRole::none;
    ProjectRole after = ProjectRole::none;
    static constexpr auto fields() {
        return std::tuple{field("name", &SetupStep::name), field("before", &SetupStep::before),
                          field("after", &SetupStep::after)};
    }
    bool operator==(const SetupStep&) const = default;
};

// What will happen to one project, or to one person.
struct PreviewRow {
    std::string id;
    std::string name;
    SetupCounts counts;
    std::vector<SetupStep> steps;  // the first few
    static constexpr auto fields() {
        return std::tuple{field("id", &PreviewRow::id), field("name", &PreviewRow::name),
                          field("counts", &PreviewRow::counts), field("steps", &PreviewRow::steps)};
    }
    bool operator==(const PreviewRow&) const = default;
};

// Failures: invalid for a limit outside 1 to 200.
struct PreviewSetup {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/setup/preview", Access::administrator};
    static constexpr std::int64_t limit_max = 200;
    static constexpr std::size_t steps_max = 5;
    struct Reply {
        std::vector<PreviewRow> rows;  // by name
        std::int64_t total = 0;
        static constexpr auto fields() {
            return std::tuple{field("rows", &Reply::rows), field("total", &Reply::total)};
        }
        bool operator==(const Reply&) const = default;
    };
    PreviewBy by = PreviewBy::project;
    std::int64_t offset = 0;
    std::int64_t limit = 50;
    static constexpr auto fields() {
        return std::tuple{field("by", &PreviewSetup::by), field("offset", &PreviewSetup::offset),
                          field("limit", &PreviewSetup::limit)};
    }
};

// Carries out the plan that was seen, in the background. Failures: conflict "plan_changed" when it
// is another one by now; conflict "setup_under_way".
struct ApplySetup {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/setup/apply", Access::administrator};
    using Reply = FirstSetup;
    std::string version;
    static constexpr auto fields() { return std::tuple{field("version", &ApplySetup::version)}; }
};

// Everything becomes what it was before, but for what was touched since. Failures: not_found;
// conflict "setup_under_way", or "undone" for one that is.
struct UndoSetup {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/setup/undo", Access::administrator};
    using Reply = FirstSetup;
    std::string id;
    static constexpr auto fields() { return std::tuple{field("id", &UndoSetup::id)}; }
};

}  // namespace busy24::api
