// Batches: transactions that only the holder of the lease can make.
#include "proxy/sync/run_context.hpp"

#include "shared/json.hpp"

namespace busy24::sync {

Switches switches_of(const store::Run& run) {
    auto parsed = parse_json<Switches>(run.switches);
    return parsed.ok() ? std::move(parsed).value() : Switches{};
}

Switches switches_of(const store::Connection& connection) {
    return {.projects = connection.has_projects,
            .work_types = connection.has_work_types,
            .customers = connection.has_customers};
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
    if (parts.rules.renews_lease && !TRY(runs.renew(run.id, lease, parts.clock.now())))
        return put_down;
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

Result<store::Policy> RunContext::policy_for(Entity entity) {
    // Of everything else 24SevenOffice is the master.
    if (!entity_type(entity).goes_both_ways()) return store::Policy::erp;
    return TRY(states.get(run.connection_id)).project_policy;
}

Result<Choices> RunContext::choices_for(Entity entity, const std::string& busy_id) {
    Choices choices;
    for (const auto& conflict : TRY(journal.conflicts_of(entity, busy_id)))
        if (const auto chosen = value_of<store::Policy>(conflict.decision))
            choices[conflict.member] = *chosen;
    return choices;
}

Result<> RunContext::is_in_step(Entity entity, const std::string& busy_id,
                                const std::optional<store::Outgoing>& outgoing) {
    if (outgoing) TRY(outbox.remove(outgoing->id));
    return busy_changes.forget(run.workspace_id, entity, busy_id);
}

Result<> RunContext::note(const PlannedIds& ids, const MergeEvent& event) {
    return journal.note({.id = make_id(parts.random, parts.clock.now()),
                         .connection_id = run.connection_id,
                         .entity = ids.entity,
                         .busy_id = ids.busy_id,
                         .erp_id = ids.erp_id,
                         .run_id = run.id,
                         .noted_at = parts.clock.now(),
                         .rule = event.rule,
                         .member = event.member,
                         .before_value = event.before,
                         .after_value = event.after});
}

}  // namespace busy24::sync
