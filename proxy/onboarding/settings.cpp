// Reads the connection and says what needs a person, most urgent first.
#include "proxy/onboarding/settings.hpp"

#include <algorithm>

#include "proxy/http/audited.hpp"
#include "proxy/store/connection_health.hpp"

namespace busy24::onboarding {

namespace {

using api::Attention;

constexpr std::int64_t records_page_max = 200;
constexpr std::size_t search_bytes_max = 200;

Result<WorkspaceId> workspace_of(const http::Caller& caller) {
    return TRY(caller.session_in(api::SessionState::signed_in)).workspace;
}

bool is_person(const store::Connection& connection, const std::vector<store::User>& users) {
    if (connection.api_user_mode == api::ApiUserMode::same_login) return true;
    // An API user that is somebody's own login leaves with that person all the same.
    return connection.api_user_mode == api::ApiUserMode::own &&
           std::any_of(users.begin(), users.end(),
                       [&](const auto& user) { return user.email == connection.api_user_name; });
}

void add_trouble(std::vector<Attention>& out, api::Trouble trouble) {
    switch (trouble) {
        case api::Trouble::login_refused:
            return out.push_back(Attention::login_refused);
        case api::Trouble::tenant_not_reached:
            return out.push_back(Attention::tenant_not_reached);
        case api::Trouble::right_lost:
            return out.push_back(Attention::right_lost);
        case api::Trouble::none:
            return;
    }
}

std::vector<Attention> attention_of(const store::Connection& connection,
                                    const std::vector<store::User>& users,
                                    const std::optional<api::Run>& run, api::Trouble trouble) {
    std::vector<Attention> out;
    if (connection.state != store::ConnectionState::connected) return out;
    add_trouble(out, trouble);
    if (connection.api_user_mode == api::ApiUserMode::later) out.push_back(Attention::no_api_user);
    if (is_person(connection, users)) out.push_back(Attention::person_as_api_user);
    if (!run) return out;
    if (run->state == api::RunState::failed) out.push_back(Attention::run_failed);
    const bool has_failures = std::any_of(run->entities.begin(), run->entities.end(),
                                          [](const auto& entity) { return entity.failed > 0; });
    if (has_failures) out.push_back(Attention::records_failed);
    return out;
}

std::int64_t ms_of(const std::optional<Instant>& instant) { return instant ? instant->ms : 0; }

}  // namespace

Result<api::Connection> Settings::connection(const http::Caller& caller) {
    const auto workspace = TRY(workspace_of(caller));
    const auto row = TRY(parts_.connections.of(workspace));
    const auto users = TRY(parts_.users.of(workspace));
    api::Connection out;
    auto run = parts_.mirror.run(workspace, {});
    if (run.ok())
        out.last_run = std::move(run).value();
    else if (run.error().code != ErrorCode::not_found)
        return run.error();
    out.is_connected = row.state == store::ConnectionState::connected;
    out.disconnected_at_ms = ms_of(row.disconnected_at);
    out.tenant_name = row.tenant_name;
    out.tenant_id = row.tenant_id;
    out.connected_at_ms = ms_of(row.connected_at);
    if (row.last_contact_at) out.last_contact_at_ms = row.last_contact_at->ms;
    out.api_user_mode = row.api_user_mode;
    out.api_user_name = row.api_user_name;
    out.options = {.tenant_id = row.tenant_id,
                   .projects = row.has_projects,
                   .work_types = row.has_work_types,
                   .customers = row.has_customers,
                   .sso = row.has_sso};
    out.health = store::health_report(TRY(store::ConnectionHealths(parts_.database).get(row.id)));
    out.attention = attention_of(row, users, out.last_run, out.health.trouble);
    out.counts = TRY(parts_.mirror.counts(workspace));
    out.users = static_cast<std::int64_t>(users.size());
    return out;
}

Result<api::Run> Settings::run(const http::Caller& caller, const api::GetRun& call) {
    return parts_.mirror.run(TRY(workspace_of(caller)), {call.id});
}

Result<api::Run> Settings::cancel(const http::Caller& caller, const api::CancelRun& call) {
    const auto workspace = TRY(workspace_of(caller));
    auto transaction = TRY(store::Transaction::begin(parts_.database));
    auto run = TRY(parts_.mirror.cancel(workspace, {call.id}));
    TRY(note_run(caller, api::AuditAction::mirror_cancelled, run));
    TRY(transaction.commit());
    return run;
}

Result<api::Run> Settings::resume(const http::Caller& caller, const api::ResumeRun& call) {
    const auto workspace = TRY(workspace_of(caller));
    auto transaction = TRY(store::Transaction::begin(parts_.database));
    auto run = TRY(parts_.mirror.resume(workspace, {call.id}));
    TRY(note_run(caller, api::AuditAction::mirror_started, run));
    TRY(transaction.commit());
    // The worker was woken before it could see the run.
    parts_.mirror.busy_changed();
    return run;
}

Result<> Settings::note_run(const http::Caller& caller, api::AuditAction action,
                            const api::Run& run) {
    auto entry = http::audited(caller, parts_.clock.now(), action);
    entry.subject_id = run.id;
    if (action == api::AuditAction::mirror_started) entry.after_value = "continued";
    return parts_.audit.append(std::move(entry));
}

Result<api::GetRunRecords::Reply> Settings::records(const http::Caller& caller,
                                                    const api::GetRunRecords& call) {
    const bool is_in_range = call.limit >= 1 && call.limit <= records_page_max &&
                             call.offset >= 0 && call.search.size() <= search_bytes_max;
    if (!is_in_range)
        return Error{ErrorCode::invalid, "limit 1 to 200, offset from 0, a short search"};
    return parts_.mirror.records(TRY(workspace_of(caller)), call);
}

}  // namespace busy24::onboarding
