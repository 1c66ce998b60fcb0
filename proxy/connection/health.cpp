// From what was tried and what has failed to what is wrong.
#include "proxy/connection/health.hpp"

#include <algorithm>

#include "proxy/domain/schedule.hpp"
#include "proxy/store/runs.hpp"
#include "proxy/sync/engine.hpp"
#include "proxy/sync/run_context.hpp"
#include "shared/json.hpp"

namespace busy24::connection {

namespace {

using api::Right;
using api::RightState;
using api::Trouble;

// 24SevenOffice could not be asked.
constexpr std::int64_t try_again_ms = 15 * minute_ms;

struct ListRight {
    Right right;
    Entity entity;
};
constexpr std::array list_rights{ListRight{Right::read_projects, Entity::project},
                                 ListRight{Right::read_work_types, Entity::work_type},
                                 ListRight{Right::read_customers, Entity::customer},
                                 ListRight{Right::read_persons, Entity::person}};

bool is_mirrored(const store::Connection& connection, Entity entity) {
    return sync::entity_type(entity).is_wanted(sync::switches_of(connection));
}

RightState state_of(const std::vector<api::RightCheck>& checks, Right right) {
    const auto found = std::find_if(checks.begin(), checks.end(),
                                    [&](const auto& check) { return check.right == right; });
    return found == checks.end() ? RightState::untested : found->state;
}

bool is_unsure(const std::vector<api::RightCheck>& checks) {
    return std::any_of(checks.begin(), checks.end(),
                       [](const auto& check) { return check.state == RightState::unavailable; });
}

// What a failure of the mirror says about the connection; none when it says nothing.
Trouble trouble_of(const Error& error) {
    if (error.reason == "wrong_login") return Trouble::login_refused;
    if (error.reason == "tenant_not_reached" || error.reason == "identity_blocked")
        return Trouble::tenant_not_reached;
    return Trouble::none;
}

}  // namespace

Result<api::ConnectionHealth> Health::of(const ConnectionId& connection) {
    return store::health_report(TRY(store::ConnectionHealths(parts_.database).get(connection)));
}

Result<Trouble> Health::trouble_of(const store::Connection& connection,
                                   const std::vector<api::RightCheck>& checks, Trouble known) {
    if (state_of(checks, Right::log_in) == RightState::denied) return Trouble::login_refused;
    if (state_of(checks, Right::reach_tenant) == RightState::denied)
        return Trouble::tenant_not_reached;
    for (const auto& row : list_rights) {
        if (!is_mirrored(connection, row.entity)) continue;
        const auto state = state_of(checks, row.right);
        if (state == RightState::denied) return Trouble::right_lost;
        // Nothing came back of what was there: just so does a right look that was taken away.
        const bool is_suspect =
            state == RightState::empty &&
            TRY(store::ConnectionHealths(parts_.database).has_links(connection.id, row.entity));
        if (is_suspect) return Trouble::right_lost;
    }
    return is_unsure(checks) ? known : Trouble::none;
}

// Inside a transaction.
Result<> Health::change(const store::Connection& connection, store::ConnectionHealth health,
                        Trouble trouble) {
    const auto before = std::exchange(health.trouble, trouble);
    const bool was_broken = before != Trouble::none;
    const bool is_broken = trouble != Trouble::none;
    if (!is_broken) health.broken_since = {};
    if (is_broken && !was_broken) health.broken_since = parts_.clock.now();
    TRY(store::ConnectionHealths(parts_.database).save(health));
    if (was_broken == is_broken) return {};
    return parts_.tell({connection, is_broken ? trouble : before, !is_broken});
}

Result<> Health::take_checks(const store::Connection& connection,
                             const std::vector<api::RightCheck>& checks) {
    auto health = TRY(store::ConnectionHealths(parts_.database).get(connection.id));
    health.checked_at = parts_.clock.now();
    health.checks = to_json_text(checks);
    const auto trouble = TRY(trouble_of(connection, checks, health.trouble));
    return change(connection, std::move(health), trouble);
}

Result<api::ConnectionHealth> Health::test(const store::Connection& connection) {
    auto credential = TRY(parts_.erp_access.credential_of(connection));
    const auto probed = TRY(onboarding::probe_rights(parts_.erp, credential, connection.tenant_id,
                                                     onboarding::LoginCheck::anew));
    auto transaction = TRY(store::Transaction::begin(parts_.database));
    const auto now_there = TRY(parts_.connections.get(connection.id));
    // What was tried may have been replaced while it was.
    const bool is_same = now_there.state == store::ConnectionState::connected &&
                         now_there.api_user_name == connection.api_user_name;
    if (is_same) TRY(take_checks(now_there, probed.checks));
    TRY(transaction.commit());
    return of(connection.id);
}

Result<> Health::take_run(const store::Connection& connection, Trouble trouble) {
    auto transaction = TRY(store::Transaction::begin(parts_.database));
    auto health = TRY(store::ConnectionHealths(parts_.database).get(connection.id));
    if (health.trouble == trouble) return {};
    TRY(change(connection, std::move(health), trouble));
    return transaction.commit();
}

Result<> Health::take(const sync::MirrorNote& note) {
    if (note.event == "run_prepared" || note.event == "run_put_down") return {};
    const auto connection = TRY(parts_.connections.of(note.workspace));
    if (connection.state != store::ConnectionState::connected) return {};
    if (note.error) {
        const auto trouble = connection::trouble_of(*note.error);
        if (trouble != Trouble::none) return take_run(connection, trouble);
        const bool is_about_rights = note.error->code == ErrorCode::forbidden;
        const std::scoped_lock lock(mutex_);
        if (is_about_rights) due_[connection.id.text] = parts_.clock.now();
        return {};
    }
    const auto known = TRY(of(connection.id)).trouble;
    if (known == Trouble::none) return {};
    // A run that fetched only changes may not have met the list that cannot be read any more.
    const auto run = TRY(store::Runs(parts_.database).get(note.run));
    if (known == Trouble::right_lost && run.scope != store::Scope::full) return {};
    return take_run(connection, Trouble::none);
}

Result<Instant> Health::due_at(const store::Connection& connection) {
    {
        const std::scoped_lock lock(mutex_);
        const auto found = due_.find(connection.id.text);
        if (found != due_.end()) return found->second;
    }
    const auto health = TRY(store::ConnectionHealths(parts_.database).get(connection.id));
    const auto since = std::max(health.checked_at, connection.connected_at.value_or(Instant{}));
    return domain::next_trial(since, std::hash<std::string>()(connection.id.text));
}

void Health::try_login(const store::Connection& connection) {
    const auto tested = test(connection);
    const std::scoped_lock lock(mutex_);
    due_.erase(connection.id.text);
    if (tested.ok()) return;
    const auto& error = tested.error();
    // That nobody is logged in for it is told elsewhere.
    if (error.code != ErrorCode::unauthenticated) parts_.warn(error);
    due_[connection.id.text] =
        std::max(parts_.clock.now() + try_again_ms, Instant{error.retry_at_ms.value_or(0)});
}

Result<std::optional<Instant>> Health::test_due() {
    std::optional<Instant> next;
    const auto connected = TRY(store::select_all<store::Connection>(
        parts_.database, {store::equals("state", store::ConnectionState::connected)}));
    for (const auto& connection : connected) {
        if (TRY(due_at(connection)) <= parts_.clock.now()) try_login(connection);
        const auto due = TRY(due_at(connection));
        next = next ? std::min(*next, due) : due;
    }
    return next;
}

}  // namespace busy24::connection
