// Draws what is connected, and what other switches would do before they take effect.
#include <array>

#include "web/pages/failure.hpp"
#include "web/pages/plan_text.hpp"
#include "web/pages/run.hpp"
#include "web/pages/settings_parts.hpp"

namespace busy24::pages::settings {

namespace {

using text::Plan;
using text::Steering;

struct SwitchRow {
    Kind kind;
    std::string_view key;
    Plan title;
    Plan help;
    bool is_on;
};

void draw_preview(const Drawing& d) {
    if (!d.model.draft) return;
    auto inset = d.ui.card("switches.preview", "switches.preview_title", ui::CardKind::inset);
    auto stack = d.ui.stack("switches.preview_stack", 12);
    d.ui.heading("switches.preview_title", ui::Level::h3, d.t(Steering::switches_preview));
    const auto& preview = d.model.preview;
    if (!preview || preview->state == api::PreviewState::reading ||
        preview->state == api::PreviewState::none)
        return d.ui.progress(
            "switches.reading", d.t(Plan::reading),
            {.detail = d.t.counted(Plan::reading_so_far, preview ? preview->records_read : 0)});
    if (preview->state == api::PreviewState::failed) {
        draw_failure(d.ui, "switches.failure", d.visitor, preview->failure);
    } else {
        for (const auto& plan : preview->plans)
            d.ui.paragraph("switches.plan." + std::string(word_of(plan.entity)),
                           plan_text(d.t, plan));
    }
    auto line = d.ui.flow("switches.buttons", 12);
    if (preview->state == api::PreviewState::ready &&
        d.ui.button("switches.apply", d.t(Steering::switches_apply),
                    d.button(ui::ButtonLook::primary, Model::Action::apply)))
        d.events.push_back(SwitchesApplied{});
    if (d.ui.button("switches.keep", d.t(Steering::switches_keep),
                    d.button(ui::ButtonLook::secondary)))
        d.events.push_back(SwitchesKept{});
}

}  // namespace

void draw_switches(const Drawing& d) {
    const auto& options = d.model.connection->options;
    const auto shown = d.model.draft.value_or(
        api::PreviewSwitches{options.projects, options.work_types, options.customers});
    auto card = d.ui.card("settings.options", "settings.options_title");
    auto stack = d.ui.stack("settings.options_stack", 16);
    d.ui.heading("settings.options_title", ui::Level::h2, d.t(text::Settings::options));
    d.ui.paragraph("settings.options_help", d.t(Steering::switches_help),
                   {.tone = ui::Tone::muted});
    const std::array rows{
        SwitchRow{Kind::projects, "settings.projects", Plan::projects, Plan::projects_help,
                  shown.projects},
        SwitchRow{Kind::work_types, "settings.work_types", Plan::work_types, Plan::work_types_help,
                  shown.work_types},
        SwitchRow{Kind::customers, "settings.customers", Plan::customers, Plan::customers_help,
                  shown.customers},
    };
    for (const auto& row : rows) {
        const auto is_on = d.ui.toggle(
            row.key, d.t(row.title), row.is_on,
            {.help = d.t(row.help),
             .consequence = row.is_on ? std::string() : d.t(Steering::switch_off_text)});
        if (is_on) d.events.push_back(SwitchTurned{row.kind, *is_on});
    }
    draw_preview(d);
    draw_single_sign_on(d);
}

}  // namespace busy24::pages::settings
