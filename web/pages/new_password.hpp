// The page of a link with which somebody chooses a new Busy password.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "web/app/answer.hpp"
#include "web/app/route.hpp"
#include "web/app/visitor.hpp"

namespace busy24::text {
class Texts;
}
namespace busy24::ui {
class Ui;
}

namespace busy24::pages::new_password {

inline constexpr std::string_view password_key = "new_password.password";

struct Model {
    std::string token;
    std::optional<api::ReadPasswordReset::Reply> reply;
    std::optional<api::Failure> failure;
    bool has_password = false;
    bool is_sending = false;
    bool shows_problems = false;
    std::optional<api::Failure> action_failure;

    bool is_over() const {
        return (failure && failure->code == ErrorCode::not_found) ||
               (reply && reply->state != api::ResetState::open);
    }
};

struct ReloadPressed {};
struct PasswordFilled {
    bool is_filled;
};
struct Submitted {};
using Event = std::variant<ReloadPressed, PasswordFilled, Submitted,
                           app::Answer<api::ReadPasswordReset>, app::Answer<api::SetNewPassword>>;

// The heading, which is the title in the browser's tab too.
std::string title_of(const Model& model, const text::Texts& t);

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::new_password
