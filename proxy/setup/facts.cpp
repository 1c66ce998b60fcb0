// Reads the facts in four questions, whatever the size.
#include "proxy/setup/facts.hpp"

#include <algorithm>
#include <optional>

#include "proxy/domain/names.hpp"
#include "proxy/security/digest.hpp"
#include "proxy/store/setups.hpp"
#include "proxy/workspace/colleagues.hpp"
#include "proxy/workspace/memberships.hpp"

namespace busy24::setup {

namespace {

using api::ProjectRole;

struct ProjectRow {
    std::string id;
    std::string name;
    std::int64_t members_at = 0;
    static constexpr auto fields() {
        return std::tuple{field("id", &ProjectRow::id), field("name", &ProjectRow::name),
                          field("members_at", &ProjectRow::members_at)};
    }
};

// Somebody who takes part in 24SevenOffice.
struct Part {
    std::string project_id;
    std::int64_t contact_id = 0;
    std::string person_id;  // empty for a stranger
    std::string role_key;
    std::string role_name;
    static constexpr auto fields() {
        return std::tuple{field("project_id", &Part::project_id),
                          field("contact_id", &Part::contact_id),
                          field("person_id", &Part::person_id), field("role_key", &Part::role_key),
                          field("role_name", &Part::role_name)};
    }
};

// The role table as it is stored, and what stands in for what is not in it.
struct RoleTable {
    std::map<std::string, ProjectRole> stored;
    std::optional<ProjectRole> others;

    ProjectRole of(const Part& part) const {
        const auto found = stored.find(part.role_key);
        if (found != stored.end()) return found->second;
        return others.value_or(domain::suggested_role(part.role_name));
    }
};

Result<RoleTable> role_table(const workspace::Place& place) {
    RoleTable table;
    for (const auto& row : TRY(store::Setups(place.database).roles(place.workspace))) {
        if (row.role_key == store::SetupRole::others)
            table.others = row.role;
        else
            table.stored.emplace(row.role_key, row.role);
    }
    return table;
}

Result<> read_projects(const workspace::Place& place, Facts& facts) {
    const std::array<store::Value, 1> values{place.workspace.text};
    const auto found = TRY(place.database.query(
        "SELECT j.id, j.name, COALESCE(d.members_at, 0) FROM project j "
        "LEFT JOIN project_detail d ON d.project_id = j.id "
        "WHERE j.workspace_id = $1 AND j.is_active = 1 AND j.number IS NOT NULL",
        values));
    for (auto& row : TRY(store::from_rows<ProjectRow>(found))) {
        if (row.members_at > 0) facts.fetched.insert(row.id);
        facts.project_names.emplace(std::move(row.id), std::move(row.name));
    }
    return {};
}

Result<std::vector<Part>> parts_of(const workspace::Place& place) {
    const std::array<store::Value, 1> values{place.workspace.text};
    return store::from_rows<Part>(TRY(place.database.query(
        "SELECT m.project_id, m.contact_id, COALESCE(p.id, ''), "
        "COALESCE(CAST(m.role_number AS TEXT), ''), m.role_name FROM project_member m "
        "JOIN project j ON j.id = m.project_id AND j.is_active = 1 "
        "LEFT JOIN person p ON p.workspace_id = m.workspace_id AND p.number = m.contact_id "
        "AND p.is_active = 1 WHERE m.workspace_id = $1 AND m.takes_part = 1",
        values)));
}

// How many have a role, and in how many projects.
struct RoleUse {
    std::string name;
    ProjectRole role = ProjectRole::participant;
    std::set<std::string> people;
    std::set<std::string> projects;
};

std::vector<api::RoleRow> rows_of(const std::map<std::string, RoleUse>& uses) {
    std::vector<api::RoleRow> rows;
    rows.reserve(uses.size());
    for (const auto& [key, use] : uses)
        rows.push_back({.key = key,
                        .name = use.name,
                        .people = static_cast<std::int64_t>(use.people.size()),
                        .projects = static_cast<std::int64_t>(use.projects.size()),
                        .role = use.role});
    std::stable_sort(rows.begin(), rows.end(), [](const api::RoleRow& a, const api::RoleRow& b) {
        return domain::search_form(a.name) < domain::search_form(b.name);
    });
    return rows;
}

void take_parts(const std::vector<Part>& parts, const RoleTable& table, Facts& facts) {
    std::map<std::string, RoleUse> uses;
    std::set<std::int64_t> strangers;
    for (const auto& part : parts) {
        if (part.person_id.empty()) {
            strangers.insert(part.contact_id);
            continue;
        }
        auto& use = uses[part.role_key];
        use.name = part.role_name;
        use.role = table.of(part);
        use.people.insert(part.person_id);
        use.projects.insert(part.project_id);
        facts.wanted.push_back({{part.project_id, part.person_id}, use.role});
    }
    facts.strangers = static_cast<std::int64_t>(strangers.size());
    facts.roles = rows_of(uses);
}

}  // namespace

Result<Facts> facts_of(const workspace::Place& place) {
    Facts facts;
    const auto table = TRY(role_table(place));
    facts.default_role = table.others.value_or(ProjectRole::participant);
    TRY(read_projects(place, facts));
    take_parts(TRY(parts_of(place)), table, facts);
    for (const auto& colleague : TRY(workspace::colleagues_of(place)))
        facts.member_names.emplace(colleague.id(), colleague.name());
    for (auto& row : TRY(store::select_all<workspace::Membership>(
             place.database, {store::equals("workspace_id", place.workspace)})))
        facts.seats.push_back({{std::move(row.project_id), std::move(row.member_id)},
                               {row.role, std::move(row.setup_id)}});
    return facts;
}

std::string version_of(const domain::SetupPlan& plan) {
    std::string text;
    for (const auto& change : plan.changes)
        for (const auto part :
             {std::string_view(change.key.project_id), std::string_view(change.key.member_id),
              word_of(change.role_before()), word_of(change.after)})
            (text += part) += '\n';
    return security::sha256(text);
}

void count(const domain::SeatChange& change, api::SetupCounts& counts) {
    const auto before = change.role_before();
    if (before == ProjectRole::none)
        ++counts.added;
    else if (change.after == ProjectRole::none)
        ++counts.removed;
    else
        ++counts.changed;
}

api::SetupCounts count(const domain::SetupPlan& plan) {
    api::SetupCounts counts;
    for (const auto& change : plan.changes) count(change, counts);
    return counts;
}

}  // namespace busy24::setup
