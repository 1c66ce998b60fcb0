// Answers how first-time setup stands, and starts what carries it out or undoes it.
#include "proxy/setup/first_setup.hpp"

#include <algorithm>

#include "proxy/http/audited.hpp"
#include "proxy/setup/facts.hpp"
#include "proxy/setup/preview.hpp"
#include "proxy/store/audit_values.hpp"

namespace busy24::setup {

namespace {

using api::AuditAction;
using api::SetupState;

constexpr std::int64_t runs_shown = 10;
// Far more roles than a company has, and longer than any number.
constexpr std::size_t roles_max = 200;
constexpr std::size_t key_bytes_max = 20;

bool is_under_way(const store::SetupRun& run) {
    return run.state == SetupState::applying || run.state == SetupState::undoing;
}

api::SetupRun shown(const store::SetupRun& run) {
    return {.id = run.id,
            .state = run.state,
            .started_by = run.started_by,
            .started_at_ms = run.started_at.ms,
            .total = run.total,
            .done = run.done,
            .counts = {run.added, run.changed, run.removed},
            .restored = run.restored,
            .left_alone = run.left_alone};
}

// "role.Bas=participant; role.*=none" for the audit log. A name has neither "=" nor ";" there.
std::string told(const Facts& facts) {
    std::string text;
    const auto tell = [&](std::string name, api::ProjectRole role) {
        for (auto& c : name) c = c == '=' || c == ';' ? ' ' : c;
        store::audit_detail::add_value(text, "role." + name, std::string(word_of(role)));
    };
    for (const auto& role : facts.roles) tell(role.name, role.role);
    tell(std::string(store::SetupRole::others), facts.default_role);
    return text;
}

store::SetupChange row_of(const std::string& setup_id, std::size_t position,
                          const domain::SeatChange& change) {
    store::SetupChange row{.setup_id = setup_id,
                           .position = static_cast<std::int64_t>(position),
                           .project_id = change.key.project_id,
                           .member_id = change.key.member_id,
                           .after_role = change.after};
    if (change.before) {
        row.before_role = word_of(change.before->role);
        row.before_setup = change.before->setup_id;
    }
    return row;
}

}  // namespace

workspace::Place FirstSetup::place_of(const http::Caller& caller) {
    return {database_, random_, caller.session->workspace, clock_.now()};
}

Result<> FirstSetup::check_idle(const WorkspaceId& workspace) {
    for (const auto& run : TRY(setups_.newest(workspace, runs_shown)))
        if (is_under_way(run)) return Error{ErrorCode::conflict, "a setup", {}, "setup_under_way"};
    return {};
}

Result<api::FirstSetup> FirstSetup::get(const http::Caller& caller) {
    const auto place = place_of(caller);
    const auto facts = TRY(facts_of(place));
    const auto plan = facts.plan();
    api::FirstSetup out{.roles = facts.roles,
                        .default_role = facts.default_role,
                        .projects = static_cast<std::int64_t>(facts.project_names.size()),
                        .projects_fetched = static_cast<std::int64_t>(facts.fetched.size()),
                        .strangers = facts.strangers,
                        .plan = count(plan),
                        .kept = static_cast<std::int64_t>(plan.kept.size()),
                        .version = version_of(plan)};
    for (const auto& run : TRY(setups_.newest(place.workspace, runs_shown)))
        out.runs.push_back(shown(run));
    return out;
}

Result<api::FirstSetup> FirstSetup::save_roles(const http::Caller& caller,
                                               const api::SaveSetupRoles& call) {
    const bool is_right =
        call.roles.size() <= roles_max &&
        std::all_of(call.roles.begin(), call.roles.end(), [](const api::RoleChoice& choice) {
            return choice.key.size() <= key_bytes_max && choice.key != store::SetupRole::others;
        });
    if (!is_right) return Error{ErrorCode::invalid, "no such role table"};
    auto transaction = TRY(store::Transaction::begin(database_));
    const auto place = place_of(caller);
    const auto before = told(TRY(facts_of(place)));
    std::vector<store::SetupRole> roles;
    for (const auto& choice : call.roles) roles.push_back({{}, choice.key, choice.role});
    roles.push_back({{}, std::string(store::SetupRole::others), call.default_role});
    TRY(setups_.replace_roles(place.workspace, roles));
    auto entry = http::audited(caller, place.now, AuditAction::roles_saved);
    entry.before_value = before;
    entry.after_value = told(TRY(facts_of(place)));
    if (entry.before_value != entry.after_value) TRY(audit_.append(std::move(entry)));
    TRY(transaction.commit());
    return get(caller);
}

Result<api::PreviewSetup::Reply> FirstSetup::preview(const http::Caller& caller,
                                                     const api::PreviewSetup& call) {
    if (call.offset < 0 || call.limit < 1 || call.limit > api::PreviewSetup::limit_max)
        return Error{ErrorCode::invalid, "no such window"};
    const auto facts = TRY(facts_of(place_of(caller)));
    return preview_of(facts, facts.plan(), call);
}

Result<api::FirstSetup> FirstSetup::apply(const http::Caller& caller, const api::ApplySetup& call) {
    auto transaction = TRY(store::Transaction::begin(database_));
    const auto place = place_of(caller);
    TRY(check_idle(place.workspace));
    const auto plan = TRY(facts_of(place)).plan();
    if (version_of(plan) != call.version || plan.changes.empty())
        return Error{ErrorCode::conflict, "another plan", {}, "plan_changed"};
    const store::SetupRun run{.id = make_id(random_, place.now),
                              .workspace_id = place.workspace,
                              .started_by = caller.session->user_name,
                              .started_at = place.now,
                              .total = static_cast<std::int64_t>(plan.changes.size())};
    TRY(setups_.save(run));
    for (std::size_t i = 0; i < plan.changes.size(); ++i)
        TRY(setups_.add(row_of(run.id, i, plan.changes[i])));
    auto entry = http::audited(caller, place.now, AuditAction::setup_applied);
    entry.subject_id = run.id;
    entry.after_value = store::audit_text(count(plan));
    TRY(audit_.append(std::move(entry)));
    TRY(transaction.commit());
    carrying_out_.wake();
    return get(caller);
}

Result<api::FirstSetup> FirstSetup::undo(const http::Caller& caller, const api::UndoSetup& call) {
    auto transaction = TRY(store::Transaction::begin(database_));
    const auto place = place_of(caller);
    auto run = TRY(setups_.get(place.workspace, call.id));
    TRY(check_idle(place.workspace));
    if (run.state == SetupState::undone) return Error{ErrorCode::conflict, "undone", {}, "undone"};
    run.state = SetupState::undoing;
    run.done = 0;
    TRY(setups_.save(run));
    auto entry = http::audited(caller, place.now, AuditAction::setup_undone);
    entry.subject_id = run.id;
    TRY(audit_.append(std::move(entry)));
    TRY(transaction.commit());
    carrying_out_.wake();
    return get(caller);
}

}  // namespace busy24::setup
