// Somebody on the board of first-time setup: what is missing, matching by hand, a reminder.
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

namespace busy24::pages::colleague {

// Of those who could be the same person, as many as are shown before a search.
inline constexpr std::size_t shown_max = 8;

struct Model {
    std::string id;
    std::optional<api::ReadyList> list;
    std::optional<api::Failure> failure;
    std::string search;
    bool is_sending = false;
    std::optional<api::Failure> action_failure;
    std::optional<api::RemindPeople::Reply> reminded;
    std::string merged_id;
    bool is_matched = false;    // just now
    bool is_unmatched = false;  // likewise

    // nullptr when nobody has the id.
    const api::ReadyRow* row() const;
};

struct ReloadPressed {};
struct SearchTyped {
    std::string text;
};
struct MatchPressed {
    std::string id;  // of the other one
};
struct UnmatchPressed {};
struct RemindPressed {};
using Event = std::variant<ReloadPressed, SearchTyped, MatchPressed, UnmatchPressed, RemindPressed,
                           app::Answer<api::GetReadiness>, app::Answer<api::MatchUser>,
                           app::Answer<api::RemindPeople>>;

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::colleague
