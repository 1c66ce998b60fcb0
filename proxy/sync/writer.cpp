// Writes batch after batch of planned records.
#include "proxy/sync/writer.hpp"

#include "proxy/security/digest.hpp"

namespace busy24::sync {

namespace {

using store::Action;
using store::PlannedRecord;

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
        const auto write_some = [&]() -> Result<> {
            const auto batch =
                TRY(context_.plans.open(context_.run.id, type_.entity, records_per_batch));
            has_more = !batch.empty();
            return has_more ? write_batch(batch) : Result<>();
        };
        while (has_more) TRY(context_.in_batch(write_some));
        return {};
    }

private:
    Result<> write_batch(const std::vector<PlannedRecord>& batch) {
        auto progress = TRY(context_.progress_of(type_.entity));
        for (auto planned : batch) {
            const auto outcome = TRY(carry_out(planned));
            planned.outcome = word_of(outcome);
            TRY(context_.plans.finish(planned));
            count(progress, outcome);
        }
        return context_.runs.save(progress);
    }

    Result<Outcome> carry_out(PlannedRecord& planned) {
        switch (planned.action) {
            case Action::keep:
                return Outcome::unchanged;
            case Action::ask:
                planned.reason = "undecided";
                return Outcome::skipped;
            case Action::skip:
                planned.reason = "decided";
                return Outcome::skipped;
            case Action::refuse:
                return Outcome::failed;  // the reason is known since it was read
            case Action::create:
            case Action::link:
            case Action::change:
            case Action::archive:
                return write_record(planned);
        }
        return Outcome::failed;
    }

    Result<Outcome> write_record(PlannedRecord& planned) {
        const auto& connection = context_.run.connection_id;
        auto record =
            TRY(context_.records.find(connection, type_.entity, store::Side::erp, planned.erp_id));
        if (!record || TRY(is_linked_elsewhere(planned))) return refused(planned);
        if (planned.action == Action::archive) TRY(archive(*record));

        const auto place = context_.place();
        std::optional<Record> before;
        if (!planned.busy_id.empty()) before = TRY(type_.read_busy(place, planned.busy_id));
        // The number of a record of 24SevenOffice is its id.
        std::int64_t number = 0;
        TRY(store::from_value(store::Value(record->id), number));
        const auto id = type_.write_busy(place, {planned.busy_id, number, record->body});
        if (!id.ok() && id.error().code == ErrorCode::conflict) return refused(planned);
        planned.busy_id = TRY(id);
        TRY(context_.records.save(store::Link{.connection_id = connection,
                                              .entity = type_.entity,
                                              .erp_id = record->id,
                                              .busy_id = planned.busy_id,
                                              .base_hash = record->hash,
                                              .base_body = record->body,
                                              .linked_at = place.now}));
        if (!before) return Outcome::created;
        return before->body == record->body ? Outcome::unchanged : Outcome::changed;
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
    const auto now = context.parts.clock.now();
    return context.change([now](store::Run& run) {
        run.phase = store::Phase::done;
        run.finished_at = now;
    });
}

}  // namespace busy24::sync
