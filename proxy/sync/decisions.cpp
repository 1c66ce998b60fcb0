// Stores decisions and plans anew what they touch.
#include "proxy/sync/decisions.hpp"

#include <set>

#include "proxy/sync/planner.hpp"

namespace busy24::sync {

Result<> record_decision(store::Database& database, const store::Run& run,
                         const std::string& question, api::Decision decision) {
    store::Candidates candidates(database, run.connection_id);
    store::Plans plans(database);
    auto transaction = TRY(store::Transaction::begin(database));
    const auto row = TRY(candidates.find(question));
    if (!row || !row->is_question) return Error{ErrorCode::not_found, "no question " + question};
    TRY(candidates.decide(question, decision));

    std::set<std::string> touched{row->erp_id};
    if (decision == api::Decision::same) {
        auto rivals = TRY(candidates.claiming(row->entity, row->busy_id));
        const auto siblings = TRY(candidates.of(row->entity, row->erp_id));
        rivals.insert(rivals.end(), siblings.begin(), siblings.end());
        for (const auto& rival : rivals) {
            if (rival.id == row->id || rival.decision != api::Decision::same) continue;
            TRY(candidates.decide(rival.id, api::Decision::different));
            touched.insert(rival.erp_id);
        }
    }
    for (const auto& erp_id : touched) {
        const auto result = action_for(TRY(candidates.of(row->entity, erp_id)));
        TRY(plans.replan(run.id, row->entity, erp_id, result.action, result.busy_id));
    }
    return transaction.commit();
}

}  // namespace busy24::sync
