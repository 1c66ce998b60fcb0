// Words for states, and the list of links.
#include "web/pages/setup_text.hpp"

#include <algorithm>

#include "web/pages/link_list.hpp"
#include "web/pages/people_text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages {

using api::Readiness;
using text::Setup;

Setup name_of(Readiness state) {
    switch (state) {
        case Readiness::ready:
        case Readiness::unmatched:
            return Setup::state_ready;
        case Readiness::invited:
            return Setup::state_invited;
        case Readiness::expired:
            return Setup::state_expired;
        case Readiness::missing:
            break;
    }
    return Setup::state_missing;
}

ui::Tone tone_of(Readiness state) {
    if (state == Readiness::ready || state == Readiness::unmatched) return ui::Tone::success;
    return state == Readiness::invited ? ui::Tone::neutral : ui::Tone::warning;
}

Setup name_of(api::MatchedBy how) {
    switch (how) {
        case api::MatchedBy::login:
            return Setup::matched_login;
        case api::MatchedBy::email:
            return Setup::matched_email;
        case api::MatchedBy::hand:
            return Setup::matched_hand;
        case api::MatchedBy::nothing:
            break;
    }
    return Setup::matched_nothing;
}

Setup name_of(const api::ReadyRow& row) {
    return row.is_user ? name_of(row.matched_by) : Setup::matched_waiting;
}

bool is_missing(const api::ReadyRow& row) { return row.state != Readiness::ready; }

namespace {

bool lacks_address(const api::Invited& result) {
    return result.outcome == api::InviteOutcome::bad_email && result.email.empty();
}

// Everybody else who got no link, each with the reason.
void draw_refused(ui::Ui& ui, const text::Texts& t, const std::vector<api::Invited>& results) {
    const auto is_refused = [](const api::Invited& result) {
        return result.outcome != api::InviteOutcome::invited && !lacks_address(result);
    };
    if (std::none_of(results.begin(), results.end(), is_refused)) return;
    auto facts = ui.facts("setup.refused");
    for (std::size_t i = 0; i < results.size(); ++i)
        if (is_refused(results[i]))
            ui.fact("setup.refused." + std::to_string(i),
                    results[i].name.empty() ? results[i].email : results[i].name,
                    t(name_of(results[i].outcome)), ui::Tone::error);
}

}  // namespace

void draw_reminded(ui::Ui& ui, const text::Texts& t, const api::RemindPeople::Reply& reminded) {
    std::string without;
    std::int64_t count = 0;
    for (const auto& result : reminded.results) {
        if (!result.link.empty()) ++count;
        if (lacks_address(result)) without += (without.empty() ? "" : ", ") + result.name;
    }
    auto card = ui.card("setup.reminded", "setup.reminded_title", ui::CardKind::inset);
    auto stack = ui.stack("setup.reminded_stack", 12);
    ui.heading("setup.reminded_title", ui::Level::h3, t.counted(Setup::reminded, count));
    if (!without.empty())
        ui.banner("setup.without", t(Setup::no_address, {without}), {.tone = ui::Tone::warning});
    draw_refused(ui, t, reminded.results);
    if (reminded.left > 0)
        ui.paragraph("setup.left", t.counted(Setup::reminder_left, reminded.left));
    if (count == 0) return;
    ui.paragraph("setup.reminded_lead", t(Setup::reminded_lead), {.tone = ui::Tone::muted});
    draw_left_unmailed(ui, t, "setup", reminded.results);
    draw_link_list(ui, t, "setup", t.counted(Setup::reminded, count), reminded.results);
}

}  // namespace busy24::pages
