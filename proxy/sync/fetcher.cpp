// Which call comes first, and what a failure puts off.
#include "proxy/sync/fetcher.hpp"

#include <algorithm>

#include "proxy/jobs/backoff.hpp"
#include "proxy/store/mirror_states.hpp"
#include "proxy/store/runs.hpp"
#include "proxy/sync/allowed_work_types.hpp"

namespace busy24::sync {

namespace {

// 360 calls an hour of the 5,400 that may go: what nobody waits for leaves the rest to those who
// do wait, and to the runs.
constexpr std::int64_t refresh_every_ms = 10 * second_ms;

// After so many failures in a row a project is let be for as long as an answer would be fresh.
constexpr std::int64_t fetch_attempts_max = 5;

// Rather the login, the network or the limits than the projects that were asked about.
bool concerns_all(const Error& error) {
    return error.code == ErrorCode::throttled || error.code == ErrorCode::unavailable ||
           error.code == ErrorCode::unauthenticated || error.code == ErrorCode::forbidden;
}

}  // namespace

bool Fetcher::fetch_one() {
    due_.reset();
    const auto connections = store::select_all<store::Connection>(parts_.database, {});
    if (!connections.ok()) return false;
    for (const auto errand : {Errand::needed_work_types, Errand::members, Errand::old_work_types})
        for (const auto& connection : connections.value()) {
            // When the database cannot say, the next waking asks it again.
            const auto fetched = fetch_for(connection, errand);
            if (fetched.ok() && fetched.value()) return true;
        }
    return false;
}

Result<bool> Fetcher::fetch_for(const store::Connection& connection, Errand errand) {
    if (connection.state == store::ConnectionState::disconnected) return false;
    const bool is_members = errand == Errand::members;
    if (is_members ? !connection.has_projects : !connection.has_work_types) return false;
    // What a run says of the members must not be taken for done by a call that began before it; and
    // nobody waits for either.
    const bool is_awaited = errand == Errand::needed_work_types;
    if (!is_awaited &&
        TRY(store::Runs(parts_.database).is_worked_on(connection.id, parts_.clock.now())))
        return false;
    const auto state = TRY(store::MirrorStates(parts_.database).get(connection.id));
    auto& standings = is_members ? members_standings_ : work_types_standings_;
    auto& standing = standings[connection.id.text];
    if (must_wait(state.paused_until) || must_wait(standing.wait_until)) return false;
    if (is_members) return fetch_members(connection, standing);
    if (errand == Errand::old_work_types && must_wait(refreshed_at_ + refresh_every_ms))
        return false;
    return fetch_work_types(connection, standing, errand);
}

Result<bool> Fetcher::fetch_members(const store::Connection& connection, Standing& standing) {
    const auto projects = TRY(details_.with_members_due(connection.workspace_id, standing.batch));
    if (projects.empty()) return false;
    const auto result = call(connection, erp::Patience::background,
                             [&](const workspace::Place& place, const erp::Session& session) {
                                 return refresh_members(place, session, projects);
                             });
    if (result.ok()) {
        standing = {.batch = std::min(standing.batch * 2, members_batch_max)};
        return true;
    }
    wait_after(standing, result.error());
    // The server's limit is not known, and a bad project is found by halving as well.
    standing.batch = std::max(static_cast<int>(projects.size()) / 2, 1);
    if (projects.size() == 1 && !concerns_all(result.error()))
        TRY(details_.members_given_up(projects.front().id));
    return true;
}

Result<bool> Fetcher::fetch_work_types(const store::Connection& connection, Standing& standing,
                                       Errand errand) {
    const auto now = parts_.clock.now();
    const bool is_first = errand == Errand::needed_work_types;
    const auto project = is_first ? TRY(details_.never_fetched(connection.workspace_id, now))
                                  : TRY(details_.grown_old(connection.workspace_id, now));
    if (!project) return false;
    if (!is_first) refreshed_at_ = now;
    const auto patience = is_first ? erp::Patience::interactive : erp::Patience::background;
    const auto result =
        call(connection, patience, [&](const workspace::Place& place, const erp::Session& session) {
            return refresh_allowed_work_types(place, session, *project);
        });
    if (result.ok()) {
        standing = {};
    } else if (concerns_all(result.error())) {
        wait_after(standing, result.error());
    } else {
        const auto delay = project->attempts < fetch_attempts_max
                               ? jobs::retry_delay_ms(project->attempts + 1, parts_.random)
                               : store::work_types_age_ms_max;
        TRY(details_.work_types_failed(project->id, now + delay));
    }
    return true;
}

Result<> Fetcher::call(const store::Connection& connection, erp::Patience patience,
                       const Work& work) {
    const workspace::Place place{parts_.database, parts_.random, connection.workspace_id,
                                 parts_.clock.now()};
    const auto session = parts_.erp(connection.id);
    auto result =
        session.ok() ? work(place, session.value().with(patience)) : Result<>(session.error());
    if (!result.ok())
        parts_.note({"fetch_failed", RunId{}, connection.workspace_id, result.error()});
    return result;
}

void Fetcher::wait_after(Standing& standing, const Error& error) {
    const auto delay = jobs::retry_delay_ms(++standing.failures, parts_.random);
    // The other side said when to come back: earlier would only prolong it.
    standing.wait_until =
        std::max(parts_.clock.now() + delay, Instant{error.retry_at_ms.value_or(0)});
}

bool Fetcher::must_wait(Instant until) {
    if (until <= parts_.clock.now()) return false;
    due_ = due_ ? std::min(*due_, until) : until;
    return true;
}

}  // namespace busy24::sync
