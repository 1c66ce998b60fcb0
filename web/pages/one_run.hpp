// The page of one run: who started it, what it came to, and links to its records by outcome.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "web/app/answer.hpp"
#include "web/app/host_event.hpp"
#include "web/app/route.hpp"
#include "web/app/visitor.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::pages::one_run {

inline constexpr std::int64_t poll_delay_ms = 1500;

struct Model {
    app::RunAddress address;
    std::optional<api::Run> run;
    std::optional<api::Failure> failure;
    std::uint32_t timer = 0;
};

struct ReloadPressed {};
using Event = std::variant<ReloadPressed, app::TimeUp, app::Answer<api::GetRun>>;

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::one_run
