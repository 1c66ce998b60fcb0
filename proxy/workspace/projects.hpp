// Projects of the workspace: what hours are registered on.
#pragma once

#include <optional>

#include "proxy/workspace/rows.hpp"

namespace busy24::workspace {

// What an hour on the project must name.
enum class TimeRegistration { work_type, task };
constexpr auto words(TimeRegistration) {
    return std::array{word(TimeRegistration::work_type, "work_type"),
                      word(TimeRegistration::task, "task")};
}

enum class Approval { unset, needed, not_needed };
constexpr auto words(Approval) {
    return std::array{word(Approval::unset, "unset"), word(Approval::needed, "needed"),
                      word(Approval::not_needed, "not_needed")};
}

struct Project {
    static constexpr std::string_view table = "project";
    std::string id;
    WorkspaceId workspace_id;
    std::optional<std::int64_t> number;  // always the id in 24SevenOffice
    std::string name;
    std::string folded_name;
    std::optional<std::string> customer_id;
    std::optional<std::int64_t> customer_number;
    std::string description;
    std::string starts_on;  // 2026-06-05, or empty
    std::string ends_on;
    TimeRegistration time_registration = TimeRegistration::work_type;
    Approval approval = Approval::unset;
    bool is_active = true;
    Instant changed_at;
    static constexpr auto fields() {
        return std::tuple{field("id", &Project::id),
                          field("workspace_id", &Project::workspace_id),
                          field("number", &Project::number),
                          field("name", &Project::name),
                          field("folded_name", &Project::folded_name),
                          field("customer_id", &Project::customer_id),
                          field("customer_number", &Project::customer_number),
                          field("description", &Project::description),
                          field("starts_on", &Project::starts_on),
                          field("ends_on", &Project::ends_on),
                          field("time_registration", &Project::time_registration),
                          field("approval", &Project::approval),
                          field("is_active", &Project::is_active),
                          field("changed_at", &Project::changed_at)};
    }
    bool operator==(const Project&) const = default;
};

}  // namespace busy24::workspace
