// Tells a project that ticks work types from one that ticks none.
#include "proxy/sync/allowed_work_types.hpp"

#include <algorithm>
#include <set>

#include "proxy/erp/time_service.hpp"
#include "proxy/workspace/allowed_work_types.hpp"

namespace busy24::sync {

namespace {

using workspace::AllowedWorkType;

Result<std::vector<AllowedWorkType>> ask(const erp::Session& session, std::int64_t project) {
    erp::time_service::GetWorkTypeList call;
    call.search.project_id = static_cast<std::int32_t>(project);
    std::vector<AllowedWorkType> answer;
    for (auto& type : TRY(session.call(call)))
        answer.push_back({.project_id = {},
                          .number = type.id,
                          .workspace_id = {},
                          .name = std::move(type.name)});
    return answer;
}

}  // namespace

Result<> refresh_allowed_work_types(const workspace::Place& place, const erp::Session& session,
                                    const store::NumberedProject& project) {
    auto allowed = TRY(ask(session, project.number));
    auto transaction = TRY(store::Transaction::begin(place.database));
    const auto active = TRY(workspace::active_work_type_numbers(place));
    if (allowed.empty() && !active.empty())
        return Error{ErrorCode::not_found, "no work types at all", {}, "no_work_types"};
    std::set<std::int64_t> named;
    for (const auto& type : allowed) named.insert(type.number);
    // Inactive ones can be among them (quirk 52), and say nothing.
    const bool is_all = std::all_of(active.begin(), active.end(),
                                    [&](std::int64_t number) { return named.contains(number); });
    if (is_all) allowed.clear();
    TRY(workspace::replace_allowed(place, project.id, allowed));
    TRY(store::ProjectDetails(place.database).work_types_fetched(project.id, place.now));
    return transaction.commit();
}

}  // namespace busy24::sync
