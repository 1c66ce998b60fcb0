// Records of the two sides that may be one, and what a person said about them.
#pragma once

#include <optional>

#include "proxy/store/table.hpp"
#include "shared/api/onboarding.hpp"
#include "shared/ids.hpp"

namespace busy24::store {

struct CandidateRow {
    static constexpr std::string_view table = "candidate";
    std::string id;
    ConnectionId connection_id;
    Entity entity = Entity::customer;
    std::string erp_id;
    std::string busy_id;
    std::string reasons;  // see domain::join_reasons()
    bool is_sure = false;
    bool is_question = false;
    api::Decision decision = api::Decision::undecided;
    std::string planned_in;  // the run whose planning found it last
    static constexpr auto fields() {
        return std::tuple{field("id", &CandidateRow::id),
                          field("connection_id", &CandidateRow::connection_id),
                          field("entity", &CandidateRow::entity),
                          field("erp_id", &CandidateRow::erp_id),
                          field("busy_id", &CandidateRow::busy_id),
                          field("reasons", &CandidateRow::reasons),
                          field("is_sure", &CandidateRow::is_sure),
                          field("is_question", &CandidateRow::is_question),
                          field("decision", &CandidateRow::decision),
                          field("planned_in", &CandidateRow::planned_in)};
    }
    bool operator==(const CandidateRow&) const = default;
};

// A key of a record of the workspace that equals one that was asked for.
struct KeyHit {
    std::string busy_id;
    std::string reason;
    static constexpr auto fields() {
        return std::tuple{field("busy_id", &KeyHit::busy_id), field("reason", &KeyHit::reason)};
    }
};

// All of one connection. Thread-safe, as its database is.
class Candidates {
public:
    Candidates(Database& database, ConnectionId connection)
        : database_(database), connection_(std::move(connection)) {}

    Result<> clear_keys(Entity entity);
    Result<> add_key(Entity entity, std::string_view reason, const std::string& value,
                     const std::string& busy_id);
    // At most `limit` hits: a name that a thousand records share says nothing.
    Result<std::vector<KeyHit>> hits(Entity entity, std::string_view reason,
                                     const std::string& value, int limit);

    // Keeps the decision of an earlier planning about the same two records.
    Result<> save(const CandidateRow& candidate);
    // Forgets what this planning has not found again.
    Result<> remove_others(Entity entity, const std::string& planned_in);
    // A sure one links by itself only when it is the only sure one on either side; the rest are
    // questions. An unsure one whose record of ours is surely another's is dropped.
    Result<> sort_out(Entity entity);
    Result<std::vector<CandidateRow>> page(Entity entity, const std::string& after, int limit);
    Result<std::vector<CandidateRow>> of(Entity entity, const std::string& erp_id);
    Result<std::vector<CandidateRow>> claiming(Entity entity, const std::string& busy_id);

    Result<std::optional<CandidateRow>> find(const std::string& id);
    Result<> decide(const std::string& id, api::Decision decision);
    Result<std::vector<CandidateRow>> questions(int limit);
    Result<std::int64_t> undecided();

private:
    Database& database_;
    ConnectionId connection_;
};

}  // namespace busy24::store
