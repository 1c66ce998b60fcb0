// The users of the workspace, and who is invited.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "web/app/answer.hpp"
#include "web/app/route.hpp"
#include "web/app/visitor.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::pages::users {

struct Model {
    std::optional<api::UserList> list;
    std::optional<api::Failure> failure;
    std::string search;
};

struct ReloadPressed {};
struct SearchTyped {
    std::string text;
};
using Event = std::variant<ReloadPressed, SearchTyped, app::Answer<api::ListUsers>>;

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::users
