// Puts the changes of a plan under their projects or people.
#include "proxy/setup/preview.hpp"

#include <algorithm>

#include "proxy/domain/names.hpp"

namespace busy24::setup {

namespace {

const std::string& name_in(const std::map<std::string, std::string>& names, const std::string& id) {
    const auto found = names.find(id);
    // Whoever has no name any more is still told apart.
    return found == names.end() ? id : found->second;
}

}  // namespace

api::PreviewSetup::Reply preview_of(const Facts& facts, const domain::SetupPlan& plan,
                                    const api::PreviewSetup& call) {
    const bool is_by_project = call.by == api::PreviewBy::project;
    std::map<std::string, api::PreviewRow> rows;
    for (const auto& change : plan.changes) {
        const auto& project = name_in(facts.project_names, change.key.project_id);
        const auto& member = name_in(facts.member_names, change.key.member_id);
        const auto& id = is_by_project ? change.key.project_id : change.key.member_id;
        auto& row = rows[id];
        row.id = id;
        row.name = is_by_project ? project : member;
        count(change, row.counts);
        if (row.steps.size() < api::PreviewSetup::steps_max)
            row.steps.push_back(
                {is_by_project ? member : project, change.role_before(), change.after});
    }
    api::PreviewSetup::Reply out{.total = static_cast<std::int64_t>(rows.size())};
    for (auto& [id, row] : rows) out.rows.push_back(std::move(row));
    std::stable_sort(out.rows.begin(), out.rows.end(), [](const auto& a, const auto& b) {
        return domain::search_form(a.name) < domain::search_form(b.name);
    });
    const auto begin = out.rows.begin() + std::min(call.offset, out.total);
    const auto end = begin + std::min(call.limit, out.rows.end() - begin);
    out.rows = {std::make_move_iterator(begin), std::make_move_iterator(end)};
    return out;
}

}  // namespace busy24::setup
