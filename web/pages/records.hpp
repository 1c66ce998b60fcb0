// The records of one kind that had one outcome in a run, searched and page by page.
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

namespace busy24::pages::records {

inline constexpr std::int64_t page_size = 50;
inline constexpr std::int64_t search_delay_ms = 250;

struct Model {
    app::RecordsAddress address;
    std::string search;  // as typed; the address follows a moment later
    // The search that the page itself put into the address last.
    std::optional<std::string> requested;
    std::optional<api::GetRunRecords::Reply> reply;
    std::optional<api::Failure> failure;
    bool is_loading = false;
    std::uint32_t timer = 0;
};

struct Searched {
    std::string text;
};
struct ReloadPressed {};
using Event = std::variant<Searched, ReloadPressed, app::TimeUp, app::Answer<api::GetRunRecords>>;

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::records
