// Streams each list into the database, a batch at a time.
#include "proxy/sync/reader.hpp"

#include "proxy/security/digest.hpp"
#include "proxy/store/connections.hpp"

namespace busy24::sync {

namespace {

class ListReader {
public:
    ListReader(RunContext& context, const EntityType& type) : context_(context), type_(type) {}

    Result<> read(const erp::Session& session) {
        TRY(set_total(0));
        const auto from = TRY(since());
        const auto listed = type_.list_erp(
            session, from, [this](Record&& record) { return take(std::move(record)); });
        if (!listed.ok() && rules().needs_whole_lists) return listed;
        TRY(flush());
        return finish();
    }

private:
    const SafetyRules& rules() const { return context_.parts.rules; }

    // Everything, or what was changed since the last run that came to its end began to read. Two
    // minutes and the seconds before are read again: the clocks differ, and the search looks at
    // whole minutes (product.md 4, rule 5; quirk 56).
    Result<Instant> since() {
        const std::int64_t overlap_ms = rules().reads_overlap ? 2 * minute_ms : 0;
        if (context_.run.scope == store::Scope::full) return from_utc({.year = 2000});
        const auto state =
            TRY(store::MirrorStates(context_.parts.database).get(context_.run.connection_id));
        return Instant{(state.read_at.ms - overlap_ms) / minute_ms * minute_ms};
    }

    Result<> take(Record&& record) {
        batch_.push_back(std::move(record));
        return batch_.size() < records_per_batch ? Result<>() : flush();
    }

    Result<> flush() {
        if (batch_.empty()) return {};
        const auto save_batch = [this]() -> Result<> {
            for (const auto& record : batch_) TRY(context_.records.save(row_of(record)));
            auto progress = TRY(context_.progress_of(type_.entity));
            progress.total += static_cast<std::int64_t>(batch_.size());
            return context_.runs.save(progress);
        };
        TRY(context_.in_batch(save_batch));
        batch_.clear();
        return {};
    }

    // Only now is the list known to be whole, and what it does not show to be gone.
    Result<> finish() {
        return context_.in_batch([this]() -> Result<> {
            auto progress = TRY(context_.progress_of(type_.entity));
            progress.is_read = true;
            return context_.runs.save(progress);
        });
    }

    Result<> set_total(std::int64_t total) {
        return context_.in_batch([&]() -> Result<> {
            auto progress = TRY(context_.progress_of(type_.entity));
            progress.total = total;
            return context_.runs.save(progress);
        });
    }

    store::MirrorRecord row_of(const Record& record) const {
        return {.connection_id = context_.run.connection_id,
                .entity = type_.entity,
                .side = store::Side::erp,
                .id = record.id,
                .hash = security::sha256(record.body),
                .body = record.body,
                .label = record.label,
                .number = record.number,
                .is_active = record.is_active,
                .problem = record.problem,
                .seen_in = context_.run.generation};
    }

    RunContext& context_;
    const EntityType& type_;
    std::vector<Record> batch_;
};

// One row of progress for each kind that is wanted, in their order.
Result<> prepare_progress(RunContext& context) {
    return context.in_batch([&]() -> Result<> {
        if (!TRY(context.runs.entities_of(context.run.id)).empty()) return {};
        std::int64_t position = 0;
        for (const auto* type : context.wanted_types())
            TRY(context.runs.save(store::RunEntity{
                .run_id = context.run.id, .entity = type->entity, .position = position++}));
        return {};
    });
}

}  // namespace

Result<> read_lists(RunContext& context) {
    TRY(prepare_progress(context));
    const auto session = TRY(context.parts.erp(context.run.connection_id));
    for (const auto& progress : TRY(context.runs.entities_of(context.run.id))) {
        if (progress.is_read) continue;
        const auto& type = entity_type(progress.entity);
        TRY(ListReader(context, type).read(session).context(word_of(type.entity)));
    }
    const auto now = context.parts.clock.now();
    TRY(store::Connections(context.parts.database).touch(context.run.connection_id, now));
    return context.change([now](store::Run& run) {
        run.phase = store::Phase::plan;
        run.read_at = now;
    });
}

}  // namespace busy24::sync
