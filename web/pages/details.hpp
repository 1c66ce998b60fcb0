// Who takes part in a project, and the work types that hours on it may name. A part of the
// project's page.
#pragma once

#include <optional>

#include "web/app/answer.hpp"
#include "web/app/host_event.hpp"
#include "web/app/route.hpp"
#include "web/app/visitor.hpp"
#include "web/text/text.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::pages::details {

// While 24SevenOffice is being asked, the page asks this often, and this many times.
inline constexpr std::int64_t poll_delay_ms = 2000;
inline constexpr int polls_max = 15;

struct Model {
    std::optional<api::GetProjectDetails::Reply> reply;
    int polls = 0;
    std::uint32_t timer = 0;
};

// Nothing for a record that is no project.
app::Effects load(Model& model, const app::RecordAddress& record);
app::Effects on_answer(Model& model, app::Answer<api::GetProjectDetails> answer);
// Nothing when the time is that of somebody else's timer.
app::Effects on_time(Model& model, const app::RecordAddress& record, const app::TimeUp& event);
// Whose part in the project the person may see.
enum class Sight { own, all };
void view(ui::Ui& ui, const text::Texts& t, const Model& model, const app::Visitor& visitor,
          Sight sight);

}  // namespace busy24::pages::details
