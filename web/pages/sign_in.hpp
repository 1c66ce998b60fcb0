// Page 1 of the onboarding: sign in with the 24SevenOffice account.
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

namespace busy24::pages::sign_in {

struct Model {
    Credential credential;
    bool is_sending = false;
    std::optional<api::Failure> failure;
};

struct UsernameTyped {
    std::string text;
};
struct PasswordFilled {
    bool is_filled = false;
};
struct Submitted {};
using Event = std::variant<UsernameTyped, PasswordFilled, Submitted, app::Answer<api::SignIn>>;

// Where the unsent e-mail is remembered, so that a reload does not lose it.
inline constexpr std::string_view draft_key = "draft.sign_in";

// The page is now shown. Called again when it is come back to.
app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::sign_in
