// A few changes in each transaction, so that nobody waits long for the writer.
#include "proxy/setup/carrying_out.hpp"

#include <algorithm>

#include "proxy/jobs/backoff.hpp"
#include "proxy/setup/facts.hpp"
#include "proxy/workspace/memberships.hpp"

namespace busy24::setup {

namespace {

using api::ProjectRole;
using api::SetupState;
using workspace::Membership;

constexpr std::int64_t changes_per_transaction = 200;
// After the database has refused to say what there is to do.
constexpr std::int64_t try_again_ms = 5 * second_ms;

domain::SeatChange change_of(const store::SetupChange& row) {
    domain::SeatChange change{{row.project_id, row.member_id}, std::nullopt, row.after_role};
    if (row.before_role)
        change.before = domain::Seat{
            value_of<ProjectRole>(*row.before_role).value_or(ProjectRole::none), row.before_setup};
    return change;
}

// One change after the other, each against what is there at that moment.
class Seats {
public:
    explicit Seats(const workspace::Place& place) : place_(place) {}

    Result<> apply(store::SetupRun& run, const domain::SeatChange& change) {
        if (!TRY(exists(change)) || !domain::is_as_planned(change, TRY(seat_at(change.key))))
            return {};
        api::SetupCounts counts;
        count(change, counts);
        run.added += counts.added;
        run.changed += counts.changed;
        run.removed += counts.removed;
        return write(change.key, {change.after, run.id});
    }

    Result<> undo(store::SetupRun& run, const domain::SeatChange& change) {
        const auto now = TRY(seat_at(change.key));
        if (!domain::is_untouched(change, run.id, now)) {
            // One that was not carried out, because it was touched before, is nothing to undo.
            if (now != change.before) ++run.left_alone;
            return {};
        }
        ++run.restored;
        if (change.before) return write(change.key, *change.before);
        return store::remove<Membership>(place_.database,
                                         {store::equals("project_id", change.key.project_id),
                                          store::equals("member_id", change.key.member_id)});
    }

private:
    // The project may be gone by now.
    Result<bool> exists(const domain::SeatChange& change) {
        const std::array<store::Value, 2> values{place_.workspace.text, change.key.project_id};
        return !TRY(place_.database.query(
                        "SELECT 1 FROM project WHERE workspace_id = $1 AND id = $2", values))
                    .empty();
    }
    Result<std::optional<domain::Seat>> seat_at(const domain::SeatKey& key) {
        const auto rows = TRY(store::select_all<Membership>(
            place_.database, {store::equals("project_id", key.project_id),
                              store::equals("member_id", key.member_id)}));
        if (rows.empty()) return std::optional<domain::Seat>();
        return std::optional(domain::Seat{rows.front().role, rows.front().setup_id});
    }
    Result<> write(const domain::SeatKey& key, const domain::Seat& seat) {
        return workspace::save_membership(place_, {.project_id = key.project_id,
                                                   .member_id = key.member_id,
                                                   .role = seat.role,
                                                   .setup_id = seat.setup_id});
    }
    const workspace::Place& place_;
};

}  // namespace

void CarryingOut::work_until_idle() { (void)work(); }

std::optional<Instant> CarryingOut::work() {
    const auto next = work_on_all();
    if (next.ok()) return next.value();
    warn_(next.error());
    return clock_.now() + try_again_ms;
}

Result<std::optional<Instant>> CarryingOut::work_on_all() {
    while (!worker_.is_stopping()) {
        const auto runs = TRY(setups_.unfinished());
        std::optional<Instant> next;
        for (const auto& run : runs)
            if (const auto until = resting_[run.id].until; !next || until < *next) next = until;
        std::erase_if(resting_, [&](const auto& rest) {
            return std::none_of(runs.begin(), runs.end(),
                                [&](const auto& run) { return run.id == rest.first; });
        });
        if (!next || *next > clock_.now()) return next;
        for (const auto& run : runs)
            if (resting_[run.id].until <= clock_.now()) carry_on(run);
    }
    return std::optional<Instant>();
}

void CarryingOut::carry_on(const store::SetupRun& known) {
    const auto stepped = step(known).context("setup " + known.id);
    auto& rest = resting_[known.id];
    if (stepped.ok()) {
        rest = {};
        return;
    }
    warn_(stepped.error());
    rest.until = clock_.now() + jobs::retry_delay_ms(++rest.failures, random_);
}

Result<> CarryingOut::step(const store::SetupRun& known) {
    auto transaction = TRY(store::Transaction::begin(database_));
    auto run = TRY(setups_.get(known.workspace_id, known.id));
    const workspace::Place place{database_, random_, run.workspace_id, clock_.now()};
    Seats seats(place);
    const bool is_undoing = run.state == SetupState::undoing;
    const auto rows = TRY(setups_.changes(run.id, run.done, changes_per_transaction));
    for (const auto& row : rows)
        TRY(is_undoing ? seats.undo(run, change_of(row)) : seats.apply(run, change_of(row)));
    run.done += static_cast<std::int64_t>(rows.size());
    if (run.done >= run.total || rows.empty())
        run.state = is_undoing ? SetupState::undone : SetupState::applied;
    TRY(setups_.save(run));
    return transaction.commit();
}

}  // namespace busy24::setup
