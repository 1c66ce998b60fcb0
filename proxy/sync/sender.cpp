// One record after the other, in the order in which they were changed.
#include "proxy/sync/sender.hpp"

#include "proxy/security/digest.hpp"
#include "proxy/store/project_details.hpp"
#include "proxy/sync/engine.hpp"

namespace busy24::sync {

namespace {

using store::Outgoing;
using store::SendState;

class Sender {
public:
    Sender(RunContext& context, const erp::Session& session)
        : context_(context), session_(session.guarded([&context]() -> Result<> {
              // Another worker may have taken the run over while this one waited, and sent the
              // same; and from here on the lease is long enough for the call.
              if (!context.parts.rules.asks_before_call) return {};
              return context.in_batch([]() -> Result<> { return {}; });
          })) {}

    Result<> send_all() {
        std::string after;
        bool is_unsure = false;
        while (auto outgoing = TRY(context_.outbox.next(after))) {
            after = outgoing->id;
            is_unsure = TRY(send(std::move(*outgoing))) || is_unsure;
        }
        if (!is_unsure) return {};
        return Error{ErrorCode::unavailable, "some answers were lost", {}, "unsent"};
    }

private:
    // True when it is still not known whether the record was written.
    Result<bool> send(Outgoing outgoing) {
        const auto& type = entity_type(outgoing.entity);
        const Outgoing before = outgoing;
        if (!TRY(begin(outgoing))) return false;
        auto record = write(type, before, outgoing);
        if (record.ok()) {
            TRY(context_.in_batch(
                [&]() -> Result<> { return finish(type, outgoing, record.value()); }));
            return false;
        }
        return fail(before, std::move(outgoing), record.error());
    }

    // Counted before the call: whoever finds the row after a crash knows that it may have happened.
    // False when the row is gone, because somebody has disconnected meanwhile.
    Result<bool> begin(Outgoing& outgoing) {
        bool is_there = false;
        const auto mark = [&]() -> Result<> {
            is_there = TRY(context_.outbox.find(outgoing.id)).has_value();
            if (!is_there || !context_.parts.rules.marks_before_call) return {};
            ++outgoing.attempts;
            if (!outgoing.first_tried_at) outgoing.first_tried_at = context_.parts.clock.now();
            outgoing.state = SendState::unknown;
            return context_.outbox.save(outgoing);
        };
        TRY(context_.in_batch(mark));
        return is_there;
    }

    Result<Record> write(const EntityType& type, const Outgoing& before, const Outgoing& outgoing) {
        // A change starts from what is there, and so finds by itself that it is done already.
        const bool may_be_there = before.erp_id.empty() && before.state == SendState::unknown;
        if (may_be_there && context_.parts.rules.looks_before_repeating) {
            constexpr std::int64_t clocks_differ_ms = 2 * minute_ms;
            const auto since = *outgoing.first_tried_at + -clocks_differ_ms;
            const auto is_taken = [&](const std::string& erp_id) -> Result<bool> {
                return TRY(context_.records.link_from(context_.run.connection_id, type.entity,
                                                      erp_id))
                    .has_value();
            };
            if (auto found = TRY(type.find_written(session_, outgoing.body, since, is_taken)))
                return std::move(*found);
        }
        return type.write_erp(
            session_,
            {.erp_id = outgoing.erp_id, .before = outgoing.before_body, .body = outgoing.body});
    }

    Result<> finish(const EntityType& type, const Outgoing& outgoing, const Record& record) {
        if (!TRY(context_.outbox.find(outgoing.id))) return {};
        const auto& connection = context_.run.connection_id;
        const auto busy = TRY(type.read_busy(context_.place(), outgoing.busy_id));
        if (!busy) return context_.outbox.remove(outgoing.id);
        auto link = TRY(context_.records.link_from(connection, type.entity, record.id));
        if (!link)
            link = store::Link{.connection_id = connection,
                               .entity = type.entity,
                               .erp_id = record.id,
                               .busy_id = outgoing.busy_id,
                               .base_body = outgoing.body,
                               .linked_at = context_.parts.clock.now()};
        else
            link->base_body =
                type.settled(link->base_body, outgoing.before_body, outgoing.body, busy->body);
        link->base_hash = security::sha256(link->base_body);
        if (outgoing.erp_id.empty()) TRY(give_number(type, outgoing, record, *busy));
        TRY(context_.records.save(*link));
        TRY(context_.records.save(store::MirrorRecord{.connection_id = connection,
                                                      .entity = type.entity,
                                                      .side = store::Side::erp,
                                                      .id = record.id,
                                                      .hash = security::sha256(record.body),
                                                      .body = record.body,
                                                      .label = record.label,
                                                      .number = record.number,
                                                      .is_active = record.is_active,
                                                      .problem = record.problem,
                                                      .seen_in = context_.run.generation}));
        TRY(context_.outbox.remove(outgoing.id));
        const bool is_new = outgoing.erp_id.empty();
        TRY(context_.note(
            {type.entity, record.id, outgoing.busy_id},
            {is_new ? "created_in_erp" : "sent", "", outgoing.before_body, record.body}));
        return count(outgoing, is_new ? Outcome::created : Outcome::changed, "", record.number);
    }

