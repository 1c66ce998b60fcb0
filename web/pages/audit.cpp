// Keeps search, kind, period and place in the address, and reads what it names.
#include "web/pages/audit.hpp"

#include "shared/time.hpp"

namespace busy24::pages::audit {

namespace {

constexpr std::int64_t search_delay_ms = 300;

std::int64_t since(app::AuditPeriod period, std::int64_t now_ms) {
    switch (period) {
        case app::AuditPeriod::all:
            return 0;
        case app::AuditPeriod::day:
            return now_ms - day_ms;
        case app::AuditPeriod::week:
            return now_ms - 7 * day_ms;
        case app::AuditPeriod::month:
            return now_ms - 30 * day_ms;
    }
    return 0;
}

}  // namespace

api::ExportAudit table_of(const app::AuditAddress& address, std::int64_t now_ms) {
    return {.search = address.search,
            .kind = address.kind,
            .since_ms = since(address.period, now_ms - now_ms % minute_ms)};
}

namespace {

app::Effects load(Model& model, const app::Visitor& visitor) {
    model.failure.reset();
    const auto& address = model.address;
    return {app::send(api::ListAudit{.search = address.search,
                                     .kind = address.kind,
                                     .since_ms = since(address.period, visitor.now_ms),
                                     .offset = address.offset,
                                     .limit = page_size})};
}

// The check reads the whole log, whatever is shown of it.
app::Effects load_and_check(Model& model, const app::Visitor& visitor) {
    auto effects = load(model, visitor);
    effects.push_back(app::send(api::CheckAudit{}));
    return effects;
}

app::Effects on(Model& model, app::Visitor&, Searched event) {
    model.search = std::move(event.text);
    return {app::After{search_delay_ms, {app::TimerKind::search, ++model.timer}}};
}

// Letter by letter, so that Back does not go through all of them.
app::Effects on(Model& model, app::Visitor&, const app::TimeUp& event) {
    const bool is_newest =
        event.timer.kind == app::TimerKind::search && event.timer.number == model.timer;
    if (!is_newest || model.search == model.address.search) return {};
    auto address = model.address;
    address.search = model.search;
    address.offset = 0;
    return {app::Navigate{app::path_of(address), app::Navigate::How::replace}};
}

app::Effects on(Model& model, app::Visitor&, KindChosen event) {
    auto address = model.address;
    address.kind = event.kind;
    address.offset = 0;
    return {app::Navigate{app::path_of(address)}};
}

app::Effects on(Model& model, app::Visitor&, PeriodChosen event) {
    auto address = model.address;
    address.period = event.period;
    address.offset = 0;
    return {app::Navigate{app::path_of(address)}};
}

app::Effects on(Model& model, app::Visitor& visitor, ReloadPressed) {
    return load_and_check(model, visitor);
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::ListAudit> answer) {
    if (answer.ok())
        model.reply = std::move(answer.reply);
    else
        model.failure = std::move(answer.failure);
    return {};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::CheckAudit> answer) {
    if (answer.ok())
        model.check = answer.reply;
    else
        model.failure = std::move(answer.failure);
    return {};
}

}  // namespace

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route) {
    // What the person is writing stands; an address from elsewhere brings its own.
    if (route.audit.search != model.address.search && route.audit.search != model.search)
        model.search = route.audit.search;
    if (!model.reply) model.search = route.audit.search;
    const bool is_same_visit = model.check && model.address != route.audit;
    model.address = route.audit;
    return is_same_visit ? load(model, visitor) : load_and_check(model, visitor);
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::audit
