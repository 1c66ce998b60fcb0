// Page 3 of the onboarding: the login that belongs to no person, and what it may do.
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

namespace busy24::pages::api_user {

struct Model {
    Credential credential;
    // What is being tried now.
    std::optional<api::ApiUserMode> sending;
    std::optional<api::Failure> failure;
    // «Bruk samme innlogging» was pressed and waits for a yes.
    bool confirms_same_login = false;
    // The person wants another API user than the one that works already.
    bool wants_other = false;

    // Whether the fields stand on the page, or the summary of an API user that works.
    bool shows_form(const app::Visitor& visitor) const {
        return wants_other || !visitor.onboarding.api_user.is_working;
    }
};

struct UsernameTyped {
    std::string text;
};
struct PasswordFilled {
    bool is_filled = false;
};
struct Submitted {};
struct SameLoginAsked {};
struct SameLoginConfirmed {};
struct SameLoginDeclined {};
struct LaterChosen {};
struct OtherWanted {};
struct Continued {};
using Event = std::variant<UsernameTyped, PasswordFilled, Submitted, SameLoginAsked,
                           SameLoginConfirmed, SameLoginDeclined, LaterChosen, OtherWanted,
                           Continued, app::Answer<api::SetApiUser>>;

inline constexpr std::string_view draft_key = "draft.api_user";

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::api_user
