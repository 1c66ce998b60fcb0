// The work types that hours on a project may name, where a project names them at all.
#pragma once

#include "proxy/store/table.hpp"
#include "proxy/workspace/place.hpp"
#include "shared/api/project_details.hpp"

namespace busy24::workspace {

struct AllowedWorkType {
    static constexpr std::string_view table = "project_work_type";
    std::string project_id;
    std::int64_t number = 0;  // the id in 24SevenOffice
    WorkspaceId workspace_id;
    std::string name;  // as it was when it was fetched
    static constexpr auto fields() {
        return std::tuple{field("project_id", &AllowedWorkType::project_id),
                          field("number", &AllowedWorkType::number),
                          field("workspace_id", &AllowedWorkType::workspace_id),
                          field("name", &AllowedWorkType::name)};
    }
    bool operator==(const AllowedWorkType&) const = default;
};

// The project allows these from now on; every one when there are none. Inside a transaction.
Result<> replace_allowed(const Place& place, const std::string& project_id,
                         const std::vector<AllowedWorkType>& allowed);

// By name; empty when every one is allowed.
Result<std::vector<api::AllowedWorkType>> allowed_on(const Place& place,
                                                     const std::string& project_id);

// The numbers of the active work types that 24SevenOffice knows.
Result<std::vector<std::int64_t>> active_work_type_numbers(const Place& place);

}  // namespace busy24::workspace
