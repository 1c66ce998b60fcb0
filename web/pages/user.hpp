// One user or invitation, and what an administrator can do with it.
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

namespace busy24::pages::user {

struct Model {
    std::string id;
    std::optional<api::WorkspaceUser> user;
    bool is_gone = false;
    std::optional<api::Failure> failure;
    bool is_sending = false;
    std::optional<api::Failure> action_failure;
    std::optional<api::Invited> renewed;  // with the new link
    std::optional<api::PasswordLink> password_link;
    bool sends_mail = false;
};

struct ReloadPressed {};
struct RoleChosen {
    api::Role role;
};
struct ActivePressed {
    bool is_active;
};
struct RenewPressed {};
struct WithdrawPressed {};
struct PasswordLinkPressed {};
using Event = std::variant<ReloadPressed, RoleChosen, ActivePressed, RenewPressed, WithdrawPressed,
                           PasswordLinkPressed, app::Answer<api::MakePasswordLink>,
                           app::Answer<api::ListUsers>, app::Answer<api::ChangeUser>,
                           app::Answer<api::RenewInvitation>, app::Answer<api::WithdrawInvitation>>;

// The heading, which is the title in the browser's tab too.
std::string title_of(const Model& model, const text::Texts& t);

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::user
