// The lists of the workspace's records, in windows: a hundred thousand rows, of which those in
// sight exist.
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

namespace busy24::pages::list {

inline constexpr std::string_view table_key = "list.table";
// Rows asked for at a time.
inline constexpr std::int64_t window_size = 100;
// Windows kept: more than two screens of any size hold.
inline constexpr std::size_t windows_max = 12;
inline constexpr std::int64_t search_delay_ms = 250;
inline constexpr std::int64_t position_delay_ms = 400;

struct Window {
    std::int64_t first = 0;
    bool is_fresh = true;  // of this visit, rather than kept from an earlier one
    std::vector<api::Record> records;
};

struct Model {
    app::ListAddress address;
    std::string search;  // as typed; the address follows a moment later
    // The address that the page itself put there last.
    std::optional<app::ListAddress> written;
    std::int64_t total = -1;  // not known yet
    std::vector<Window> windows;
    std::optional<std::int64_t> asked;  // the first row of the window that is on its way
    bool is_other_query = false;        // the windows are those of an older address
    std::int64_t begin = 0;             // the rows that exist on the page
    std::int64_t end = window_size;
    std::int64_t in_sight = 0;  // the first of them that is seen
    std::optional<std::int64_t> scroll_to;
    std::optional<api::Failure> failure;
    std::uint32_t timer = 0;

    // nullptr while it has not come.
    const api::Record* record_at(std::int64_t row) const;
};

struct Searched {
    std::string text;
};
struct FilterChosen {
    api::RecordFilter filter;
};
struct SortChosen {
    api::RecordColumn column;
    api::Direction direction;
};
// Which rows exist now, and which is the first in sight.
struct RowsShown {
    std::int64_t begin;
    std::int64_t end;
    std::int64_t in_sight;
};
struct CreatePressed {};
struct ReloadPressed {};
using Event = std::variant<Searched, FilterChosen, SortChosen, RowsShown, CreatePressed,
                           ReloadPressed, app::TimeUp, app::Answer<api::ListRecords>>;

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::list
