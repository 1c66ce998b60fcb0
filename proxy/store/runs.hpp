// Runs of the mirror: their phase, their lease, their counts. The rows are the worker's queue.
#pragma once

#include <optional>

#include "proxy/store/table.hpp"
#include "shared/api/mirror.hpp"
#include "shared/ids.hpp"

namespace busy24::store {

// What is to be done next. A run goes through them in this order; a prepared one stays at `ready`
// until somebody starts it, and is then planned again, since the workspace may have changed.
enum class Phase { read, plan, ready, write, send, done };
constexpr auto words(Phase) {
    return std::array{word(Phase::read, "read"),   word(Phase::plan, "plan"),
                      word(Phase::ready, "ready"), word(Phase::write, "write"),
                      word(Phase::send, "send"),   word(Phase::done, "done")};
}

// Whether a run compares everything, or only what was changed since the last one.
enum class Scope { full, changes };
constexpr auto words(Scope) {
    return std::array{word(Scope::full, "full"), word(Scope::changes, "changes")};
}

struct Run {
    static constexpr std::string_view table = "run";
    RunId id;
    ConnectionId connection_id;
    WorkspaceId workspace_id;
    Phase phase = Phase::read;
    bool is_started = false;  // a preparation until then
    bool is_cancelled = false;
    std::string switches;    // those that it reads and plans for
    std::string generation;  // marks the records that this reading has seen
    std::string started_by;
    Instant created_at;
    std::optional<Instant> read_at;  // when the reading was complete
    std::optional<Instant> started_at;
    std::optional<Instant> finished_at;
    std::int64_t attempts = 0;  // that failed since the last success
    std::string failure_code;   // a word of ErrorCode, or empty
    std::string failure_reason;
    std::string failure_detail;       // for the operator
    std::optional<Instant> retry_at;  // nullopt with a failure: a person must act
    std::string lease_owner;
    Instant lease_until;
    Scope scope = Scope::full;
    // A person has seen the kinds that have shrunk, and wants it all the same.
    bool is_approved = false;
    bool may_write_many = false;  // and how many records would be written
    static constexpr auto fields() {
        return std::tuple{field("id", &Run::id),
                          field("connection_id", &Run::connection_id),
                          field("workspace_id", &Run::workspace_id),
                          field("phase", &Run::phase),
                          field("is_started", &Run::is_started),
                          field("is_cancelled", &Run::is_cancelled),
                          field("switches", &Run::switches),
                          field("generation", &Run::generation),
                          field("started_by", &Run::started_by),
                          field("created_at", &Run::created_at),
                          field("read_at", &Run::read_at),
                          field("started_at", &Run::started_at),
                          field("finished_at", &Run::finished_at),
                          field("attempts", &Run::attempts),
                          field("failure_code", &Run::failure_code),
                          field("failure_reason", &Run::failure_reason),
                          field("failure_detail", &Run::failure_detail),
                          field("retry_at", &Run::retry_at),
                          field("lease_owner", &Run::lease_owner),
                          field("lease_until", &Run::lease_until),
                          field("scope", &Run::scope),
                          field("is_approved", &Run::is_approved),
                          field("may_write_many", &Run::may_write_many)};
    }
    bool operator==(const Run&) const = default;

    bool has_failed() const { return !failure_code.empty(); }
    // Nothing more happens until a person acts.
    bool has_ended() const {
        return phase == Phase::done || is_cancelled || (has_failed() && !retry_at);
    }
};

// The progress of one kind of record in a run.
struct RunEntity {
    static constexpr std::string_view table = "run_entity";
    RunId run_id;
    Entity entity = Entity::customer;
    std::int64_t position = 0;  // in the order in which kinds depend on each other
    bool is_read = false;       // its list came to its end
    bool is_planned = false;    // its plan is made, and stands
    std::int64_t total = 0;
    std::int64_t created = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t skipped = 0;
    std::int64_t failed = 0;
    static constexpr auto fields() {
        return std::tuple{
            field("run_id", &RunEntity::run_id),         field("entity", &RunEntity::entity),
            field("position", &RunEntity::position),     field("is_read", &RunEntity::is_read),
            field("is_planned", &RunEntity::is_planned), field("total", &RunEntity::total),
            field("created", &RunEntity::created),       field("changed", &RunEntity::changed),
            field("unchanged", &RunEntity::unchanged),   field("skipped", &RunEntity::skipped),
            field("failed", &RunEntity::failed)};
    }
    bool operator==(const RunEntity&) const = default;
};

// Who works on a run, and until when others leave it alone.
struct Lease {
    std::string owner;
    std::int64_t length_ms = 0;
};

// Thread-safe, as its database is.
class Runs {
public:
    explicit Runs(Database& database) : database_(database) {}

    Result<> save(const Run& run);
    Result<> remove(const RunId& id);
    Result<Run> get(const RunId& id);
    // The newest of a connection, prepared or started. nullopt when there is none.
    Result<std::optional<Run>> newest_of(const ConnectionId& connection);
    // A started run of the workspace; the newest for an empty id. Errors: not_found.
    Result<Run> started_in(const WorkspaceId& workspace, const RunId& id);

    // Started runs of the workspace, the newest first.
    Result<std::vector<Run>> page(const WorkspaceId& workspace, api::RunFilter filter,
                                  std::int64_t offset, std::int64_t limit);
    Result<std::int64_t> count(const WorkspaceId& workspace, api::RunFilter filter);

    // Takes the run whose turn it is; nullopt when none is due. Two workers, in threads or in
    // processes, never get the same one, nor two of one connection.
    Result<std::optional<Run>> claim(const Lease& lease, Instant now);
    // The first thing in every transaction of a worker: false when the run is no longer its own, or
    // was cancelled, and nothing may be written.
    Result<bool> renew(const RunId& run, const Lease& lease, Instant now);
    // Nobody works on it any more.
    Result<> release(const RunId& run, const Lease& lease);
    // Takes the leases of a process that is gone. What it still does fails at renew().
    Result<> release_all();
    // Whoever works on a run of the connection puts it down before the next thing it writes.
    // What waits for its next try by itself has it not before then, and not much later either.
    Result<> pause_retries(const ConnectionId& connection, Instant until);
    Result<> release_of(const ConnectionId& connection);
    // Ends every run of the connection that has not ended, and removes what was only prepared.
    Result<> end_all_of(const ConnectionId& connection, Instant now);
    // Whether somebody holds the lease of one of the connection's runs.
    Result<bool> is_worked_on(const ConnectionId& connection, Instant now);
    // When the next run is due; nullopt when none waits.
    Result<std::optional<Instant>> next_due(Instant now);

    Result<> save(const RunEntity& entity);
    Result<std::vector<RunEntity>> entities_of(const RunId& run);
    Result<> remove_entities(const RunId& run);

private:
    Database& database_;
};

}  // namespace busy24::store
