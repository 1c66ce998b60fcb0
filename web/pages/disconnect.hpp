// «Koble fra»: what stays, what goes, and the password once more before it is done.
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

namespace busy24::pages::disconnect {

struct Model {
    std::optional<api::GetDisconnection::Reply> consequences;
    std::optional<api::Failure> failure;
    Proof proof;
    bool is_sending = false;
    std::optional<api::Failure> action_failure;
};

struct ReloadPressed {};
struct Submitted {};
using Event = std::variant<ReloadPressed, Submitted, ProofInput, app::Answer<api::GetDisconnection>,
                           app::Answer<api::Disconnect>>;

inline const CredentialKeys keys{"disconnect.username", "disconnect.password"};

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::disconnect
