// The runs of the mirror: which there were, who started them, and what they came to.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "web/app/answer.hpp"
#include "web/app/route.hpp"
#include "web/app/visitor.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::pages::history {

inline constexpr std::int64_t page_size = 20;

struct Model {
    app::HistoryAddress address;
    std::optional<api::ListRuns::Reply> reply;
    std::optional<api::Failure> failure;
};

struct FilterChosen {
    api::RunFilter filter;
};
struct ReloadPressed {};
using Event = std::variant<FilterChosen, ReloadPressed, app::Answer<api::ListRuns>>;

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::history
