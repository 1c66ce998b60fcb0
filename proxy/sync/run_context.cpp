// Batches: transactions that only the holder of the lease can make.
#include "proxy/sync/run_context.hpp"

#include "shared/json.hpp"

namespace busy24::sync {

Switches switches_of(const store::Run& run) {
    auto parsed = parse_json<Switches>(run.switches);
    return parsed.ok() ? std::move(parsed).value() : Switches{};
}

std::string switches_text(const Switches& switches) { return to_json_text(switches); }

std::vector<const EntityType*> RunContext::wanted_types() const {
    const auto switches = switches_of(run);
    std::vector<const EntityType*> types;
    for (const auto& type : all_entity_types())
        if (type.is_wanted(switches)) types.push_back(&type);
    return types;
}

Result<> RunContext::in_batch(const std::function<Result<>()>& work) {
    const Error put_down{
        ErrorCode::conflict, "the run is not this worker's", {}, std::string(put_down_reason)};
    if (is_stopping()) return put_down;
    auto transaction = TRY(store::Transaction::begin(parts.database));
    // The fence: this update and what follows happen together or not at all.
    if (!TRY(runs.renew(run.id, lease, parts.clock.now()))) return put_down;
    TRY(work());
    return transaction.commit();
}

Result<> RunContext::change(const std::function<void(store::Run&)>& change) {
    return in_batch([&]() -> Result<> {
        run = TRY(runs.get(run.id));
        change(run);
        return runs.save(run);
    });
}

Result<store::RunEntity> RunContext::progress_of(Entity entity) {
    return store::select_one<store::RunEntity>(
        parts.database, {store::equals("run_id", run.id), store::equals("entity", entity)});
}

}  // namespace busy24::sync
