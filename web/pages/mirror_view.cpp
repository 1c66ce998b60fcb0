// Draws how the mirror stands, and the buttons that steer it.
#include "web/app/route.hpp"
#include "web/pages/failure.hpp"
#include "web/pages/mirror_text.hpp"
#include "web/pages/run.hpp"
#include "web/pages/settings_parts.hpp"

namespace busy24::pages::settings {

namespace {

using text::Steering;
using Action = Model::Action;

std::string ago(const Drawing& d, std::int64_t at_ms) {
    return at_ms ? d.t.ago(at_ms, d.visitor.now_ms) : d.t(Steering::never);
}

std::string next_text(const Drawing& d, const api::MirrorState& state) {
    if (!state.next_run_at_ms) return d.t(Steering::next_none);
    if (*state.next_run_at_ms <= d.visitor.now_ms) return d.t(Steering::next_at_once);
    return d.t.date_and_time(*state.next_run_at_ms);
}

// When each kind was last mirrored each way, and who is its master.
void draw_entities(const Drawing& d, const api::MirrorState& state) {
    const auto count = static_cast<int>(state.entities.size());
    auto table = d.ui.table("mirror.entities", d.t(Steering::mirror),
                            {.columns = {{.label = d.t(Steering::kind), .weight = 2},
                                         {.label = d.t(Steering::last_fetch), .weight = 3},
                                         {.label = d.t(Steering::last_sent), .weight = 3},
                                         {.label = d.t(Steering::master), .weight = 2}},
                             .row_count = count});
    for (int i = 0; i < count; ++i) {
        const auto& kind = state.entities[static_cast<std::size_t>(i)];
        auto row = d.ui.row("mirror.entity." + std::string(word_of(kind.entity)), {.index = i});
        d.ui.cell(d.t(name_of(kind.entity)));
        d.ui.cell(ago(d, kind.fetched_at_ms));
        d.ui.cell(kind.goes_both_ways ? ago(d, kind.sent_at_ms) : d.t(Steering::sent_never));
        d.ui.cell(kind.goes_both_ways ? d.t(Steering::both) : "24SevenOffice");
    }
}

void draw_times(const Drawing& d, const api::MirrorState& state) {
    draw_entities(d, state);
    auto facts = d.ui.facts("mirror.facts");
    d.ui.fact("mirror.last_compare", d.t(Steering::last_compare), ago(d, state.last_compare_at_ms));
    if (!is_mirroring(d.model))
        d.ui.fact("mirror.next_run", d.t(Steering::next_run), next_text(d, state));
}

void draw_buttons(const Drawing& d) {
    auto line = d.ui.flow("mirror.buttons", 12);
    if (is_mirroring(d.model)) {
        if (d.ui.button("mirror.cancel", d.t(Steering::cancel),
                        d.button(ui::ButtonLook::secondary, Action::cancel)))
            d.events.push_back(CancelPressed{});
        return;
    }
    auto sync = d.button(ui::ButtonLook::primary, Action::sync);
    sync.icon = ui::Icon::sync;
    if (d.ui.button("mirror.sync", d.t(Steering::sync_now), sync))
        d.events.push_back(SyncPressed{false});
    if (d.ui.button("mirror.compare", d.t(Steering::compare_all),
                    d.button(ui::ButtonLook::secondary)))
        d.events.push_back(SyncPressed{true});
}

void draw_pause(const Drawing& d, const api::MirrorState& state) {
    if (state.paused_until_ms) {
        const auto until = d.t(Steering::state_paused, {d.t.date_and_time(*state.paused_until_ms)});
        if (d.ui.banner(
                "mirror.paused", state.pause_reason,
                {.tone = ui::Tone::warning, .title = until, .action = d.t(Steering::pause_end)}))
            d.events.push_back(PauseEnded{});
        return;
    }
    auto more = d.ui.disclosure("mirror.pause", d.t(Steering::pause));
    if (!more) return;
    auto stack = d.ui.stack("mirror.pause_stack", 12);
    d.ui.paragraph("mirror.pause_help", d.t(Steering::pause_help), {.tone = ui::Tone::muted});
    d.ui.paragraph("mirror.pause_label", d.t(Steering::pause_for), {.is_strong = true});
    const auto chosen = d.ui.segments("mirror.pause_length", d.t(Steering::pause_for),
                                      {{.value = "hour", .label = d.t(Steering::pause_hour)},
                                       {.value = "day", .label = d.t(Steering::pause_day)},
                                       {.value = "week", .label = d.t(Steering::pause_week)},
                                       {.value = "month", .label = d.t(Steering::pause_month)}},
                                      word_of(d.model.pause_length));
    if (chosen)
        if (const auto length = value_of<PauseLength>(*chosen))
            d.events.push_back(PauseLengthChosen{*length});
    if (auto typed =
            d.ui.text_field("mirror.pause_reason", d.t(Steering::pause_reason),
                            d.model.pause_reason, {.requirement = ui::Requirement::optional}))
        d.events.push_back(PauseReasonTyped{std::move(*typed)});
    if (d.ui.button("mirror.pause_now", d.t(Steering::pause_now),
                    d.button(ui::ButtonLook::secondary, Action::pause)))
        d.events.push_back(PausePressed{});
}

void draw_policy(const Drawing& d, const api::MirrorState& state) {
    if (!d.model.connection || !d.model.connection->options.projects) return;
    d.ui.paragraph("mirror.policy_label", d.t(Steering::policy), {.is_strong = true});
    const auto chosen = d.ui.segments("mirror.policy", d.t(Steering::policy),
                                      {{.value = "erp", .label = d.t(Steering::policy_erp)},
                                       {.value = "busy", .label = d.t(Steering::policy_busy)},
                                       {.value = "ask", .label = d.t(Steering::policy_ask)}},
                                      word_of(state.project_policy));
    if (chosen)
        if (const auto policy = value_of<api::Policy>(*chosen))
            d.events.push_back(PolicyChosen{*policy});
    d.ui.paragraph("mirror.policy_help", d.t(Steering::policy_help),
                   {.size = ui::TextSize::small, .tone = ui::Tone::muted});
}

}  // namespace

ui::ButtonOptions Drawing::button(ui::ButtonLook look, Action action) const {
    const bool is_this = action != Action::none && model.action == action;
    return {.look = look, .activity = is_this ? ui::Activity::busy : ui::Activity::idle};
}

void draw_mirror(const Drawing& d) {
    const auto& state = *d.model.mirror;
    auto card = d.ui.card("mirror", "mirror.title");
    auto stack = d.ui.stack("mirror.stack", 16);
    d.ui.heading("mirror.title", ui::Level::h2, d.t(Steering::mirror));
    d.ui.status("mirror.state", mirror_line(d.t, state));
    const bool needs_session =
        d.model.connection && d.model.connection->api_user_mode == api::ApiUserMode::later;
    if (needs_session)
        d.ui.paragraph("mirror.while_logged_in", d.t(text::Connection::runs_while_logged_in));
    draw_times(d, state);
    if (state.run && is_running(*state.run)) draw_progress(d.ui, d.t, *state.run);
    draw_buttons(d);
    draw_failure(d.ui, "mirror.failure", d.visitor, d.model.action_failure);
    draw_pause(d, state);
    draw_policy(d, state);
    d.ui.link("mirror.history", d.t(Steering::history), app::path_of(app::Page::history),
              {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::clock});
}

}  // namespace busy24::pages::settings
