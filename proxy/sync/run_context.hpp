// What every phase of a run works with: the run, its lease, and the tables.
#pragma once

#include <functional>

#include "proxy/store/candidates.hpp"
#include "proxy/store/connections.hpp"
#include "proxy/store/journal.hpp"
#include "proxy/store/mirror_states.hpp"
#include "proxy/store/outbox.hpp"
#include "proxy/store/plans.hpp"
#include "proxy/store/records.hpp"
#include "proxy/store/runs.hpp"
#include "proxy/sync/entity_type.hpp"
#include "proxy/sync/mirror.hpp"

namespace busy24::sync {

// How many records are handled in one transaction. Small enough that a person's request never waits
// long for the writer and that cancelling feels immediate, large enough that the disk's syncs do
// not dominate.
inline constexpr int records_per_batch = 250;

// The reason of an error that says: this worker is to put the run down, and to write nothing more.
inline constexpr std::string_view put_down_reason = "put_down";

// Which record an event of the journal is about.
struct PlannedIds {
    Entity entity;
    std::string erp_id;
    std::string busy_id;
};

// Used by one thread, for one run.
struct RunContext {
    MirrorParts& parts;
    store::Lease lease;
    store::Run run;  // as it was when the lease was taken; changed by change() only
    std::function<bool()> is_stopping;

    store::Runs runs{parts.database};
    store::Records records{parts.database};
    store::Plans plans{parts.database};
    store::Candidates candidates{parts.database, run.connection_id};
    store::Outbox outbox{parts.database, run.connection_id};
    store::Journal journal{parts.database, run.connection_id};
    store::MirrorStates states{parts.database};
    store::BusyChanges busy_changes{parts.database};

    workspace::Place place() const {
        return {parts.database, parts.random, run.workspace_id, parts.clock.now()};
    }
    // Those that the run's switches want, in the order of their dependencies.
    std::vector<const EntityType*> wanted_types() const;

    // One transaction, begun by renewing the lease. Errors: "put_down" when the run was cancelled,
    // taken over, or the program is stopping; then nothing was written.
    Result<> in_batch(const std::function<Result<>()>& work);
    // Changes the run's row. What another thread has set in the meantime is kept.
    Result<> change(const std::function<void(store::Run&)>& change);
    // Inside a batch.
    Result<store::RunEntity> progress_of(Entity entity);
    // What merge() needs beside the three versions.
    Result<store::Policy> policy_for(Entity entity);
    Result<Choices> choices_for(Entity entity, const std::string& busy_id);
    Result<> note(const PlannedIds& ids, const MergeEvent& event);
    // Both sides agree: no change is left to look at, and none to send.
    Result<> is_in_step(Entity entity, const std::string& busy_id,
                        const std::optional<store::Outgoing>& outgoing);
};

// The switches of a connection, and those that a run was made for.
Switches switches_of(const store::Run& run);
Switches switches_of(const store::Connection& connection);
std::string switches_text(const Switches& switches);

}  // namespace busy24::sync
