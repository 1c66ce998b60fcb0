// Page 2 of the onboarding: which of the login's clients is to have a workspace.
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

namespace busy24::pages::tenant {

// With more clients than this there is a search field.
inline constexpr std::size_t search_from = 9;

struct Model {
    std::optional<std::int64_t> chosen;
    std::string search;
    enum class Phase { choosing, sending, entering } phase = Phase::choosing;
    bool shows_problem = false;  // submitted with nothing chosen
    std::optional<api::Failure> failure;
    // Of the chosen client, when the answer was that it has a workspace.
    std::optional<api::ExistingWorkspace> existing;
};

struct Searched {
    std::string text;
};
struct Chosen {
    std::int64_t tenant_id = 0;
};
struct Submitted {};
struct EnterPressed {};
using Event = std::variant<Searched, Chosen, Submitted, EnterPressed,
                           app::Answer<api::ChooseTenant>, app::Answer<api::EnterWorkspace>>;

// The clients that fit the search, in the order of the login's list.
std::vector<api::Tenant> shown_tenants(const Model& model, const app::Visitor& visitor);

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::tenant
