// The order of the phases, and back-off.
#include "proxy/sync/engine.hpp"

#include <algorithm>

#include "proxy/jobs/backoff.hpp"
#include "proxy/sync/planner.hpp"
#include "proxy/sync/reader.hpp"
#include "proxy/sync/sender.hpp"
#include "proxy/sync/writer.hpp"

namespace busy24::sync {

namespace {

using store::Phase;

Result<> run_phases(RunContext& context) {
    while (true) {
        switch (context.run.phase) {
            case Phase::read:
                TRY(read_lists(context));
                break;
            case Phase::plan:
                TRY(make_plan(context));
                break;
            case Phase::write:
                TRY(write_plan(context));
                break;
            case Phase::send:
                TRY(send_outbox(context));
                break;
            case Phase::ready:
            case Phase::done:
                return {};
        }
        // Whatever went wrong before is over.
        TRY(context.change([](store::Run& run) { clear_failure(run); }));
    }
}

std::optional<Instant> next_attempt(const Error& error, std::int64_t attempts,
                                    RunContext& context) {
    if (!is_passing(error.code) || attempts >= attempts_max) return std::nullopt;
    const auto now = context.parts.clock.now();
    auto due = now + jobs::retry_delay_ms(attempts, context.parts.random);
    // The other side said when to come back: earlier would only prolong it.
    due = std::max(due, Instant{error.retry_at_ms.value_or(0)});
    // Nothing goes on by itself while the mirror is paused.
    const bool is_asked_for = !context.run.started_by.empty() || !context.run.is_started;
    const auto state = context.states.get(context.run.connection_id);
    return is_asked_for || !state.ok() ? due : std::max(due, state.value().paused_until);
}

Result<> note_failure(RunContext& context, const Error& error) {
    return context.change([&](store::Run& run) {
        ++run.attempts;
        run.failure_code = word_of(error.code);
        run.failure_reason = error.reason;
        run.failure_detail = error.detail;
        run.retry_at = next_attempt(error, run.attempts, context);
    });
}

}  // namespace

void clear_failure(store::Run& run) {
    run.attempts = 0;
    run.failure_code.clear();
    run.failure_reason.clear();
    run.failure_detail.clear();
    run.retry_at.reset();
}

bool is_held(const store::Run& run) {
    return run.has_failed() && !run.is_cancelled &&
           (run.failure_reason == "list_shrank" || run.failure_reason == "too_many_writes" ||
            run.failure_reason == "tenant_not_reached");
}

bool is_passing(ErrorCode code) {
    switch (code) {
        case ErrorCode::throttled:
        case ErrorCode::unavailable:
        // A reading call whose answer was lost: what was written is the sender's to look up.
        case ErrorCode::ambiguous:
        case ErrorCode::internal:
            return true;
        case ErrorCode::invalid:
        case ErrorCode::unauthenticated:
        case ErrorCode::forbidden:
        case ErrorCode::not_found:
        case ErrorCode::conflict:
            return false;
    }
    return false;
}

void read_again(store::Run& run, const std::string& switches, std::string generation) {
    run.phase = Phase::read;
    run.switches = switches;
    run.generation = std::move(generation);
    run.read_at.reset();
    clear_failure(run);
}

Result<> work_on(RunContext& context) {
    auto result = run_phases(context);
    const bool was_put_down = !result.ok() && result.error().reason == put_down_reason;
    if (!result.ok() && !was_put_down) {
        // A failure that cannot be noted is found again when the lease has run out.
        if (auto noted = note_failure(context, result.error()); !noted.ok()) return noted;
    }
    TRY(context.runs.release(context.run.id, context.lease));
    return was_put_down ? Result<>() : result;
}

}  // namespace busy24::sync
