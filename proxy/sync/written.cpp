// One transaction for all that follows from a write.
#include "proxy/sync/written.hpp"

#include "proxy/security/digest.hpp"
#include "proxy/store/left_alone.hpp"

namespace busy24::sync {

namespace {

using store::Outgoing;

// The number of a record is its id in 24SevenOffice; all else stays as the workspace has it.
Result<> give_number(RunContext& context, const EntityType& type, const std::string& busy_id,
                     const Record& record, const Record& busy) {
    std::int64_t number = 0;
    TRY(store::from_value(store::Value(record.id), number));
    TRY(type.write_busy(context.place(), {busy_id, number, busy.body}));
    return {};
}

store::MirrorRecord row_of(const RunContext& context, Entity entity, const Record& record) {
    return {.connection_id = context.run.connection_id,
            .entity = entity,
            .side = store::Side::erp,
            .id = record.id,
            .hash = security::sha256(record.body),
            .body = record.body,
            .label = record.label,
            .number = record.number,
            .is_active = record.is_active,
            .problem = record.problem,
            .seen_in = context.run.generation};
}

}  // namespace

Result<> note_written(RunContext& context, const EntityType& type, const Outgoing& outgoing,
                      const Record& record, Earlier earlier) {
    if (!TRY(context.outbox.find(outgoing.id))) return {};
    const auto& connection = context.run.connection_id;
    const auto busy = TRY(type.read_busy(context.place(), outgoing.busy_id));
    if (!busy) return context.outbox.remove(outgoing.id);
    auto link = TRY(context.records.link_from(connection, type.entity, record.id));
    if (!link)
        link = store::Link{.connection_id = connection,
                           .entity = type.entity,
                           .erp_id = record.id,
                           .busy_id = outgoing.busy_id,
                           .base_body = outgoing.body,
                           .linked_at = context.parts.clock.now()};
    else
        link->base_body = type.settled(link->base_body, outgoing.before_body, outgoing.body,
                                       record.body, busy->body, earlier);
    link->base_hash = security::sha256(link->base_body);
    const bool is_new = outgoing.erp_id.empty();
    if (is_new) {
        TRY(give_number(context, type, outgoing.busy_id, record, *busy));
        TRY(store::LeftAlones(context.parts.database, connection)
                .found_there(type.entity, outgoing.busy_id, record.id));
    }
    TRY(context.records.save(*link));
    TRY(context.records.save(row_of(context, type.entity, record)));
    TRY(context.outbox.remove(outgoing.id));
    // Edited since, here or there: that was not planned while this was on its way.
    if (link->base_body != busy->body || link->base_body != record.body)
        TRY(context.busy_changes.note({.workspace_id = context.run.workspace_id,
                                       .entity = type.entity,
                                       .busy_id = outgoing.busy_id,
                                       .changed_at = context.parts.clock.now()}));
    TRY(context.note({type.entity, record.id, outgoing.busy_id},
                     {is_new ? "created_in_erp" : "sent", "", outgoing.before_body, record.body}));
    return count_sent(context, outgoing, is_new ? Outcome::created : Outcome::changed, "",
                      record.number);
}

Result<> count_sent(RunContext& context, const Outgoing& outgoing, Outcome outcome,
                    const std::string& reason, const std::string& number) {
    TRY(context.plans.finish_sent(context.run.id, outgoing.entity, outgoing.busy_id,
                                  word_of(outcome), reason, number));
    auto progress = context.progress_of(outgoing.entity);
    // Left over from a run that wanted this kind, while this one does not.
    if (!progress.ok() && progress.error().code == ErrorCode::not_found) return {};
    auto row = TRY(std::move(progress));
    if (outcome == Outcome::created) ++row.created;
    if (outcome == Outcome::changed) ++row.changed;
    if (outcome == Outcome::failed) ++row.failed;
    return context.runs.save(row);
}

}  // namespace busy24::sync
