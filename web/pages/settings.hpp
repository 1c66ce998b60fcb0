// The settings of the connection: how it is doing, what needs a person, and what was chosen.
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

namespace busy24::pages::settings {

// «For 3 minutter siden» is written again this often.
inline constexpr std::int64_t tick_ms = 30'000;
// While a run goes on.
inline constexpr std::int64_t poll_delay_ms = 1500;

struct Model {
    std::optional<api::Connection> connection;
    std::optional<api::Failure> failure;
    std::uint32_t timer = 0;
};

struct ReloadPressed {};
using Event = std::variant<ReloadPressed, app::TimeUp, app::Answer<api::GetConnection>>;

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::settings
