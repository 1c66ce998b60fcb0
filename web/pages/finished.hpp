// Page 5 of the onboarding: the first mirror while it runs, its result, and what comes next.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "web/app/answer.hpp"
#include "web/app/host_event.hpp"
#include "web/app/route.hpp"
#include "web/app/visitor.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::pages::finished {

inline constexpr std::int64_t poll_delay_ms = 800;

struct Model {
    std::optional<api::Run> run;
    std::optional<api::Connection> connection;
    bool has_no_run = false;
    std::optional<api::Failure> failure;
    enum class Action { none, cancelling, resuming } action = Action::none;
    std::uint32_t timer = 0;
};

struct CancelPressed {};
struct ResumePressed {};
struct ReloadPressed {};
struct SettingsPressed {};
using Event = std::variant<CancelPressed, ResumePressed, ReloadPressed, SettingsPressed,
                           app::TimeUp, app::Answer<api::GetRun>, app::Answer<api::CancelRun>,
                           app::Answer<api::ResumeRun>, app::Answer<api::GetConnection>>;

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::finished
