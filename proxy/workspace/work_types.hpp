// Work types of the workspace: what an hour was spent on, and whether it is billed.
#pragma once

#include <optional>

#include "proxy/workspace/rows.hpp"

namespace busy24::workspace {

struct WorkType {
    static constexpr std::string_view table = "work_type";
    std::string id;
    WorkspaceId workspace_id;
    std::optional<std::int64_t> number;  // the id in 24SevenOffice
    std::string name;
    std::string folded_name;
    bool is_billable = false;
    std::optional<std::int64_t> price_ore;  // per hour, in øre; nullopt when none is set
    bool is_active = true;
    Instant changed_at;
    static constexpr auto fields() {
        return std::tuple{field("id", &WorkType::id),
                          field("workspace_id", &WorkType::workspace_id),
                          field("number", &WorkType::number),
                          field("name", &WorkType::name),
                          field("folded_name", &WorkType::folded_name),
                          field("is_billable", &WorkType::is_billable),
                          field("price_ore", &WorkType::price_ore),
                          field("is_active", &WorkType::is_active),
                          field("changed_at", &WorkType::changed_at)};
    }
    bool operator==(const WorkType&) const = default;
};

}  // namespace busy24::workspace
