// The settings of the connection: how it and its mirror are doing, what needs a person, and what
// was chosen.
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

namespace busy24::pages::settings {

// «For 3 minutter siden» is written again this often.
inline constexpr std::int64_t tick_ms = 30'000;
// While a run goes on.
inline constexpr std::int64_t poll_delay_ms = 1500;

// The key of the field for why a problem is let be.
inline constexpr std::string_view ignore_reason_key = "problem.why";

enum class PauseLength { hour, day, week, month };
constexpr auto words(PauseLength) {
    return std::array{word(PauseLength::hour, "hour"), word(PauseLength::day, "day"),
                      word(PauseLength::week, "week"), word(PauseLength::month, "month")};
}

struct Model {
    std::optional<api::Connection> connection;
    std::optional<api::MirrorState> mirror;
    std::optional<api::Failure> failure;
    // What was pressed last and has no answer yet.
    enum class Action {
        none,
        sync,
        cancel,
        pause,
        policy,
        decide,
        apply,
        sign_on
    } action = Action::none;
    std::optional<api::Failure> action_failure;
    // Chosen while something else was on its way.
    std::optional<api::Policy> wanted_policy;
    PauseLength pause_length = PauseLength::hour;
    std::string pause_reason;
    // The problem that somebody is about to let be, with the reason so far.
    std::optional<api::DecideProblem> ignoring;
    // Switches that somebody has turned and not taken into use, and what they would do.
    std::optional<api::PreviewSwitches> draft;
    std::optional<api::Preview> preview;
    // Single Sign-On, which somebody has turned and not taken into use, whom it would lock out, and
    // the links that were made for them.
    std::optional<bool> sign_on_draft;
    std::optional<api::GetDisconnection::Reply> without_sign_on;
    bool makes_links = true;
    std::vector<api::Invited> links;
    std::uint32_t timer = 0;
};

struct ReloadPressed {};
struct SyncPressed {
    bool is_full;
};
struct CancelPressed {};
struct PauseLengthChosen {
    PauseLength length;
};
struct PauseReasonTyped {
    std::string text;
};
struct PausePressed {};
struct PauseEnded {};
struct PolicyChosen {
    api::Policy policy;
};
struct HeldDecided {
    bool goes_on;
};
struct IgnorePressed {
    std::string id;
};
struct IgnoreReasonTyped {
    std::string text;
};
struct IgnoreDropped {};
struct ConflictDecided {
    api::OpenConflict conflict;
    api::Policy winner;
};
struct QuestionDecided {
    std::string id;
    api::Decision decision;
};
enum class Kind { projects, work_types, customers };
struct SwitchTurned {
    Kind kind;
    bool is_on;
};
struct SwitchesApplied {};
struct SwitchesKept {};
struct SignOnTurned {
    bool is_on;
};
struct LinksTicked {
    bool is_on;
};
struct SignOnApplied {};
struct SignOnKept {};
using Event = std::variant<
    ReloadPressed, SyncPressed, CancelPressed, PauseLengthChosen, PauseReasonTyped, PausePressed,
    PauseEnded, PolicyChosen, HeldDecided, api::DecideProblem, IgnorePressed, IgnoreReasonTyped,
    IgnoreDropped, ConflictDecided, QuestionDecided, SwitchTurned, SwitchesApplied, SwitchesKept,
    SignOnTurned, LinksTicked, SignOnApplied, SignOnKept, app::TimeUp,
    app::Answer<api::GetConnection>, app::Answer<api::GetMirror>, app::Answer<api::SyncNow>,
    app::Answer<api::CancelRun>, app::Answer<api::PauseMirror>, app::Answer<api::SetPolicy>,
    app::Answer<api::DecideHeldRun>, app::Answer<api::DecideProblem>,
    app::Answer<api::DecideConflict>, app::Answer<api::DecideQuestion>,
    app::Answer<api::PreviewSwitches>, app::Answer<api::SetSwitches>,
    app::Answer<api::GetDisconnection>, app::Answer<api::SetSingleSignOn>>;

// Whether a run is under way, so that none can be started.
bool is_mirroring(const Model& model);

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::settings
