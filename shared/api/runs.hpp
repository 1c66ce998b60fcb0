// Calls about runs of the mirror: how far one is, how it ended, its records, and stopping it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/api/endpoint.hpp"
#include "shared/api/entity.hpp"

namespace busy24::api {

enum class RunState { queued, reading, writing, succeeded, cancelled, failed };
constexpr auto words(RunState) {
    return std::array{
        word(RunState::queued, "queued"),       word(RunState::reading, "reading"),
        word(RunState::writing, "writing"),     word(RunState::succeeded, "succeeded"),
        word(RunState::cancelled, "cancelled"), word(RunState::failed, "failed")};
}

struct EntityProgress {
    Entity entity = Entity::customer;
    std::int64_t total = 0;  // records to go through; grows while reading
    std::int64_t done = 0;
    std::int64_t created = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t skipped = 0;
    std::int64_t failed = 0;
    static constexpr auto fields() {
        return std::tuple{field("entity", &EntityProgress::entity),
                          field("total", &EntityProgress::total),
                          field("done", &EntityProgress::done),
                          field("created", &EntityProgress::created),
                          field("changed", &EntityProgress::changed),
                          field("unchanged", &EntityProgress::unchanged),
                          field("skipped", &EntityProgress::skipped),
                          field("failed", &EntityProgress::failed)};
    }
    bool operator==(const EntityProgress&) const = default;
};

struct Run {
    std::string id;
    RunState state = RunState::queued;
    std::string started_by;  // a person's name; empty when the program itself did
    std::int64_t started_at_ms = 0;
    std::optional<std::int64_t> finished_at_ms;
    std::vector<EntityProgress> entities;
    std::optional<Failure> failure;  // in state failed, or why it waits when it is not
    static constexpr auto fields() {
        return std::tuple{field("id", &Run::id),
                          field("state", &Run::state),
                          field("startedBy", &Run::started_by),
                          field("startedAtMs", &Run::started_at_ms),
                          field("finishedAtMs", &Run::finished_at_ms),
                          field("entities", &Run::entities),
                          field("failure", &Run::failure)};
    }
    bool operator==(const Run&) const = default;
};

// An empty id asks for the newest run of the workspace. Failures: not_found.
struct GetRun {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/run", Access::administrator};
    using Reply = Run;
    std::string id;
    static constexpr auto fields() { return std::tuple{field("id", &GetRun::id)}; }
};

// Stops after the record in hand; what is mirrored stays. Failures: conflict when it has ended.
struct CancelRun {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/run/cancel", Access::administrator};
    using Reply = Run;
    std::string id;
    static constexpr auto fields() { return std::tuple{field("id", &CancelRun::id)}; }
};

// Goes on with a run that was cancelled or failed, from where it stopped. Failures: conflict.
struct ResumeRun {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/run/resume", Access::administrator};
    using Reply = Run;
    std::string id;
    static constexpr auto fields() { return std::tuple{field("id", &ResumeRun::id)}; }
};

struct RunRecord {
    std::string number;  // the id in 24SevenOffice
    std::string label;
    bool is_active = true;
    std::string reason;  // a stable word, for skipped and failed
    static constexpr auto fields() {
        return std::tuple{field("number", &RunRecord::number), field("label", &RunRecord::label),
                          field("isActive", &RunRecord::is_active),
                          field("reason", &RunRecord::reason)};
    }
    bool operator==(const RunRecord&) const = default;
};

// One page of a run's records with one outcome, by label. `limit` 1 to 200.
struct GetRunRecords {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/run/records", Access::administrator};
    struct Reply {
        std::int64_t total = 0;
        std::vector<RunRecord> records;
        static constexpr auto fields() {
            return std::tuple{field("total", &Reply::total), field("records", &Reply::records)};
        }
        bool operator==(const Reply&) const = default;
    };
    std::string run_id;
    Entity entity = Entity::customer;
    Outcome outcome = Outcome::created;
    std::string search;
    std::int64_t offset = 0;
    std::int64_t limit = 50;
    static constexpr auto fields() {
        return std::tuple{
            field("runId", &GetRunRecords::run_id),    field("entity", &GetRunRecords::entity),
            field("outcome", &GetRunRecords::outcome), field("search", &GetRunRecords::search),
            field("offset", &GetRunRecords::offset),   field("limit", &GetRunRecords::limit)};
    }
};

}  // namespace busy24::api
