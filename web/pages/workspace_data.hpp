// All data of the workspace: to download, and to delete for good.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "web/app/answer.hpp"
#include "web/app/route.hpp"
#include "web/app/visitor.hpp"
#include "web/pages/proof.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::pages::workspace_data {

struct Model {
    bool is_loaded = false;
    std::optional<api::Failure> failure;
    std::string confirmation;
    bool shows_problem = false;  // of the name that has to be written
    Proof proof;
    bool is_sending = false;
    std::optional<api::Failure> action_failure;
};

struct ReloadPressed {};
struct NameTyped {
    std::string text;
};
struct ProofGiven {
    ProofInput input;
};
struct DeletePressed {};
using Event = std::variant<ReloadPressed, NameTyped, ProofGiven, DeletePressed,
                           app::Answer<api::GetDisconnection>, app::Answer<api::DeleteWorkspace>>;

inline const CredentialKeys keys{"data.username", "data.password"};
inline constexpr std::string_view name_key = "data.name";

// Whether the name that was written is the workspace's.
bool is_named(const Model& model, const app::Visitor& visitor);

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::workspace_data
