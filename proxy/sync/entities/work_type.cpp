// Work types: from 24SevenOffice only.
#include "proxy/erp/time_service.hpp"
#include "proxy/sync/content.hpp"
#include "proxy/workspace/work_types.hpp"
#include "shared/norwegian.hpp"

namespace busy24::sync {

namespace {

namespace time_service = erp::time_service;
using domain::add_key;
using domain::MatchReason;

struct WorkTypeContent {
    using Row = workspace::WorkType;
    static constexpr Entity entity = Entity::work_type;
    std::string name;
    bool billable = false;
    std::optional<std::int64_t> price_ore;
    bool active = true;
    static constexpr auto fields() {
        return std::tuple{field("name", &WorkTypeContent::name),
                          field("billable", &WorkTypeContent::billable),
                          field("price_ore", &WorkTypeContent::price_ore),
                          field("active", &WorkTypeContent::active)};
    }

    static WorkTypeContent of(const Row& row) {
        return {row.name, row.is_billable, row.price_ore, row.is_active};
    }
    Result<> put_into(Row& row, const workspace::Place&) const {
        row.is_billable = billable;
        row.price_ore = price_ore;
        return {};
    }
    std::vector<domain::MatchKey> match_keys(const std::string& number) const {
        std::vector<domain::MatchKey> keys;
        add_key(keys, MatchReason::same_number, number);
        add_key(keys, MatchReason::same_name, domain::normalised_name(name));
        return keys;
    }
    void show(std::vector<api::RecordValue>& values) const {
        show_value(values, "billable", billable ? "true" : "false");
        if (price_ore)
            show_value(values, "price", decimal_text(static_cast<double>(*price_ore) / 100, 2));
    }
};

// A work type does not say whether it is active, so both kinds are asked for (contract 4.2).
Result<> list_with(const erp::Session& session, time_service::TriState active,
                   const RecordSink& sink) {
    time_service::GetWorkTypeList call;
    call.search.active = active;
    return session.stream(call, [&](time_service::WorkType&& work_type) -> Result<> {
        WorkTypeContent content{.name = std::move(work_type.name),
                                .billable = work_type.invoiceable,
                                .active = active == time_service::TriState::yes};
        if (work_type.price) content.price_ore = work_type.price->hundredths();
        return sink(erp_record(work_type.id, content));
    });
}

// The list cannot be asked for changes (contract 4), and is short. Active last: one that was
// activated between the two calls then counts as active.
Result<> list_work_types(const erp::Session& session, Instant, const RecordSink& sink) {
    TRY(list_with(session, time_service::TriState::no, sink));
    return list_with(session, time_service::TriState::yes, sink);
}

}  // namespace

EntityType work_type_type() {
    return entity_type_of<WorkTypeContent>([](const Switches& s) { return s.work_types; },
                                           list_work_types);
}

}  // namespace busy24::sync
