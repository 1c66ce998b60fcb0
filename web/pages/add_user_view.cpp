// Draws whom to invite, and the links that came of it.
#include <algorithm>

#include "web/pages/add_user.hpp"
#include "web/pages/failure.hpp"
#include "web/pages/help_link.hpp"
#include "web/pages/link_list.hpp"
#include "web/pages/people_text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::add_user {

namespace {

using text::People;

struct Drawing {
    ui::Ui& ui;
    const text::Texts& t;
    const Model& model;
    std::vector<Event>& events;
};

void draw_boxes(const Drawing& d) {
    const auto found = d.model.found();
    const auto is_chosen = [&](const api::Candidate* candidate) {
        return d.model.chosen.contains(candidate->contact_id);
    };
    if (const auto all = d.ui.checkbox(
            "add_user.all", d.t(People::select_all),
            !found.empty() && std::all_of(found.begin(), found.end(), [&](const auto* candidate) {
                return candidate->email.empty() || is_chosen(candidate);
            })))
        d.events.push_back(AllTicked{*all});
    const auto shown = std::min(found.size(), candidates_shown_max);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& candidate = *found[i];
        const bool has_email = !candidate.email.empty();
        const auto ticked =
            d.ui.checkbox("add_user.candidate." + std::to_string(candidate.contact_id),
                          has_email ? candidate.name + " \u00b7 " + candidate.email
                                    : d.t(People::no_email, {candidate.name}),
                          is_chosen(&candidate),
                          has_email ? ui::Availability::enabled : ui::Availability::disabled);
        if (ticked) d.events.push_back(CandidateTicked{candidate.contact_id, *ticked});
    }
    if (shown < found.size())
        d.ui.paragraph(
            "add_user.more",
            d.t(People::candidates_more, {d.t.number(static_cast<std::int64_t>(shown)),
                                          d.t.number(static_cast<std::int64_t>(found.size()))}),
            {.tone = ui::Tone::muted});
}

void draw_candidates(const Drawing& d) {
    auto card = d.ui.card("add_user.candidates", "add_user.candidates_title");
    auto stack = d.ui.stack("add_user.candidates_stack", 12);
    d.ui.heading("add_user.candidates_title", ui::Level::h2, d.t(People::candidates));
    if (!d.model.candidates) {
        if (!d.model.failure) d.ui.spinner("add_user.loading", d.t(text::Shell::loading));
        return;
    }
    if (d.model.candidates->empty()) {
        d.ui.paragraph("add_user.no_candidates", d.t(People::candidates_none),
                       {.tone = ui::Tone::muted});
        return;
    }
    if (auto typed = d.ui.search_field("add_user.search", d.t(People::search), d.model.search))
        d.events.push_back(SearchTyped{std::move(*typed)});
    draw_boxes(d);
}

void draw_others(const Drawing& d) {
    auto card = d.ui.card("add_user.others", "add_user.others_title");
    auto form = d.ui.form("add_user.other_form", d.t(People::others));
    auto stack = d.ui.stack("add_user.others_stack", 16);
    d.ui.heading("add_user.others_title", ui::Level::h2, d.t(People::others));
    d.ui.paragraph("add_user.others_lead", d.t(People::others_lead), {.tone = ui::Tone::muted});
    for (std::size_t i = 0; i < d.model.others.size(); ++i) {
        const auto& other = d.model.others[i];
        const auto key = "add_user.other." + std::to_string(i);
        auto line = d.ui.flow(key, 12);
        d.ui.paragraph(key + ".text",
                       other.name.empty() ? other.email : other.name + " \u00b7 " + other.email);
        if (d.ui.button(key + ".away", d.t(People::take_away, {other.email}),
                        {.look = ui::ButtonLook::quiet, .icon = ui::Icon::cross}))
            d.events.push_back(OtherTakenAway{i});
    }
    if (auto typed = d.ui.text_field(
            email_key, d.t(People::email), d.model.email,
            {.error = d.model.shows_problem && d.model.has_email_problem() ? d.t(People::bad_email)
                                                                           : std::string(),
             .input_mode = "email"}))
        d.events.push_back(EmailTyped{std::move(*typed)});
    if (auto typed = d.ui.text_field("add_user.name", d.t(text::Mirror::name), d.model.name,
                                     {.requirement = ui::Requirement::optional}))
        d.events.push_back(NameTyped{std::move(*typed)});
    if (d.ui.button("add_user.add", d.t(People::add_to_list), {.is_submit = true}))
        d.events.push_back(OtherAdded{});
}

