// Fetches the windows that are in sight, and keeps search, filter, order and place in the address.
#include "web/pages/list.hpp"

#include <algorithm>
#include <cstdlib>

namespace busy24::pages::list {

namespace {

using app::TimerKind;

bool is_same_query(app::ListAddress a, const app::ListAddress& b) {
    a.offset = b.offset;
    return a == b;
}

// The first window among the rows on the page that has to be fetched.
std::optional<std::int64_t> wanted(const Model& model) {
    const auto end = model.total < 0 ? model.begin + 1 : std::min(model.end, model.total);
    for (auto first = model.begin / window_size * window_size; first < end; first += window_size) {
        const auto is_there = [&](const Window& w) { return w.first == first && w.is_fresh; };
        if (model.is_other_query ||
            std::none_of(model.windows.begin(), model.windows.end(), is_there))
            return first;
    }
    return std::nullopt;
}

app::Effects fetch(Model& model) {
    const auto first = wanted(model);
    if (!first || model.asked == first) return {};
    model.asked = first;
    const auto& address = model.address;
    return {app::send(api::ListRecords{.entity = address.entity,
                                       .search = address.search,
                                       .filter = address.filter,
                                       .sort = address.sort,
                                       .direction = address.direction,
                                       .offset = *first,
                                       .limit = window_size})};
}

app::Effects reload(Model& model) {
    for (auto& window : model.windows) window.is_fresh = false;
    model.asked.reset();
    model.failure.reset();
    return fetch(model);
}

app::Effects go(Model& model, app::ListAddress address, app::Navigate::How how) {
    address.offset = how == app::Navigate::How::push ? 0 : address.offset;
    model.written = address;
    return {app::Navigate{app::path_of(address), how}};
}

app::Effects on(Model& model, app::Visitor&, Searched event) {
    model.search = std::move(event.text);
    return {app::After{search_delay_ms, {TimerKind::search, ++model.timer}}};
}

app::Effects on(Model& model, app::Visitor&, FilterChosen event) {
    auto address = model.address;
    address.filter = event.filter;
    return go(model, std::move(address), app::Navigate::How::push);
}

app::Effects on(Model& model, app::Visitor&, SortChosen event) {
    auto address = model.address;
    address.sort = event.column;
    address.direction = event.direction;
    return go(model, std::move(address), app::Navigate::How::push);
}

app::Effects on(Model& model, app::Visitor&, RowsShown event) {
    const bool has_moved = model.in_sight != event.in_sight;
    model.begin = event.begin;
    model.end = event.end;
    model.in_sight = event.in_sight;
    auto effects = fetch(model);
    if (has_moved && !model.scroll_to)
        effects.push_back(app::After{position_delay_ms, {TimerKind::position, ++model.timer}});
    return effects;
}

app::Effects on(Model&, app::Visitor&, CreatePressed) {
    return {app::Navigate{app::path_of(app::RecordAddress{})}};
}

app::Effects on(Model& model, app::Visitor&, ReloadPressed) { return reload(model); }

app::Effects on(Model& model, app::Visitor&, app::TimeUp event) {
    // Whatever came last takes the other one along, so that neither is lost.
    if (event.timer.number != model.timer) return {};
    auto address = model.address;
    address.offset = model.in_sight;
    if (address.search != model.search) {
        address.search = model.search;
        address.offset = 0;
    }
    if (address == model.address) return {};
    return go(model, std::move(address), app::Navigate::How::replace);
}

// Those farthest from what is in sight go first.
void drop_windows(Model& model) {
    const auto distance = [&](const Window& w) { return std::llabs(w.first - model.begin); };
    while (model.windows.size() > windows_max)
        model.windows.erase(std::max_element(
            model.windows.begin(), model.windows.end(),
            [&](const Window& a, const Window& b) { return distance(a) < distance(b); }));
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::ListRecords> answer) {
    const auto first = std::exchange(model.asked, {});
    if (!answer.ok()) {
        model.failure = std::move(answer.failure);
        return {};
    }
    if (!first) return {};
    model.failure.reset();
    // Another total moves rows from one window to the next.
    const bool is_other = std::exchange(model.is_other_query, false) ||
                          (model.total >= 0 && model.total != answer.reply->total);
    if (is_other) model.windows.clear();
    model.total = answer.reply->total;
    std::erase_if(model.windows, [&](const Window& w) { return w.first == *first; });
    model.windows.push_back({*first, true, std::move(answer.reply->records)});
    drop_windows(model);
    app::Effects effects;
    if (const auto row = std::exchange(model.scroll_to, {}))
        effects.push_back(app::ScrollToRow{std::string(table_key), std::min(*row, model.total)});
    app::append(effects, fetch(model));
    return effects;
}

}  // namespace

const api::Record* Model::record_at(std::int64_t row) const {
    for (const auto& window : windows) {
        const auto index = row - window.first;
        if (index >= 0 && index < static_cast<std::int64_t>(window.records.size()))
            return &window.records[static_cast<std::size_t>(index)];
    }
    return nullptr;
}

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route) {
    visitor.list_path = app::path_of(route.list);
    const bool is_own = std::exchange(model.written, {}) == route.list;
    const bool is_same = is_same_query(model.address, route.list);
    const bool is_same_list = model.address.entity == route.list.entity;
    model.address = route.list;
    if (is_own && is_same) return {};  // only the place on the page
    if (!is_own) model.search = route.list.search;
    if (!is_same_list) {
        model.total = -1;
        model.windows.clear();
    }
    if (!is_same) model.is_other_query = true;
    // The host goes back to the very pixel when the page still has its height.
    if (!is_own && route.list.offset > 0 && model.total < 0) model.scroll_to = route.list.offset;
    if (!is_same || model.total < 0) {
        model.begin = route.list.offset;
        model.end = model.begin + window_size;
        model.in_sight = route.list.offset;
    }
    return reload(model);
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::list
