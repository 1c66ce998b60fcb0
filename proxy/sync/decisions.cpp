// Stores decisions and plans anew what they touch.
#include "proxy/sync/decisions.hpp"

#include <algorithm>
#include <set>

#include "proxy/store/runs.hpp"
#include "proxy/sync/planner.hpp"

namespace busy24::sync {

namespace {

class Decider {
public:
    Decider(const workspace::Place& place, const store::Run& run)
        : place_(place), run_(run), candidates_(place.database, run.connection_id) {}

    Result<> decide(const std::string& question, api::Decision decision) {
        const auto row = TRY(candidates_.find(question));
        if (!row || !row->is_question)
            return Error{ErrorCode::not_found, "no question " + question};
        TRY(candidates_.decide(question, decision));
        touch(*row);
        if (decision == api::Decision::same) TRY(refuse_rivals(*row));
        for (const auto& erp_id : erp_ids_) {
            const auto result = action_for(TRY(candidates_.of(row->entity, erp_id)));
            TRY(plans_.replan(run_.id, row->entity, erp_id, result.action, result.busy_id));
        }
        for (const auto& busy_id : busy_ids_) TRY(plan_here(row->entity, busy_id));
        return {};
    }

private:
    void touch(const store::CandidateRow& row) {
        erp_ids_.insert(row.erp_id);
        busy_ids_.insert(row.busy_id);
    }

    Result<> refuse_rivals(const store::CandidateRow& row) {
        auto rivals = TRY(candidates_.claiming(row.entity, row.busy_id));
        const auto siblings = TRY(candidates_.of(row.entity, row.erp_id));
        rivals.insert(rivals.end(), siblings.begin(), siblings.end());
        for (const auto& rival : rivals) {
            if (rival.id == row.id || rival.decision != api::Decision::same) continue;
            TRY(candidates_.decide(rival.id, api::Decision::different));
            touch(rival);
        }
        return {};
    }

    // What is nobody over there is made over there, and what is somebody is not.
    Result<> plan_here(Entity entity, const std::string& busy_id) {
        const auto& type = entity_type(entity);
        if (!type.goes_both_ways() || run_.id.text.empty()) return {};
        const auto record = TRY(type.read_busy(place_, busy_id));
        const auto claims = TRY(candidates_.claiming(entity, busy_id));
        const bool is_new =
            record && record->is_active && record->number.empty() &&
            std::all_of(claims.begin(), claims.end(), [](const auto& claim) {
                return claim.is_question && claim.decision == api::Decision::different;
            });
        const auto erp_id = store::pending_erp_id(busy_id);
        const bool was_new = TRY(plans_.remove(run_.id, entity, erp_id));
        if (is_new) TRY(plans_.save(planned_new(run_.id, entity, busy_id, *record)));
        for (auto& progress : TRY(store::Runs(place_.database).entities_of(run_.id))) {
            if (progress.entity != entity || is_new == was_new) continue;
            progress.total += is_new ? 1 : -1;
            TRY(store::Runs(place_.database).save(progress));
        }
        return {};
    }

    const workspace::Place& place_;
    const store::Run& run_;
    store::Candidates candidates_;
    store::Plans plans_{place_.database};
    std::set<std::string> erp_ids_, busy_ids_;
};

}  // namespace

Result<> record_decision(const workspace::Place& place, const store::Run& run,
                         const std::string& question, api::Decision decision) {
    auto transaction = TRY(store::Transaction::begin(place.database));
    TRY(Decider(place, run).decide(question, decision));
    return transaction.commit();
}

}  // namespace busy24::sync
