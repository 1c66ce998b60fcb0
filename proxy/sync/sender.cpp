// One record after the other, in the order in which they were changed.
#include "proxy/sync/sender.hpp"

#include <algorithm>

#include "proxy/jobs/backoff.hpp"
#include "proxy/store/project_details.hpp"
#include "proxy/sync/engine.hpp"
#include "proxy/sync/made_there.hpp"
#include "proxy/sync/written.hpp"

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

    // What stays unknown waits for a later run, and holds up no other record.
    Result<> send_all() {
        std::string after;
        while (auto outgoing = TRY(context_.outbox.next(after))) {
            after = outgoing->id;
            if (is_worth_a_try(*outgoing)) TRY(send(std::move(*outgoing)));
        }
        return {};
    }

private:
    // Safety rule: a new record that may be there is never sent again before it was looked for,
    // also when it has become one since the look.
    bool is_worth_a_try(const Outgoing& outgoing) const {
        if (outgoing.state != SendState::unknown) return true;
        if (outgoing.is_new()) return !context_.parts.rules.looks_before_repeating;
        return !outgoing.try_at || *outgoing.try_at <= context_.parts.clock.now();
    }

    Result<> send(Outgoing outgoing) {
        const auto& type = entity_type(outgoing.entity);
        const Outgoing before = outgoing;
        if (!TRY(begin(outgoing))) return {};
        const auto record = type.write_erp(
            session_,
            {.erp_id = outgoing.erp_id, .before = outgoing.before_body, .body = outgoing.body});
        const auto earlier = before.state == SendState::unknown ? Earlier::perhaps : Earlier::no;
        if (record.ok())
            return context_.in_batch([&]() -> Result<> {
                return note_written(context_, type, outgoing, record.value(), earlier);
            });
        return fail(before, std::move(outgoing), record.error());
    }

    // Counted before the call: whoever finds the row after a crash knows that it may have happened.
    // False when there is nothing to send any more: somebody has disconnected meanwhile, or
    // archived what is new.
    Result<bool> begin(Outgoing& outgoing) {
        bool is_there = false;
        const auto mark = [&]() -> Result<> {
            is_there = TRY(context_.outbox.find(outgoing.id)).has_value();
            if (is_there && outgoing.is_new()) is_there = TRY(is_still_wanted(outgoing));
            if (!is_there || !context_.parts.rules.marks_before_call) return {};
            const auto now = context_.parts.clock.now();
            ++outgoing.attempts;
            if (!outgoing.first_tried_at) outgoing.first_tried_at = now;
            outgoing.state = SendState::unknown;
            // Also a change that comes late would put an older version back.
            outgoing.try_at =
                now + std::max(context_.parts.save_lasts_ms,
                               jobs::retry_delay_ms(outgoing.attempts, context_.parts.random));
            return context_.outbox.save(outgoing);
        };
        TRY(context_.in_batch(mark));
        return is_there;
    }

    // What is archived here before it was made there is not made at all; its row goes.
    Result<bool> is_still_wanted(const Outgoing& outgoing) {
        const auto record =
            TRY(entity_type(outgoing.entity).read_busy(context_.place(), outgoing.busy_id));
        if (record && record->is_active) return true;
        TRY(context_.outbox.remove(outgoing.id));
        TRY(count_sent(context_, outgoing, Outcome::unchanged, "", ""));
        return false;
    }

    Result<> fail(const Outgoing& before, Outgoing outgoing, const Error& error) {
        if (error.reason == put_down_reason) return error;
        if (concerns_all(error)) {
            // A new record was surely not made by this try; what an earlier one did is as unknown
            // as before. A change may have been made: it is repeated until its answer comes.
            auto kept = before;
            const bool may_be_there = error.code == ErrorCode::unavailable;
            if (may_be_there && !before.erp_id.empty()) kept.state = SendState::unknown;
            TRY(keep(kept));
            return error;
        }
        const bool is_unknown =
            error.code == ErrorCode::ambiguous || error.code == ErrorCode::internal;
        outgoing.detail = error.detail;
        if (is_unknown && outgoing.attempts < send_attempts_max) {
            return keep(outgoing);
        }
        outgoing.state = SendState::parked;
        outgoing.reason = is_unknown             ? "answer_lost"
                          : error.reason.empty() ? std::string(word_of(error.code))
                                                 : error.reason;
        const auto park = [&]() -> Result<> {
            TRY(context_.outbox.save(outgoing));
            return count_sent(context_, outgoing, Outcome::failed, outgoing.reason,
                              outgoing.erp_id);
        };
        return context_.in_batch(park);
    }

    // The login, or the way there: the next record would fare no better.
    static bool concerns_all(const Error& error) {
        return error.code == ErrorCode::throttled || error.code == ErrorCode::unavailable ||
               error.code == ErrorCode::unauthenticated || error.reason == "tenant_not_reached" ||
               error.reason == "identity_blocked";
    }

    Result<> keep(const Outgoing& outgoing) {
        return context_.in_batch([&]() -> Result<> {
            if (!TRY(context_.outbox.find(outgoing.id))) return {};
            return context_.outbox.save(outgoing);
        });
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
        if (context.parts.rules.looks_before_repeating) TRY(look_up_made(context));
        const auto session = TRY(context.parts.erp(context.run.connection_id));
        TRY(Sender(context, session).send_all());
    }
    return finish_run(context);
}

}  // namespace busy24::sync
