// For somebody who has forgotten the Busy password: a link to the e-mail address.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "web/app/answer.hpp"
#include "web/app/route.hpp"
#include "web/app/visitor.hpp"
#include "web/pages/credential.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::pages::forgot_password {

inline constexpr std::string_view email_key = "forgot.email";

struct Model {
    Credential credential;  // its password is not asked for
    bool is_sending = false;
    std::optional<api::Failure> failure;
    std::string sent_to;  // empty until it was asked
};

struct EmailTyped {
    std::string text;
};
struct Submitted {};
struct AgainPressed {};
using Event =
    std::variant<EmailTyped, Submitted, AgainPressed, app::Answer<api::RequestPasswordReset>>;

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::forgot_password
