// «Bytt konto»: another API user in the place of the one that the connection uses; and connecting
// again after the workspace was disconnected.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "web/app/answer.hpp"
#include "web/app/route.hpp"
#include "web/app/visitor.hpp"
#include "web/pages/credential.hpp"
#include "web/text/connection_ids.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::pages::change_account {

struct Model {
    std::optional<api::Connection> connection;
    std::optional<api::Failure> failure;
    Credential credential;
    bool is_sending = false;
    std::optional<api::Failure> action_failure;
    // What the last API user that was tried has shown, and which one that was.
    std::optional<api::ChangeAccount::Reply> result;
    std::string tried;
};

struct ReloadPressed {};
struct UsernameTyped {
    std::string text;
};
struct PasswordFilled {
    bool is_filled = false;
};
struct Submitted {};
using Event = std::variant<ReloadPressed, UsernameTyped, PasswordFilled, Submitted,
                           app::Answer<api::GetConnection>, app::Answer<api::ChangeAccount>>;

inline constexpr std::string_view draft_key = "draft.account";
inline const CredentialKeys keys{"account.username", "account.password"};

// «Koble til igjen» in a workspace that is disconnected.
bool is_reconnecting(const Model& model);
text::Connection title_id(const Model& model);

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::change_account
