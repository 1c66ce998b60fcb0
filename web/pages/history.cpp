// Reads a page of runs; the filter is part of the address.
#include "web/pages/history.hpp"

namespace busy24::pages::history {

namespace {

app::Effects load(Model& model) {
    model.failure.reset();
    return {app::send(api::ListRuns{
        .filter = model.address.filter, .offset = model.address.offset, .limit = page_size})};
}

app::Effects on(Model&, app::Visitor&, FilterChosen event) {
    return {app::Navigate{app::path_of(app::HistoryAddress{.filter = event.filter})}};
}

app::Effects on(Model& model, app::Visitor&, ReloadPressed) { return load(model); }

app::Effects on(Model& model, app::Visitor&, app::Answer<api::ListRuns> answer) {
    if (answer.ok())
        model.reply = std::move(answer.reply);
    else
        model.failure = std::move(answer.failure);
    return {};
}

}  // namespace

app::Effects enter(Model& model, app::Visitor&, const app::Route& route) {
    if (model.address != route.history) model.reply.reset();
    model.address = route.history;
    return load(model);
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::history
