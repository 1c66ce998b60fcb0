// Reads one page of a run's records; the search lives in the address, so that Back undoes it.
#include "web/pages/records.hpp"

namespace busy24::pages::records {

namespace {

app::Effects load(Model& model) {
    model.is_loading = true;
    model.failure.reset();
    return {app::send(api::GetRunRecords{.run_id = model.address.run_id,
                                         .entity = model.address.entity,
                                         .outcome = model.address.outcome,
                                         .search = model.address.search,
                                         .offset = model.address.offset,
                                         .limit = page_size})};
}

app::Effects on(Model& model, app::Visitor&, Searched event) {
    model.search = std::move(event.text);
    return {app::After{search_delay_ms, {app::TimerKind::search, ++model.timer}}};
}

app::Effects on(Model& model, app::Visitor&, ReloadPressed) { return load(model); }

app::Effects on(Model& model, app::Visitor&, app::TimeUp event) {
    if (event.timer != app::Timer{app::TimerKind::search, model.timer}) return {};
    if (model.search == model.address.search) return {};
    app::Route route{app::Page::records, model.address};
    route.records.search = model.search;
    route.records.offset = 0;
    model.requested = model.search;
    return {app::Navigate{app::path_of(route), app::Navigate::How::replace}};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::GetRunRecords> answer) {
    model.is_loading = false;
    if (answer.ok())
        model.reply = std::move(answer.reply);
    else
        model.failure = std::move(answer.failure);
    return {};
}

bool is_same_list(const app::RecordsAddress& a, const app::RecordsAddress& b) {
    return a.run_id == b.run_id && a.entity == b.entity && a.outcome == b.outcome;
}

}  // namespace

app::Effects enter(Model& model, app::Visitor&, const app::Route& route) {
    if (!is_same_list(model.address, route.records)) model.reply.reset();
    // The page's own change of the address must not put an older text back in the field, where
    // more may have been typed by now.
    if (model.requested != route.records.search) model.search = route.records.search;
    model.requested.reset();
    model.address = route.records;
    return load(model);
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::records
