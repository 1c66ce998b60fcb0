// Writes batch after batch of planned records.
#include "proxy/sync/writer.hpp"

#include <algorithm>

#include "proxy/security/digest.hpp"

namespace busy24::sync {

namespace {

using store::Action;
using store::OpenPlan;
using store::PlannedRecord;

// In the place of an outcome, for what is on its way to 24SevenOffice.
constexpr std::string_view queued = "queued";

void count(store::RunEntity& progress, Outcome outcome) {
    switch (outcome) {
        case Outcome::created:
            ++progress.created;
            break;
        case Outcome::changed:
            ++progress.changed;
            break;
        case Outcome::unchanged:
            ++progress.unchanged;
            break;
        case Outcome::skipped:
            ++progress.skipped;
            break;
        case Outcome::failed:
            ++progress.failed;
            break;
    }
}

class KindWriter {
public:
    KindWriter(RunContext& context, const EntityType& type) : context_(context), type_(type) {}

    Result<> write() {
        bool has_more = true;
        std::string after;
        const auto write_some = [&]() -> Result<> {
            auto batch = TRY(context_.plans.open(context_.run.connection_id, context_.run.id,
                                                 type_.entity, after, records_per_batch));
            has_more = !batch.empty();
            if (!has_more) return {};
            after = batch.back().planned.erp_id;
            return write_batch(batch);
        };
        while (has_more) TRY(context_.in_batch(write_some));
        return {};
    }

private:
    Result<> write_batch(std::vector<OpenPlan>& batch) {
        auto progress = TRY(context_.progress_of(type_.entity));
        for (auto& open : batch) {
            const auto outcome = TRY(carry_out(open));
            open.planned.outcome = outcome ? word_of(*outcome) : queued;
            if (outcome) count(progress, *outcome);
        }
        TRY(finish(batch));
        return context_.runs.save(progress);
    }

    // Neighbours of which the same came are finished together.
    Result<> finish(const std::vector<OpenPlan>& batch) {
        for (auto first = batch.begin(); first != batch.end();) {
            const auto& alike = first->planned;
            const auto end = std::find_if(first, batch.end(), [&](const OpenPlan& open) {
                return open.planned.outcome != alike.outcome || open.planned.reason != alike.reason;
            });
            TRY(context_.plans.finish(alike.erp_id, std::prev(end)->planned));
            first = end;
        }
        return {};
    }

    // nullopt: what comes of it is known when it has been sent.
    Result<std::optional<Outcome>> carry_out(OpenPlan& open) {
        auto& planned = open.planned;
        switch (planned.action) {
            case Action::keep:
                return std::optional(Outcome::unchanged);
            case Action::ask:
                planned.reason = "undecided";
                return std::optional(Outcome::skipped);
            case Action::skip:
                planned.reason = "decided";
                return std::optional(Outcome::skipped);
            case Action::refuse:
                return std::optional(Outcome::failed);  // the reason is known since it was read
            case Action::create_in_erp:
                return enqueue_new(planned);
            case Action::change:
            case Action::change_in_erp:
                if (type_.goes_both_ways()) return merge_record(open);
                [[fallthrough]];
            case Action::create:
            case Action::link:
            case Action::archive:
                return std::optional(TRY(write_record(open)));
        }
        return std::optional(Outcome::failed);
    }

    Result<> enqueue(const PlannedRecord& planned, const std::string& erp_id,
                     const std::string& before, const std::string& body) {
        auto outgoing = TRY(context_.outbox.of(type_.entity, planned.busy_id));
        const auto now = context_.parts.clock.now();
        // An earlier one that waits for a person is replaced: this is what the record is by now.
        if (outgoing) TRY(context_.outbox.remove(outgoing->id));
        TRY(context_.outbox.save({.id = make_id(context_.parts.random, now),
                                  .connection_id = context_.run.connection_id,
                                  .entity = type_.entity,
                                  .busy_id = planned.busy_id,
                                  .erp_id = erp_id,
                                  .before_body = before,
                                  .body = body,
                                  .created_at = now}));
        return context_.busy_changes.forget(context_.run.workspace_id, type_.entity,
                                            planned.busy_id);
    }

    Result<std::optional<Outcome>> enqueue_new(PlannedRecord& planned) {
        const auto record = TRY(type_.read_busy(context_.place(), planned.busy_id));
        const auto link = TRY(
            context_.records.link_to(context_.run.connection_id, type_.entity, planned.busy_id));
        if (!record || link) return std::optional(Outcome::unchanged);
        TRY(enqueue(planned, "", "", record->body));
        return std::optional<Outcome>();
    }

    // The merge once more, of what the three versions are now: since the plan was made, somebody
    // may have changed the record here.
    Result<std::optional<Outcome>> merge_record(OpenPlan& open) {
        auto& [planned, record] = open;
        const auto& connection = context_.run.connection_id;
        auto link = TRY(context_.records.link_from(connection, type_.entity, planned.erp_id));
        if (!record || !link) return std::optional(refused(planned));
        const auto busy = TRY(type_.read_busy(context_.place(), link->busy_id));
        if (!busy) return std::optional(TRY(write_record(open)));
        const auto merged =
            type_.merge({.base = link->base_body,
                         .erp = record->body,
                         .busy = busy->body,
                         .policy = TRY(context_.policy_for(type_.entity)),
                         .choices = TRY(context_.choices_for(type_.entity, link->busy_id))});
        if (merged.for_busy != busy->body) {
            std::int64_t number = 0;
            TRY(store::from_value(store::Value(record->id), number));
            const auto written =
                type_.write_busy(context_.place(), {link->busy_id, number, merged.for_busy});
            if (!written.ok() && written.error().code == ErrorCode::conflict)
                return std::optional(refused(planned));
            TRY(written);
        }
        link->base_body = merged.base;
        link->base_hash = security::sha256(merged.base);
        TRY(context_.records.save(*link));
        TRY(note_merge(planned, merged));
        if (merged.for_erp == record->body) {
            // What was on its way has lost, or is there.
            const auto waiting = TRY(context_.outbox.of(type_.entity, link->busy_id));
            TRY(context_.is_in_step(type_.entity, link->busy_id, waiting));
            return std::optional(merged.for_busy != busy->body ? Outcome::changed
                                                               : Outcome::unchanged);
        }
        TRY(enqueue(planned, record->id, record->body, merged.for_erp));
        return std::optional<Outcome>();
    }

