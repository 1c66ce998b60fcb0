// One look for all of them, then one after the other in the order in which they were made.
#include "proxy/sync/made_there.hpp"

#include <algorithm>

#include "proxy/store/left_alone.hpp"
#include "proxy/sync/written.hpp"

namespace busy24::sync {

namespace {

using store::Outgoing;
using store::SendState;

constexpr std::int64_t clocks_differ_ms = 2 * minute_ms;

class Look {
public:
    Look(RunContext& context, const EntityType& type, PerhapsOurs& perhaps_ours)
        : context_(context), type_(type), perhaps_ours_(perhaps_ours) {}

    Result<> look() {
        const auto rows = TRY(context_.outbox.perhaps_made(type_.entity));
        if (rows.empty()) return {};
        const auto session = TRY(context_.parts.erp(context_.run.connection_id));
        auto since = context_.parts.clock.now();
        for (const auto& row : rows)
            since = std::min(since, row.first_tried_at.value_or(row.created_at));
        left_alone_ = TRY(store::LeftAlones(context_.parts.database, context_.run.connection_id)
                              .ids(type_.entity));
        TRY(type_.list_made(session, since + -clocks_differ_ms, [this](MadeThere&& made) {
            made_.push_back(std::move(made));
            return Result<>();
        }));
        for (const auto& row : rows)
            TRY(context_.in_batch([&]() -> Result<> { return settle(row); }));
        return {};
    }

private:
    Result<> settle(Outgoing row) {
        // Somebody may have decided otherwise meanwhile.
        const auto current = TRY(context_.outbox.find(row.id));
        if (!current || *current != row) return {};
        const MadeThere* namesake = nullptr;
        std::vector<std::string> others;
        for (const auto& made : made_) {
            if (TRY(is_taken(made.record.id))) continue;
            if (type_.is_namesake(row.body, made.record.body)) {
                if (!namesake) namesake = &made;
            } else if (!made.is_untouched) {
                others.push_back(made.record.id);
            }
        }
        if (namesake) return note_written(context_, type_, row, namesake->record);
        for (const auto& erp_id : others) perhaps_ours_.emplace(type_.entity, erp_id);
        if (row.may_still_come(context_.parts.clock.now())) return {};
        if (left_alone_.busy.contains(row.busy_id)) return context_.outbox.remove(row.id);
        // Tried again by a person who was told to look there first.
        const bool is_decided = row.state == SendState::unknown && row.reason == perhaps_made;
        return others.empty() || is_decided ? send_again(std::move(row)) : ask(std::move(row));
    }

    Result<bool> is_taken(const std::string& erp_id) {
        if (left_alone_.erp.contains(erp_id)) return true;
        return TRY(context_.records.link_from(context_.run.connection_id, type_.entity, erp_id))
            .has_value();
    }

    // One that was tried too often still waits.
    Result<> send_again(Outgoing row) {
        if (row.state == SendState::parked && row.reason != perhaps_made) return {};
        row.state = SendState::ready;
        row.reason.clear();
        return context_.outbox.save(row);
    }

    Result<> ask(Outgoing row) {
        if (row.state == SendState::parked && row.reason == perhaps_made) return {};
        row.state = SendState::parked;
        row.reason = perhaps_made;
        TRY(context_.outbox.save(row));
        return count_sent(context_, row, Outcome::failed, row.reason, "");
    }

    RunContext& context_;
    const EntityType& type_;
    PerhapsOurs& perhaps_ours_;
    store::LeftAloneIds left_alone_;
    std::vector<MadeThere> made_;
};

}  // namespace

Result<PerhapsOurs> look_up_made(RunContext& context) {
    PerhapsOurs perhaps_ours;
    for (const auto& type : all_entity_types())
        if (type.goes_both_ways()) TRY(Look(context, type, perhaps_ours).look());
    return perhaps_ours;
}

}  // namespace busy24::sync
