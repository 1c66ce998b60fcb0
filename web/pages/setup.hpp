// «Førstegangsoppsett»: who is ready, which role stands for which, what will happen, doing it and
// undoing it.
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

namespace busy24::pages::setup {

// While one is carried out, the page asks this often.
inline constexpr std::int64_t poll_delay_ms = 700;
inline constexpr std::int64_t page_size = 25;

struct Model {
    app::SetupAddress address;
    bool is_moving = false;  // the next enter() follows a choice on this very page
    std::optional<api::ReadyList> ready;
    std::optional<api::FirstSetup> setup;
    std::optional<api::PreviewSetup::Reply> preview;
    std::optional<api::Failure> failure;  // of one of the three
    std::string search;
    bool is_reminding = false;
    std::optional<api::RemindPeople::Reply> reminded;
    std::optional<api::Failure> remind_failure;
    bool is_saving = false;         // roles
    bool has_more_to_save = false;  // others were chosen meanwhile
    bool is_saved = false;
    bool is_starting = false;  // what is carried out or undone
    std::optional<api::Failure> action_failure;
    std::uint32_t timer = 0;

    // The newest one while it is being carried out or undone; nullptr when none is.
    const api::SetupRun* under_way() const;
};

struct ReloadPressed {};
struct SearchTyped {
    std::string text;
};
struct FilterChosen {
    bool is_missing_only;
};
struct ByChosen {
    api::PreviewBy by;
};
struct RemindPressed {};
struct RoleChosen {
    std::optional<std::string> key;  // nullopt: of all roles that come later
    api::ProjectRole role;
};
struct ApplyPressed {};
struct UndoPressed {
    std::string id;
};
using Event =
    std::variant<ReloadPressed, SearchTyped, FilterChosen, ByChosen, RemindPressed, RoleChosen,
                 ApplyPressed, UndoPressed, app::TimeUp, app::Answer<api::GetReadiness>,
                 app::Answer<api::RemindPeople>, app::Answer<api::GetFirstSetup>,
                 app::Answer<api::SaveSetupRoles>, app::Answer<api::PreviewSetup>,
                 app::Answer<api::ApplySetup>, app::Answer<api::UndoSetup>>;

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::setup
