// Draws somebody on the board: what is missing, and what an administrator can do about it.
#include "web/pages/colleague.hpp"

#include "web/pages/failure.hpp"
#include "web/pages/people_text.hpp"
#include "web/pages/setup_text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::colleague {

namespace {

using api::ReadyRow;
using text::Setup;

struct Drawing {
    ui::Ui& ui;
    const text::Texts& t;
    const Model& model;
    const ReadyRow& row;
    std::vector<Event>& events;

    ui::Activity activity() const {
        return model.is_sending ? ui::Activity::busy : ui::Activity::idle;
    }
};

void draw_facts(const Drawing& d, const app::Visitor& visitor) {
    const auto& t = d.t;
    const auto& row = d.row;
    auto facts = d.ui.facts("colleague.facts");
    d.ui.fact("colleague.email", t(text::People::email),
              row.email.empty() ? t(text::Lists::no_value) : row.email);
    d.ui.fact("colleague.state", t(text::People::state), t(name_of(row.state)), tone_of(row.state));
    const auto how = t(name_of(row));
    d.ui.fact("colleague.contact", t(Setup::contact),
              row.is_user && !row.contact_name.empty() ? row.contact_name + " · " + how : how);
    d.ui.fact("colleague.last_login", t(text::People::last_login),
              row.last_login_at_ms > 0 ? t.ago(row.last_login_at_ms, visitor.now_ms)
                                       : t(text::People::never));
}

// A user who is nobody in 24SevenOffice may be a person who is no user, and the other way round.
bool could_be(const ReadyRow& row, const ReadyRow& other) {
    if (row.is_user) return !other.is_user;
    return other.state == api::Readiness::unmatched;
}

void draw_match(const Drawing& d) {
    const auto& t = d.t;
    std::vector<const ReadyRow*> others;
    for (const auto& other : d.model.list->people)
        if (could_be(d.row, other)) others.push_back(&other);
    // Where nobody could be meant, the question only confuses.
    if (others.empty() && !d.row.is_user) return;
    auto card = d.ui.card("colleague.match", "colleague.match_title");
    auto stack = d.ui.stack("colleague.match_stack", 12);
    d.ui.heading("colleague.match_title", ui::Level::h2,
                 t(d.row.is_user ? Setup::match_title : Setup::match_person_title));
    d.ui.paragraph(
        "colleague.match_lead",
        t(d.row.is_user ? Setup::match_user_lead : Setup::match_person_lead, {d.row.name}));
    if (others.empty())
        return d.ui.paragraph("colleague.match_none", t(Setup::match_none),
                              {.tone = ui::Tone::muted});
    if (others.size() > shown_max)
        if (auto typed =
                d.ui.search_field("colleague.search", t(text::People::search), d.model.search))
            d.events.push_back(SearchTyped{std::move(*typed)});
    auto list = d.ui.list("colleague.others", t(Setup::match_title));
    std::size_t shown = 0;
    for (const auto* other : others) {
        if (!matches(d.model.search, other->name, other->email)) continue;
        if (++shown > shown_max) break;
        auto item = d.ui.list_item("colleague.other." + other->id);
        const auto who = other->email.empty() ? other->name : other->name + " · " + other->email;
        if (d.ui.button("colleague.match_with." + other->id, t(Setup::match_with, {who}),
                        {.look = ui::ButtonLook::quiet,
                         .icon = ui::Icon::person,
                         .activity = d.activity()}))
            d.events.push_back(MatchPressed{other->id});
    }
}

void draw_row(const Drawing& d, const app::Visitor& visitor) {
    const auto& t = d.t;
    {
        auto card = d.ui.card("colleague.card");
        auto stack = d.ui.stack("colleague.stack", 16);
        draw_facts(d, visitor);
        draw_failure(d.ui, "colleague.action_failure", visitor, d.model.action_failure);
        if (!d.row.is_user &&
            d.ui.button("colleague.remind", t(Setup::remind), {.activity = d.activity()}))
            d.events.push_back(RemindPressed{});
        if (d.model.reminded) draw_reminded(d.ui, t, *d.model.reminded);
        if (d.row.can_unmatch &&
            d.ui.button("colleague.unmatch", t(Setup::unmatch), {.activity = d.activity()}))
            d.events.push_back(UnmatchPressed{});
    }
    if (d.row.state != api::Readiness::ready) draw_match(d);
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    ui.link("colleague.back", t(Setup::title), app::path_of(app::Page::setup),
            {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    const auto* row = model.row();
    const bool is_gone = model.list && !row;
    ui.heading("heading", ui::Level::h1, row ? row->name : t(is_gone ? Setup::gone : Setup::title));
    if (is_gone) ui.paragraph("colleague.gone", t(Setup::gone_text), {.tone = ui::Tone::muted});
    if (draw_failure(ui, "colleague.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (row) {
        const auto said = model.is_matched     ? t(Setup::matched, {row->name})
                          : model.is_unmatched ? t(Setup::unmatched, {row->name})
                                               : std::string();
        ui.status("colleague.said", said);
        draw_row({ui, t, model, *row, events}, visitor);
    } else if (!model.list && !model.failure) {
        ui.spinner("colleague.loading", t(text::Shell::loading));
    }
    return events;
}

}  // namespace busy24::pages::colleague
