// The page for coming back: log in, with the account of 24SevenOffice or a Busy
// password, and choose the workspace.
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

namespace busy24::pages::log_in {

struct Model {
    Credential credential;
    api::LoginWay way = api::LoginWay::erp;
    std::string workspace_id;  // the chosen one
    bool is_sending = false;
    // The person does not want any of the workspaces, but another login.
    bool wants_other = false;
    std::optional<api::Failure> failure;

    bool shows_workspaces(const app::Visitor& visitor) const {
        return !wants_other && visitor.session.state == api::SessionState::choosing_workspace;
    }
};

struct UsernameTyped {
    std::string text;
};
struct PasswordFilled {
    bool is_filled = false;
};
struct WayChosen {
    api::LoginWay way;
};
struct Submitted {};
struct WorkspaceChosen {
    std::string id;
};
struct OtherLoginWanted {};
using Event =
    std::variant<UsernameTyped, PasswordFilled, WayChosen, Submitted, WorkspaceChosen,
                 OtherLoginWanted, app::Answer<api::LogIn>, app::Answer<api::ChooseWorkspace>>;

inline constexpr std::string_view draft_key = "draft.log_in";
// In which way somebody logged in the last time.
inline constexpr std::string_view way_key = "log_in.way";

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::log_in
