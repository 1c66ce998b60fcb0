// The page of one record: what it holds, how it stands to 24SevenOffice, and editing a project.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "web/app/answer.hpp"
#include "web/app/host_event.hpp"
#include "web/app/route.hpp"
#include "web/app/visitor.hpp"
#include "web/pages/details.hpp"
#include "web/pages/explanation.hpp"
#include "web/pages/members.hpp"
#include "web/pages/record_draft.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::pages::record {

// Where the browser keeps an edit that is not saved: this, and the project's id.
inline constexpr std::string_view edit_key = "project.";
inline constexpr std::int64_t search_delay_ms = 200;
inline constexpr std::int64_t hits_max = 8;

struct Model {
    app::RecordAddress address;
    std::optional<api::RecordPage> page;
    std::optional<api::Failure> failure;
    enum class Action { none, saving, archiving } action = Action::none;
    std::optional<api::Failure> action_failure;
    bool is_saved = false;
    // Every edit that is not saved, of this project and of others.
    std::vector<Edit> edits;
    bool shows_problems = false;
    // How the project is stored now, when somebody else has changed what was edited here.
    std::optional<api::RecordPage> theirs;
    std::vector<api::Record> hits;  // customers for what is typed
    bool has_searched = false;
    std::uint32_t timer = 0;
    details::Model details;
    members::Model members;
    explanation::Model why;

    // Of the project that is shown; nullptr when it is not being edited.
    const Edit* edit() const;
};

struct EditPressed {};
struct Typed {
    Field field;
    std::string text;
};
struct CustomerChosen {
    std::string id;
    std::string name;
};
struct SavePressed {};
struct DiscardPressed {};
struct KeepMinePressed {};
struct TakeTheirsPressed {};
struct ActivePressed {
    bool is_active;
};
struct ReloadPressed {};
using Event =
    std::variant<EditPressed, Typed, CustomerChosen, SavePressed, DiscardPressed, KeepMinePressed,
                 TakeTheirsPressed, ActivePressed, ReloadPressed, app::TimeUp,
                 app::Answer<api::GetRecord>, app::Answer<api::GetProjectDetails>,
                 app::Answer<api::SaveProject>, app::Answer<api::SetProjectActive>,
                 app::Answer<api::ListRecords>, explanation::Event, app::Answer<api::ExplainRecord>,
                 app::Answer<api::ChangeLink>, members::Event, app::Answer<api::ListMembers>,
                 app::Answer<api::FindColleagues>, app::Answer<api::SaveMember>>;

// An edit that the browser kept; dropped when it cannot be read.
void recall_edit(Model& model, app::Visitor& visitor, const std::string& text);
// Of somebody who has logged out.
app::Effects forget_edits(Model& model, app::Visitor& visitor);

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

// The key of a field's widget.
std::string key_of(Field field);

}  // namespace busy24::pages::record
