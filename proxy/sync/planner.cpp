// Walks the records of one kind after the other, a page per transaction.
#include "proxy/sync/planner.hpp"

#include <algorithm>
#include <set>

#include "proxy/security/digest.hpp"
#include "proxy/store/left_alone.hpp"
#include "proxy/sync/guard.hpp"
#include "proxy/sync/made_there.hpp"

namespace busy24::sync {

namespace {

using store::Action;

// More candidates than this are not shown for one record: nobody can choose among them.
constexpr int candidates_max = 5;

class KindPlanner {
public:
    KindPlanner(RunContext& context, const EntityType& type, const PerhapsOurs& perhaps_ours)
        : context_(context),
          type_(type),
          connection_(context.run.connection_id),
          perhaps_ours_(perhaps_ours) {}

    Result<> plan() {
        left_alone_ =
            TRY(store::LeftAlones(context_.parts.database, connection_).ids(type_.entity));
        is_first_ = TRY(context_.states.get(connection_)).read_at.ms == 0;
        TRY(begin());
        if (is_full()) TRY(check_removals());
        if (is_full() || TRY(has_changes())) {
            TRY(collect_keys());
            TRY(plan_records());
            TRY(plan_changed_here());
            TRY(sort_candidates());
            TRY(apply_matches());
            TRY(plan_new_here());
        }
        return finish();
    }

private:
    const SafetyRules& rules() const { return context_.parts.rules; }
    bool is_full() const { return context_.run.scope == store::Scope::full; }

    // Without any, nothing is looked at, however many records there are.
    Result<bool> has_changes() {
        if (!TRY(page_after("")).empty()) return true;
        return type_.goes_both_ways() &&
               !TRY(context_.busy_changes.page(workspace(), type_.entity, "", 1)).empty();
    }

    const WorkspaceId& workspace() const { return context_.run.workspace_id; }

    Result<std::vector<store::Seen>> page_after(const std::string& after) {
        if (is_full())
            return context_.records.page(connection_, type_.entity, after, records_per_batch);
        return context_.records.page_of(connection_, type_.entity, context_.run.generation, after,
                                        records_per_batch);
    }

    // An earlier planning of this run may have stopped halfway.
    Result<> begin() {
        return context_.in_batch([this]() -> Result<> {
            TRY(context_.plans.clear(context_.run.id, type_.entity));
            return context_.candidates.clear_keys(type_.entity);
        });
    }

    // Only the workspace's records without a link can be matched, and at a first mirror there are
    // few or none: then theirs are not even looked at.
    Result<> collect_keys() {
        std::vector<std::string> ids;
        const auto flush = [&]() -> Result<> {
            const auto result = context_.in_batch([&]() -> Result<> {
                for (const auto& id : ids) TRY(add_keys(id));
                return {};
            });
            ids.clear();
            return result;
        };
        TRY(type_.unlinked_busy(context_.place(), connection_, [&](const auto& id) -> Result<> {
            ids.push_back(id);
            return ids.size() < records_per_batch ? Result<>() : flush();
        }));
        return flush();
    }

    Result<> add_keys(const std::string& id) {
        if (left_alone_.busy.contains(id)) return {};
        const auto record = TRY(type_.read_busy(context_.place(), id));
        if (!record) return {};
        own_.push_back(id);
        for (const auto& key : type_.match_keys(*record)) {
            TRY(context_.candidates.add_key(type_.entity, word_of(key.reason), key.value, id));
            has_keys_ = true;
        }
        return {};
    }

    Result<> check_removals() {
        if (context_.run.is_approved || !rules().holds_shrunk_lists) return {};
        const auto presence =
            TRY(context_.records.presence(connection_, type_.entity, context_.run.generation));
        if (is_safe({presence.linked, presence.missing})) return {};
        return Error{ErrorCode::conflict,
                     std::string(word_of(type_.entity)) + ": " + std::to_string(presence.missing) +
                         " of " + std::to_string(presence.linked) + " are gone",
                     {},
                     "list_shrank"};
    }

    Result<> plan_records() {
        std::string after;
        while (true) {
            const auto page = TRY(page_after(after));
            if (page.empty()) return {};
            const auto plan_page = [&]() -> Result<> {
                for (const auto& seen : page) TRY(plan_one(seen));
                return {};
            };
            TRY(context_.in_batch(plan_page));
            after = page.back().record.id;
        }
    }

    Result<> plan_one(const store::Seen& seen) {
        const auto& record = seen.record;
        if (left_alone_.erp.contains(record.id)) return {};
        const auto action = action_for(Situation{
            .is_linked = !seen.busy_id.empty(),
            .is_listed = record.seen_in == context_.run.generation,
            .is_active = record.is_active,
            .has_problem = !record.problem.empty(),
            .has_new_content = record.hash != seen.base_hash,
        });
        if (!action) return {};
        // Not to come back as a stranger, for as long as nobody knows.
        if (*action == Action::create && perhaps_ours_.contains({type_.entity, record.id}))
            return {};
        if (*action == Action::create && has_keys_) TRY(find_candidates(record));
        const bool is_merged =
            type_.goes_both_ways() && (*action == Action::change || *action == Action::keep);
        const auto wanted = is_merged ? TRY(merged_action(seen)) : action;
        if (!wanted) return {};
        if (*wanted != Action::keep || is_first_) return plan_action(seen, *wanted);
        // Only what agrees for the first time gets a row that somebody may read.
        kept_ += is_full() ? 1 : 0;
        return {};
    }

