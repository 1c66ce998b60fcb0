// Reads rows and words them.
#include "proxy/sync/reports.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "proxy/workspace/customers.hpp"

namespace busy24::sync {

namespace {

using store::Action;
using store::Phase;

api::EntityProgress progress_report(const store::RunEntity& entity) {
    return {
        .entity = entity.entity,
        .total = entity.total,
        .done = entity.created + entity.changed + entity.unchanged + entity.skipped + entity.failed,
        .created = entity.created,
        .changed = entity.changed,
        .unchanged = entity.unchanged,
        .skipped = entity.skipped,
        .failed = entity.failed};
}

Result<api::EntityPlan> plan_report(store::Database& database, const RunId& run,
                                    const store::RunEntity& entity) {
    auto counts = TRY(store::Plans(database).counts(run, entity.entity));
    return api::EntityPlan{.entity = entity.entity,
                           .fetched = entity.total - counts[Action::create_in_erp],
                           .create_in_busy = counts[Action::create],
                           .create_in_erp = counts[Action::create_in_erp],
                           .change_in_erp = counts[Action::change_in_erp],
                           .change = counts[Action::change] + counts[Action::archive],
                           .link = counts[Action::link],
                           .unchanged = counts[Action::keep] + entity.unchanged,
                           .ask = counts[Action::ask]};
}

Result<> add_plan(const workspace::Place& place, const store::Run& run,
                  const std::vector<store::RunEntity>& entities, api::Preview& preview) {
    for (const auto& entity : entities)
        preview.plans.push_back(TRY(plan_report(place.database, run.id, entity)));
    auto candidates = store::Candidates(place.database, run.connection_id);
    for (const auto& row : TRY(candidates.questions(questions_max)))
        if (auto question = TRY(question_report(place, row)))
            preview.questions.push_back(std::move(*question));
    return {};
}

Result<std::vector<api::RecordValue>> all_readable(const workspace::Place& place,
                                                   std::vector<api::RecordValue> values) {
    for (auto& value : values) value.text = TRY(readable(place, value.name, value.text));
    return values;
}

}  // namespace

Result<std::string> label_of(const workspace::Place& place, Entity entity, const std::string& id) {
    const auto record = TRY(entity_type(entity).read_busy(place, id));
    return record ? record->label : std::string();
}

Result<std::string> readable(const workspace::Place& place, const std::string& member,
                             const std::string& text) {
    std::int64_t number = 0;
    const auto end = text.data() + text.size();
    if (member != "customer" || std::from_chars(text.data(), end, number).ptr != end) return text;
    return TRY(workspace::customer_name(place, number)).value_or(text);
}

Result<std::string> readable_json(const workspace::Place& place, const std::string& member,
                                  const std::string& json) {
    const auto value = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
    if (value.is_string()) return readable(place, member, value.get<std::string>());
    if (value.is_null() || value.is_discarded()) return std::string();
    return readable(place, member, value.dump());
}

Result<std::optional<api::MatchQuestion>> question_report(const workspace::Place& place,
                                                          const store::CandidateRow& row) {
    const auto& type = entity_type(row.entity);
    const auto erp = TRY(store::Records(place.database)
                             .find(row.connection_id, row.entity, store::Side::erp, row.erp_id));
    const auto busy = TRY(type.read_busy(place, row.busy_id));
    if (!erp || !busy) return std::optional<api::MatchQuestion>();
    return std::optional<api::MatchQuestion>(api::MatchQuestion{
        .id = row.id,
        .entity = row.entity,
        .erp = TRY(all_readable(
            place, type.values({.id = erp->id, .body = erp->body, .number = erp->number}))),
        .busy = TRY(all_readable(place, type.values(*busy))),
        .reasons = domain::split_reasons(row.reasons),
        .decision = row.decision});
}

api::RunState state_of(const store::Run& run) {
    if (run.is_cancelled) return api::RunState::cancelled;
    if (run.has_failed() && !run.retry_at) return api::RunState::failed;
    switch (run.phase) {
        case Phase::done:
            return api::RunState::succeeded;
        case Phase::write:
        case Phase::send:
            return api::RunState::writing;
        case Phase::ready:
            return api::RunState::queued;
        case Phase::read:
        case Phase::plan:
            return run.lease_owner.empty() && !run.has_failed() ? api::RunState::queued
                                                                : api::RunState::reading;
    }
    return api::RunState::queued;
}

std::optional<api::Failure> failure_of(const store::Run& run) {
    if (!run.has_failed()) return std::nullopt;
    api::Failure failure{
        .code = value_of<ErrorCode>(run.failure_code).value_or(ErrorCode::internal),
        .reason = run.failure_reason,
        .tracking_id = run.id.text};
    if (run.retry_at) failure.retry_at_ms = run.retry_at->ms;
    return failure;
}

Result<api::Run> run_report(store::Database& database, const store::Run& run) {
    api::Run report{.id = run.id.text,
                    .state = state_of(run),
                    .started_by = run.started_by,
                    .started_at_ms = run.started_at.value_or(run.created_at).ms,
                    .failure = failure_of(run)};
    if (run.finished_at) report.finished_at_ms = run.finished_at->ms;
    for (const auto& entity : TRY(store::Runs(database).entities_of(run.id)))
        report.entities.push_back(progress_report(entity));
    return report;
}

Result<api::Preview> preview_report(const workspace::Place& place, const store::Run& run) {
    api::Preview preview{.state = api::PreviewState::reading};
    const auto entities = TRY(store::Runs(place.database).entities_of(run.id));
    for (const auto& entity : entities) preview.records_read += entity.total;
    if (run.phase == Phase::ready) {
        preview.state = api::PreviewState::ready;
        TRY(add_plan(place, run, entities, preview));
    } else if (run.has_failed() && run.lease_owner.empty()) {
        // It is tried again by itself when it may help, but somebody looks at it now.
        preview.state = api::PreviewState::failed;
        preview.failure = failure_of(run);
    }
    return preview;
}

}  // namespace busy24::sync