    // The number of a record is its id in 24SevenOffice; all else stays as the workspace has it.
    Result<> give_number(const EntityType& type, const Outgoing& outgoing, const Record& record,
                         const Record& busy) {
        std::int64_t number = 0;
        TRY(store::from_value(store::Value(record.id), number));
        TRY(type.write_busy(context_.place(), {outgoing.busy_id, number, busy.body}));
        return {};
    }

    Result<bool> fail(const Outgoing& before, Outgoing outgoing, const Error& error) {
        if (error.reason == put_down_reason) return error;
        const bool concerns_all = error.code == ErrorCode::throttled ||
                                  error.code == ErrorCode::unavailable ||
                                  error.code == ErrorCode::unauthenticated;
        if (concerns_all) {
            // Surely not written by this try; what an earlier one did is as unknown as before.
            TRY(keep(before));
            return error;
        }
        const bool is_unknown =
            error.code == ErrorCode::ambiguous || error.code == ErrorCode::internal;
        outgoing.detail = error.detail;
        if (is_unknown && outgoing.attempts < send_attempts_max) {
            TRY(keep(outgoing));
            return true;
        }
        outgoing.state = SendState::parked;
        outgoing.reason = is_unknown             ? "answer_lost"
                          : error.reason.empty() ? std::string(word_of(error.code))
                                                 : error.reason;
        const auto park = [&]() -> Result<> {
            TRY(context_.outbox.save(outgoing));
            return count(outgoing, Outcome::failed, outgoing.reason, outgoing.erp_id);
        };
        TRY(context_.in_batch(park));
        return false;
    }

    Result<> keep(const Outgoing& outgoing) {
        return context_.in_batch([&]() -> Result<> {
            if (!TRY(context_.outbox.find(outgoing.id))) return {};
            return context_.outbox.save(outgoing);
        });
    }

    Result<> count(const Outgoing& outgoing, Outcome outcome, const std::string& reason,
                   const std::string& number) {
        TRY(context_.plans.finish_sent(context_.run.id, outgoing.entity, outgoing.busy_id,
                                       word_of(outcome), reason, number));
        auto progress = context_.progress_of(outgoing.entity);
        // Left over from a run that wanted this kind, while this one does not.
        if (!progress.ok() && progress.error().code == ErrorCode::not_found) return {};
        auto row = TRY(std::move(progress));
        if (outcome == Outcome::created) ++row.created;
        if (outcome == Outcome::changed) ++row.changed;
        if (outcome == Outcome::failed) ++row.failed;
        return context_.runs.save(row);
    }

    RunContext& context_;
    erp::Session session_;
};

// The members of projects that the run has read are fetched beside the runs.
Result<> want_members(RunContext& context) {
    store::ProjectDetails details(context.parts.database);
    std::string after;
    const auto want_some = [&]() -> Result<> {
        after = TRY(details.members_wanted(context.run.connection_id, context.run.generation, after,
                                           records_per_batch));
        return {};
    };
    do {
        TRY(context.in_batch(want_some));
    } while (!after.empty());
    return {};
}

// From now on the next run needs to look only at what changed since this one began.
Result<> finish_run(RunContext& context) {
    TRY(want_members(context));
    return context.in_batch([&]() -> Result<> {
        auto state = TRY(context.states.get(context.run.connection_id));
        context.run = TRY(context.runs.get(context.run.id));
        state.read_at = context.run.created_at;
        if (context.run.scope == store::Scope::full) state.compared_at = context.run.created_at;
        TRY(context.states.save(state));
        context.run.phase = store::Phase::done;
        context.run.finished_at = context.parts.clock.now();
        return context.runs.save(context.run);
    });
}

}  // namespace

Result<> send_outbox(RunContext& context) {
    if (TRY(context.outbox.next(""))) {
        const auto session = TRY(context.parts.erp(context.run.connection_id));
        TRY(Sender(context, session).send_all());
    }
    return finish_run(context);
}

}  // namespace busy24::sync