    // A conflict that is no longer one is closed.
    Result<> note_merge(const PlannedRecord& planned, const MergeResult& merged) {
        for (const auto& event : merged.events)
            TRY(context_.note({type_.entity, planned.erp_id, planned.busy_id}, event));
        const auto known = TRY(context_.journal.conflicts_of(type_.entity, planned.busy_id));
        if (merged.conflicts.empty() && known.empty()) return {};
        TRY(context_.journal.close(type_.entity, planned.busy_id));
        for (const auto& conflict : merged.conflicts)
            TRY(context_.journal.open({.connection_id = context_.run.connection_id,
                                       .entity = type_.entity,
                                       .busy_id = planned.busy_id,
                                       .member = conflict.member,
                                       .erp_value = conflict.erp_value,
                                       .busy_value = conflict.busy_value,
                                       .opened_at = context_.parts.clock.now(),
                                       .decision = {}}));
        return {};
    }

    Result<Outcome> write_record(OpenPlan& open) {
        auto& [planned, record] = open;
        if (!record || TRY(is_linked_elsewhere(planned))) return refused(planned);
        const auto place = context_.place();
        std::optional<Record> before;
        if (!planned.busy_id.empty()) before = TRY(type_.read_busy(place, planned.busy_id));
        if (planned.action == Action::archive) {
            TRY(archive(*record));
            if (before && type_.goes_both_ways()) return archive_here(planned, *before);
        }
        // The number of a record of 24SevenOffice is its id.
        std::int64_t number = 0;
        TRY(store::from_value(store::Value(record->id), number));
        const auto id = type_.write_busy(place, {planned.busy_id, number, record->body});
        if (!id.ok() && id.error().code == ErrorCode::conflict) return refused(planned);
        planned.busy_id = TRY(id);
        TRY(context_.records.save(store::Link{.connection_id = context_.run.connection_id,
                                              .entity = type_.entity,
                                              .erp_id = record->id,
                                              .busy_id = planned.busy_id,
                                              .base_hash = record->hash,
                                              .base_body = record->body,
                                              .linked_at = place.now}));
        TRY(note_write(planned, before ? before->body : std::string(), record->body));
        if (!before) return Outcome::created;
        return before->body == record->body ? Outcome::unchanged : Outcome::changed;
    }

    // All else stays as people have it here, for when the record comes back.
    Result<Outcome> archive_here(PlannedRecord& planned, const Record& before) {
        auto link = TRY(
            context_.records.link_from(context_.run.connection_id, type_.entity, planned.erp_id));
        if (!link) return refused(planned);
        std::int64_t number = 0;
        TRY(store::from_value(store::Value(planned.erp_id), number));
        const auto body = type_.archived_body(before.body);
        TRY(type_.write_busy(context_.place(), {planned.busy_id, number, body}));
        link->base_body = type_.archived_body(link->base_body);
        link->base_hash = security::sha256(link->base_body);
        TRY(context_.records.save(*link));
        TRY(note_write(planned, before.body, body));
        return before.body == body ? Outcome::unchanged : Outcome::changed;
    }

    // The version that goes is kept in the history. A record that was to be made there, and is
    // linked now, was made there after all.
    Result<> note_write(const PlannedRecord& planned, const std::string& before,
                        const std::string& after) {
        if (planned.action == Action::link)
            if (const auto outgoing = TRY(context_.outbox.of(type_.entity, planned.busy_id)))
                TRY(context_.outbox.remove(outgoing->id));
        if (before.empty() || before == after) return {};
        return context_.note({type_.entity, planned.erp_id, planned.busy_id},
                             {std::string(word_of(planned.action)), "", before, after});
    }

    // Gone there means archived here; it comes back when the list shows it again (product.md 4,
    // rule 4).
    Result<> archive(store::MirrorRecord& record) {
        record.body = type_.archived_body(record.body);
        record.hash = security::sha256(record.body);
        record.is_active = false;
        return context_.records.save(record);
    }

    // Two records there cannot be one here, whatever was decided.
    Result<bool> is_linked_elsewhere(const PlannedRecord& planned) {
        if (planned.action != Action::link) return false;
        const auto link = TRY(
            context_.records.link_to(context_.run.connection_id, type_.entity, planned.busy_id));
        return link && link->erp_id != planned.erp_id;
    }

    static Outcome refused(PlannedRecord& planned) {
        planned.reason = "refused";
        return Outcome::failed;
    }

    RunContext& context_;
    const EntityType& type_;
};

}  // namespace

Result<> write_plan(RunContext& context) {
    for (const auto* type : context.wanted_types())
        TRY(KindWriter(context, *type).write().context(word_of(type->entity)));
    return context.change([](store::Run& run) { run.phase = store::Phase::send; });
}

}  // namespace busy24::sync
