// Reads how the connection is doing, and keeps what is on the screen true.
#include "web/pages/settings.hpp"

#include "web/pages/run.hpp"

namespace busy24::pages::settings {

namespace {

// A running mirror is asked about again; otherwise only the words for how long ago grow older.
app::Effects follow(Model& model) {
    const bool runs =
        model.connection && model.connection->last_run && is_running(*model.connection->last_run);
    const app::Timer timer{runs ? app::TimerKind::poll : app::TimerKind::tick, ++model.timer};
    return {app::After{runs ? poll_delay_ms : tick_ms, timer}};
}

app::Effects on(Model& model, app::Visitor&, ReloadPressed) {
    model.failure.reset();
    return {app::send(api::GetConnection{})};
}

app::Effects on(Model& model, app::Visitor&, app::TimeUp event) {
    if (event.timer.number != model.timer) return {};
    if (event.timer.kind == app::TimerKind::poll) return {app::send(api::GetConnection{})};
    return follow(model);
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::GetConnection> answer) {
    if (!answer.ok()) {
        model.failure = std::move(answer.failure);
        return {};
    }
    model.failure.reset();
    model.connection = std::move(answer.reply);
    return follow(model);
}

}  // namespace

app::Effects enter(Model& model, app::Visitor&, const app::Route&) {
    ++model.timer;
    model.failure.reset();
    return {app::send(api::GetConnection{})};
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::settings