void draw_submit(const Drawing& d, const app::Visitor& visitor) {
    const auto chosen = d.ui.select("add_user.role", d.t(People::role_of_all), role_options(d.t),
                                    word_of(d.model.role));
    if (chosen)
        if (const auto role = value_of<api::Role>(*chosen)) d.events.push_back(RoleChosen{*role});
    draw_failure(d.ui, "add_user.action_failure", visitor, d.model.action_failure);
    const bool has_nobody = d.model.shows_nobody && d.model.invited_count() == 0;
    d.ui.alert("add_user.nobody", has_nobody ? d.t(People::nobody) : std::string());
    const auto count = static_cast<std::int64_t>(d.model.invited_count());
    if (d.ui.button("add_user.submit", d.t(People::invite, {d.t.number(count)}),
                    {.look = ui::ButtonLook::primary,
                     .activity = d.model.is_sending ? ui::Activity::busy : ui::Activity::idle}))
        d.events.push_back(Submitted{});
}

void draw_links(const Drawing& d, std::int64_t count) {
    auto card = d.ui.card("add_user.links", "add_user.links_title");
    auto stack = d.ui.stack("add_user.links_stack", 12);
    d.ui.heading("add_user.links_title", ui::Level::h2, d.t(People::invited, {d.t.number(count)}));
    d.ui.paragraph("add_user.links_lead", d.model.sends_mail ? d.t(text::Account::invited_by_mail)
                                                             : d.t(People::invited_lead));
    draw_left_unmailed(d.ui, d.t, "add_user", d.model.results);
    for (const auto& result : d.model.results) {
        if (result.outcome != api::InviteOutcome::invited) continue;
        const auto key = "add_user.link." + result.email;
        const auto who = result.name.empty() ? result.email : result.name;
        d.ui.separator(key);
        d.ui.paragraph(key + ".who", d.t(People::link_of, {who}), {.is_strong = true});
        d.ui.paragraph(key + ".text", result.link,
                       {.size = ui::TextSize::small, .tone = ui::Tone::muted});
        d.ui.button(key + ".copy", d.t(People::copy_link),
                    {.copies = result.link, .description = d.t(People::copy_link) + ": " + who});
    }
}

void draw_refused(const Drawing& d) {
    auto card = d.ui.card("add_user.refused", "add_user.refused_title");
    auto stack = d.ui.stack("add_user.refused_stack", 12);
    d.ui.heading("add_user.refused_title", ui::Level::h2, d.t(People::not_invited));
    auto facts = d.ui.facts("add_user.refused_facts");
    for (std::size_t i = 0; i < d.model.results.size(); ++i) {
        const auto& result = d.model.results[i];
        if (result.outcome != api::InviteOutcome::invited)
            d.ui.fact("add_user.refused." + std::to_string(i), result.email,
                      d.t(name_of(result.outcome)), ui::Tone::error);
    }
}

void draw_results(const Drawing& d) {
    const auto count = std::count_if(
        d.model.results.begin(), d.model.results.end(),
        [](const auto& result) { return result.outcome == api::InviteOutcome::invited; });
    if (count > 0) draw_links(d, count);
    if (static_cast<std::size_t>(count) < d.model.results.size()) draw_refused(d);
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    const Drawing d{ui, t, model, events};
    ui.link("add_user.back", t(People::back), app::path_of(app::Page::users),
            {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    ui.heading("heading", ui::Level::h1, t(People::add));
    if (draw_failure(ui, "add_user.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (!model.sends_mail)
        ui.paragraph("add_user.mail_off", t(text::Account::mail_off), {.tone = ui::Tone::muted});
    draw_help_link(ui, t, "add_user.more_about", text::Help::about_inviting, "invitasjoner");
    draw_results(d);
    draw_candidates(d);
    draw_others(d);
    draw_submit(d, visitor);
    return events;
}

}  // namespace busy24::pages::add_user
