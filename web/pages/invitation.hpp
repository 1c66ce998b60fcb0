// What an invited person meets: become a user, or learn why that is not possible.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "web/app/answer.hpp"
#include "web/app/route.hpp"
#include "web/app/visitor.hpp"
#include "web/pages/credential.hpp"

namespace busy24::text {
class Texts;
}
namespace busy24::ui {
class Ui;
}

namespace busy24::pages::invitation {

inline constexpr std::string_view password_key = "invitation.password";
inline constexpr std::string_view name_key = "invitation.name";
inline constexpr std::string_view username_key = "invitation.username";
inline constexpr std::string_view account_password_key = "invitation.account_password";

struct Model {
    std::string token;
    std::optional<api::ReadInvitation::Reply> reply;
    std::optional<api::Failure> failure;
    std::string name;
    bool has_password = false;
    // With Single Sign-On the account is the first way; a password is for those who have none.
    bool wants_password = false;
    Credential account;
    bool is_sending = false;
    bool shows_problems = false;
    std::optional<api::Failure> action_failure;

    bool is_over() const {
        return (failure && failure->code == ErrorCode::not_found) ||
               (reply && reply->state != api::InvitationState::open);
    }
    bool uses_account() const { return reply && reply->has_sso && !wants_password; }
    bool has_name() const { return name.find_first_not_of(" \t") != std::string::npos; }
};

struct ReloadPressed {};
struct NameTyped {
    std::string text;
};
struct PasswordFilled {
    bool is_filled;
};
struct UsernameTyped {
    std::string text;
};
struct AccountPasswordFilled {
    bool is_filled;
};
struct OtherWayWanted {};
struct Submitted {};
using Event =
    std::variant<ReloadPressed, NameTyped, PasswordFilled, UsernameTyped, AccountPasswordFilled,
                 OtherWayWanted, Submitted, app::Answer<api::ReadInvitation>,
                 app::Answer<api::AcceptInvitation>, app::Answer<api::AcceptWithAccount>>;

// The heading, which is the title in the browser's tab too.
std::string title_of(const Model& model, const text::Texts& t);

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::invitation
