// Asks for a link; whether the address is known, nobody is told.
#include "web/pages/forgot_password.hpp"

namespace busy24::pages::forgot_password {

namespace {

app::Effects on(Model& model, app::Visitor&, EmailTyped event) {
    model.credential.username = std::move(event.text);
    return {};
}

app::Effects on(Model& model, app::Visitor& visitor, Submitted) {
    if (model.is_sending) return {};
    model.credential.shows_problems = true;
    if (model.credential.username_problem() != text::Problem::count_)
        return {app::Focus{std::string(email_key)}};
    model.is_sending = true;
    model.failure.reset();
    return {app::send(api::RequestPasswordReset{.email = model.credential.trimmed_username(),
                                                .language = visitor.language})};
}

app::Effects on(Model& model, app::Visitor&, AgainPressed) {
    model.sent_to.clear();
    model.credential = {};
    return {app::Focus{std::string(email_key)}};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::RequestPasswordReset> answer) {
    model.is_sending = false;
    if (!answer.ok()) {
        model.failure = std::move(answer.failure);
        return {};
    }
    model.sent_to = model.credential.trimmed_username();
    return {app::Focus{"heading"}};
}

}  // namespace

app::Effects enter(Model& model, app::Visitor&, const app::Route&) {
    model.is_sending = false;
    model.failure.reset();
    model.credential.shows_problems = false;
    return {};
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::forgot_password
