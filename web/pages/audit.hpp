// The audit log: who did what to the workspace, and whether the log is whole.
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

namespace busy24::pages::audit {

inline constexpr std::int64_t page_size = 50;

struct Model {
    app::AuditAddress address;
    std::string search;  // as it is being written
    std::uint32_t timer = 0;
    std::optional<api::ListAudit::Reply> reply;
    std::optional<api::CheckAudit::Reply> check;
    std::optional<api::Failure> failure;
};

struct Searched {
    std::string text;
};
struct KindChosen {
    api::AuditKind kind = api::AuditKind::all;
};
struct PeriodChosen {
    app::AuditPeriod period = app::AuditPeriod::all;
};
struct ReloadPressed {};
using Event = std::variant<Searched, KindChosen, PeriodChosen, ReloadPressed, app::TimeUp,
                           app::Answer<api::ListAudit>, app::Answer<api::CheckAudit>>;

// The table of what the page shows. Its time is a whole minute, so that the link stands still.
api::ExportAudit table_of(const app::AuditAddress& address, std::int64_t now_ms);

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::audit