    Result<> plan_action(const store::Seen& seen, Action action) {
        const auto& record = seen.record;
        ++planned_;
        return context_.plans.save({.run_id = context_.run.id,
                                    .entity = type_.entity,
                                    .erp_id = record.id,
                                    .busy_id = seen.busy_id,
                                    .action = action,
                                    .reason = record.problem,
                                    .label = record.label,
                                    .folded_label = domain::search_form(record.label),
                                    .number = record.number,
                                    .is_active = record.is_active});
    }

    // What the three versions of a linked record come to. nullopt: an earlier change of it is still
    // on its way to 24SevenOffice, and what comes of that must be known first.
    Result<std::optional<Action>> merged_action(const store::Seen& seen) {
        const auto outgoing = TRY(context_.outbox.of(type_.entity, seen.busy_id));
        if (rules().waits_for_unknown && outgoing && outgoing->state == store::SendState::unknown)
            return std::optional<Action>();
        const auto busy = TRY(type_.read_busy(context_.place(), seen.busy_id));
        if (!busy) return std::optional<Action>(Action::change);
        const auto& erp = seen.record;
        if (erp.hash == seen.base_hash && security::sha256(busy->body) == seen.base_hash) {
            TRY(context_.is_in_step(type_.entity, seen.busy_id, outgoing));
            return std::optional<Action>(Action::keep);
        }
        const auto link = TRY(context_.records.link_from(connection_, type_.entity, erp.id));
        if (!link) return std::optional<Action>();
        const auto merged =
            type_.merge({.base = link->base_body,
                         .erp = erp.body,
                         .busy = busy->body,
                         .policy = TRY(context_.policy_for(type_.entity)),
                         .choices = TRY(context_.choices_for(type_.entity, seen.busy_id))});
        const bool is_new_here = merged.for_busy != busy->body || merged.base != link->base_body;
        if (is_new_here || !merged.conflicts.empty()) return std::optional<Action>(Action::change);
        const bool is_refused = outgoing && outgoing->state != store::SendState::ready &&
                                outgoing->body == merged.for_erp;
        if (is_refused) return std::optional<Action>();
        if (merged.for_erp != erp.body) return std::optional<Action>(Action::change_in_erp);
        TRY(context_.is_in_step(type_.entity, seen.busy_id, outgoing));
        return std::optional<Action>(Action::keep);
    }

    // Records that a person changed here, and that 24SevenOffice has not told anything about.
    Result<> plan_changed_here() {
        if (is_full() || !type_.goes_both_ways()) return {};
        std::string after;
        while (true) {
            const auto ids = TRY(
                context_.busy_changes.page(workspace(), type_.entity, after, records_per_batch));
            if (ids.empty()) return {};
            const auto plan_some = [&]() -> Result<> {
                for (const auto& id : ids) TRY(plan_changed_one(id));
                return {};
            };
            TRY(context_.in_batch(plan_some));
            after = ids.back();
        }
    }

    Result<> plan_changed_one(const std::string& busy_id) {
        if (left_alone_.busy.contains(busy_id))
            return context_.busy_changes.forget(workspace(), type_.entity, busy_id);
        const auto link = TRY(context_.records.link_to(connection_, type_.entity, busy_id));
        if (!link) return {};
        auto record =
            TRY(context_.records.find(connection_, type_.entity, store::Side::erp, link->erp_id));
        if (!record || !record->problem.empty()) return {};
        const store::Seen seen{std::move(*record), busy_id, link->base_hash};
        const auto action = TRY(merged_action(seen));
        if (!action || *action == Action::keep) return {};
        return plan_action(seen, *action);
    }

    // What is only here is made there: nothing of it may be there already, not even perhaps.
    Result<> plan_new_here() {
        if (!type_.goes_both_ways()) return {};
        for (auto begin = own_.begin(); begin != own_.end();) {
            const auto end = std::distance(begin, own_.end()) > records_per_batch
                                 ? begin + records_per_batch
                                 : own_.end();
            const auto plan_some = [&]() -> Result<> {
                for (auto id = begin; id != end; ++id) TRY(plan_new_one(*id));
                return {};
            };
            TRY(context_.in_batch(plan_some));
            begin = end;
        }
        return {};
    }

    Result<> plan_new_one(const std::string& busy_id) {
        const auto record = TRY(type_.read_busy(context_.place(), busy_id));
        // One with a number has been there, and one that is archived is not wanted there.
        if (!record || !record->is_active || !record->number.empty()) return {};
        for (const auto& claim : TRY(context_.candidates.claiming(type_.entity, busy_id)))
            if (!claim.is_question || claim.decision != api::Decision::different) return {};
        const auto outgoing = TRY(context_.outbox.of(type_.entity, busy_id));
        if (rules().waits_for_unknown && outgoing && is_in_doubt(*outgoing)) return {};
        // One that waits for a person, or is to be let be, is not tried again as it was.
        if (outgoing && outgoing->state != store::SendState::ready &&
            outgoing->body == record->body)
            return {};
        ++planned_;
        return context_.plans.save(planned_new(context_.run.id, type_.entity, busy_id, *record));
    }

