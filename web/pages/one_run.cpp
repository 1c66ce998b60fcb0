// Reads a run, again and again while it goes on.
#include "web/pages/one_run.hpp"

#include "web/pages/run.hpp"

namespace busy24::pages::one_run {

namespace {

app::Effects load(Model& model) {
    model.failure.reset();
    ++model.timer;
    return {app::send(api::GetRun{.id = model.address.id})};
}

app::Effects on(Model& model, app::Visitor&, ReloadPressed) { return load(model); }

app::Effects on(Model& model, app::Visitor&, app::TimeUp event) {
    return event.timer == app::Timer{app::TimerKind::poll, model.timer} ? load(model)
                                                                        : app::Effects();
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::GetRun> answer) {
    if (!answer.ok()) {
        model.failure = std::move(answer.failure);
        return {};
    }
    model.run = std::move(answer.reply);
    if (!is_running(*model.run)) return {};
    return {app::After{poll_delay_ms, {app::TimerKind::poll, model.timer}}};
}

}  // namespace

app::Effects enter(Model& model, app::Visitor&, const app::Route& route) {
    if (model.address != route.run) model.run.reset();
    model.address = route.run;
    return load(model);
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::one_run
