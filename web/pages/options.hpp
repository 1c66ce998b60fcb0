// Page 4 of the onboarding: what to connect, what that will do, and «Koble til konto».
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

namespace busy24::pages::options {

// Switches are often moved in pairs: wait this long for the next one before saving.
inline constexpr std::int64_t save_delay_ms = 500;
inline constexpr std::int64_t poll_delay_ms = 700;

struct Model {
    api::Options edited;
    // Where the edited options are on their way to the server.
    enum class Saving { saved, waiting, sending, failed } saving = Saving::saved;
    std::optional<api::Failure> failure;  // of saving, deciding or connecting
    api::Preview preview;
    std::optional<api::Failure> preview_failure;
    std::uint32_t timer = 0;  // the newest; older ones are dropped
    bool is_connecting = false;
};

// What stands between the person and «Koble til konto».
enum class Obstacle { none, saving, preview, preview_failed, questions };
Obstacle obstacle(const Model& model);
std::int64_t undecided_count(const Model& model);
const api::EntityPlan* plan_of(const Model& model, Entity entity);

struct TenantChosen {
    std::int64_t tenant_id = 0;
};
enum class Switch { projects, work_types, customers, sso };
struct Switched {
    Switch which = Switch::projects;
    bool is_on = false;
};
struct Decided {
    std::string question_id;
    api::Decision decision = api::Decision::undecided;
};
struct PreviewRetried {};
struct SaveRetried {};
struct ConnectPressed {};
using Event =
    std::variant<TenantChosen, Switched, Decided, PreviewRetried, SaveRetried, ConnectPressed,
                 app::TimeUp, app::Answer<api::SaveOptions>, app::Answer<api::StartPreview>,
                 app::Answer<api::GetPreview>, app::Answer<api::Decide>, app::Answer<api::Connect>>;

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::options