    bool is_in_doubt(const store::Outgoing& outgoing) const {
        return outgoing.state == store::SendState::unknown || outgoing.reason == perhaps_made ||
               outgoing.may_still_come(context_.parts.clock.now());
    }

    Result<> find_candidates(const store::MirrorRecord& record) {
        std::vector<domain::Hit> hits;
        const Record content{.id = record.id, .body = record.body, .number = record.number};
        for (const auto& key : type_.match_keys(content)) {
            const auto found = TRY(context_.candidates.hits(type_.entity, word_of(key.reason),
                                                            key.value, candidates_max));
            for (const auto& hit : found) hits.push_back({hit.busy_id, key.reason});
        }
        for (const auto& candidate : domain::best_candidates(hits, candidates_max))
            TRY(context_.candidates.save(
                {.id = make_id(context_.parts.random, context_.parts.clock.now()),
                 .entity = type_.entity,
                 .erp_id = record.id,
                 .busy_id = candidate.busy_id,
                 .reasons = domain::join_reasons(candidate.reasons),
                 .is_sure = domain::is_sure(candidate.reasons.front()),
                 .planned_in = context_.run.id.text}));
        return {};
    }

    Result<> sort_candidates() {
        return context_.in_batch([this]() -> Result<> {
            // A run that looked at a part has not looked for the others.
            if (is_full())
                TRY(context_.candidates.remove_others(type_.entity, context_.run.id.text));
            return context_.candidates.sort_out(type_.entity);
        });
    }

    Result<> apply_matches() {
        std::string after;
        while (true) {
            const auto page = TRY(context_.candidates.page(type_.entity, after, records_per_batch));
            if (page.empty()) return {};
            const auto apply_page = [&]() -> Result<> {
                for (const auto& row : page) TRY(apply_match(row.erp_id));
                return {};
            };
            TRY(context_.in_batch(apply_page));
            after = page.back().id;
        }
    }

    Result<> apply_match(const std::string& erp_id) {
        const auto result = action_for(TRY(context_.candidates.of(type_.entity, erp_id)));
        return context_.plans.replan(context_.run.id, type_.entity, erp_id, result.action,
                                     result.busy_id);
    }

    Result<> finish() {
        return context_.in_batch([this]() -> Result<> {
            auto progress = TRY(context_.progress_of(type_.entity));
            progress.is_planned = true;
            progress.total = planned_ + kept_;
            progress.unchanged = kept_;
            progress.created = progress.changed = 0;
            progress.skipped = progress.failed = 0;
            return context_.runs.save(progress);
        });
    }

    RunContext& context_;
    const EntityType& type_;
    const ConnectionId& connection_;
    store::LeftAloneIds left_alone_;
    const PerhapsOurs& perhaps_ours_;
    bool has_keys_ = false;
    std::vector<std::string> own_;  // records of the workspace without a link
    bool is_first_ = false;
    std::int64_t planned_ = 0;
    std::int64_t kept_ = 0;
};

// So many writes at once are rather a mistake than work (a list that was restored, a wrong client).
// A preview shows their number itself.
Result<> check_writes(RunContext& context) {
    constexpr std::int64_t writes_max = 500;
    if (!context.parts.rules.holds_many_writes) return {};
    if (!context.run.is_started || context.run.may_write_many) return {};
    const auto writes = TRY(context.plans.erp_writes(context.run.id));
    if (writes <= writes_max) return {};
    return Error{ErrorCode::conflict,
                 std::to_string(writes) + " records would be written",
                 {},
                 "too_many_writes"};
}

}  // namespace

store::PlannedRecord planned_new(const RunId& run, Entity entity, const std::string& busy_id,
                                 const Record& record) {
    return {.run_id = run,
            .entity = entity,
            .erp_id = store::pending_erp_id(busy_id),
            .busy_id = busy_id,
            .action = record.problem.empty() ? Action::create_in_erp : Action::refuse,
            .reason = record.problem,
            .label = record.label,
            .folded_label = domain::search_form(record.label),
            .number = record.number,
            .is_active = record.is_active};
}

Result<> make_plan(RunContext& context) {
    PerhapsOurs perhaps_ours;
    // What was perhaps made is found before anything new is planned on top of it.
    if (context.parts.rules.waits_for_unknown) perhaps_ours = TRY(look_up_made(context));
    for (const auto* type : context.wanted_types())
        if (!TRY(context.progress_of(type->entity)).is_planned)
            TRY(KindPlanner(context, *type, perhaps_ours).plan().context(word_of(type->entity)));
    TRY(check_writes(context));
    // Read afresh inside change(): it may have been started while it was being planned.
    return context.change([](store::Run& run) {
        run.phase = run.is_started ? store::Phase::write : store::Phase::ready;
    });
}

}  // namespace busy24::sync
