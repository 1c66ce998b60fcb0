// Who takes part in a project in Busy, and as what; its managers and administrators change it. A
// part of the project's page.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "web/app/answer.hpp"
#include "web/app/host_event.hpp"
#include "web/app/route.hpp"
#include "web/app/visitor.hpp"
#include "web/text/text.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::pages::members {

inline constexpr std::int64_t search_delay_ms = 200;

struct SearchTyped {
    std::string text;
};
struct RoleChosen {
    std::string colleague_id;
    std::string name;
    api::ProjectRole role;
};

struct Model {
    std::optional<api::MemberList> list;
    std::string search;
    std::vector<api::Colleague> hits;
    bool has_searched = false;
    std::string saving;               // the id of the colleague whose role is being saved
    std::string said;                 // what came of it
    std::vector<RoleChosen> waiting;  // what was chosen meanwhile
    std::optional<api::Failure> failure;
    std::uint32_t timer = 0;
};

using Event = std::variant<SearchTyped, RoleChosen, app::Answer<api::ListMembers>,
                           app::Answer<api::FindColleagues>, app::Answer<api::SaveMember>>;

// Nothing for a record that is no project.
app::Effects load(Model& model, const app::RecordAddress& record);
// Nothing when the time is that of somebody else's timer.
app::Effects on_time(const Model& model, const app::RecordAddress& record,
                     const app::TimeUp& event);
app::Effects update(Model& model, const app::Visitor& visitor, const app::RecordAddress& record,
                    Event event);
std::vector<Event> view(ui::Ui& ui, const text::Texts& t, const Model& model,
                        const app::Visitor& visitor);

text::Setup name_of(api::ProjectRole role);

}  // namespace busy24::pages::members
