// Reads the users; searching among them needs no server.
#include "web/pages/users.hpp"

namespace busy24::pages::users {

namespace {

app::Effects on(Model& model, app::Visitor&, ReloadPressed) {
    model.failure.reset();
    return {app::send(api::ListUsers{})};
}

app::Effects on(Model& model, app::Visitor&, SearchTyped event) {
    model.search = std::move(event.text);
    return {};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::ListUsers> answer) {
    if (answer.ok())
        model.list = std::move(answer.reply);
    else
        model.failure = std::move(answer.failure);
    return {};
}

}  // namespace

app::Effects enter(Model& model, app::Visitor&, const app::Route&) {
    model.failure.reset();
    return {app::send(api::ListUsers{})};
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::users
