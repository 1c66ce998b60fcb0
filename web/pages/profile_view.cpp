// Draws one's own profile.
#include "web/pages/failure.hpp"
#include "web/pages/profile.hpp"
#include "web/text/text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::profile {

namespace {

using text::Account;

struct Drawing {
    ui::Ui& ui;
    const text::Texts& t;
    const Model& model;
    const app::Visitor& visitor;
    std::vector<Event>& events;

    ui::ButtonOptions button(Part part, ui::ButtonLook look, bool is_submit = false) const {
        return {.look = look,
                .activity = model.sending == part ? ui::Activity::busy : ui::Activity::idle,
                .is_submit = is_submit};
    }
    // What became of a part that was sent.
    void outcome(Part part, const std::string& key, const std::string& done) const {
        static const std::optional<api::Failure> none;
        draw_failure(ui, key + ".failure", visitor,
                     model.refused == part ? model.action_failure : none);
        ui.status(key + ".done", model.done == part ? done : std::string());
    }
};

void draw_about(const Drawing& d) {
    auto card = d.ui.card("profile.about", "profile.about_title");
    auto form = d.ui.form("profile.about_form", d.t(Account::about_you));
    auto fields = d.ui.stack("profile.about_fields", 20);
    d.ui.heading("profile.about_title", ui::Level::h2, d.t(Account::about_you));
    if (auto typed = d.ui.text_field(
            name_key, d.t(text::Mirror::name), d.model.name,
            {.error = d.model.has_name() ? std::string() : d.t(text::Problem::name_missing),
             .autocomplete = "name"}))
        d.events.push_back(NameTyped{std::move(*typed)});
    d.ui.text_field("profile.email", d.t(text::People::email), d.model.profile->email,
                    {.availability = ui::Availability::disabled});
    const auto chosen = d.ui.select("profile.language", d.t(Account::language),
                                    {{"nb", "Bokm\u00e5l"}, {"nn", "Nynorsk"}, {"en", "English"}},
                                    word_of(d.model.language));
    if (chosen)
        if (const auto language = value_of<Language>(*chosen))
            d.events.push_back(LanguageChosen{*language});
    d.ui.paragraph("profile.language_help", d.t(Account::language_help),
                   {.size = ui::TextSize::small, .tone = ui::Tone::muted});
    d.outcome(Part::about_you, "profile.about", d.t(Account::saved));
    if (d.ui.button("profile.save", d.t(Account::save),
                    d.button(Part::about_you, ui::ButtonLook::primary, true)))
        d.events.push_back(SavePressed{});
}

std::string problem(const Drawing& d, bool is_filled, text::Problem missing) {
    return d.model.shows_problems && !is_filled ? d.t(missing) : std::string();
}

void draw_password_form(const Drawing& d) {
    auto form = d.ui.form("profile.password_form", d.t(Account::change_password));
    auto fields = d.ui.stack("profile.password_fields", 20);
    const auto old_problem = problem(d, d.model.has_old, text::Problem::password_missing);
    if (const auto filled =
            d.ui.secret_field(old_password_key, d.t(Account::old_password),
                              {.error = old_problem, .autocomplete = "current-password"}))
        d.events.push_back(OldFilled{*filled});
    const auto new_problem = problem(d, d.model.has_new, text::Problem::password_too_short);
    if (const auto filled = d.ui.secret_field(new_password_key, d.t(text::People::new_password),
                                              {.help = d.t(text::People::new_password_help),
                                               .error = new_problem,
                                               .autocomplete = "new-password"}))
        d.events.push_back(NewFilled{*filled});
    d.outcome(Part::password, "profile.password", d.t(Account::password_changed));
    if (d.ui.button("profile.change", d.t(Account::change_password),
                    d.button(Part::password, ui::ButtonLook::secondary, true)))
        d.events.push_back(ChangePressed{});
}

void draw_password(const Drawing& d) {
    auto card = d.ui.card("profile.password", "profile.password_title");
    auto stack = d.ui.stack("profile.password_stack", 16);
    d.ui.heading("profile.password_title", ui::Level::h2, d.t(text::People::password));
    if (d.model.profile->has_password)
        draw_password_form(d);
    else
        d.ui.paragraph("profile.no_password", d.t(Account::no_busy_password),
                       {.tone = ui::Tone::muted});
}

void draw_session(const Drawing& d, const api::OwnSession& session) {
    const auto key = "profile.session." + session.id;
    const auto name = d.t(session.is_this ? Account::this_browser : Account::other_browser);
    const auto times = d.t(Account::session_times, {d.t.date_and_time(session.began_at_ms),
                                                    d.t.ago(session.seen_at_ms, d.visitor.now_ms)});
    d.ui.separator(key);
    auto line = d.ui.flow(key + ".line", 12);
    {
        auto words = d.ui.stack(key + ".words", 2);
        d.ui.paragraph(key + ".name", name, {.is_strong = true});
        d.ui.paragraph(key + ".times", times,
                       {.size = ui::TextSize::small, .tone = ui::Tone::muted});
    }
    if (session.is_this) return;
    d.ui.push_to_end(key + ".space");
    auto options = d.button(Part::sessions, ui::ButtonLook::quiet);
    options.description = times;
    if (d.ui.button(key + ".end", d.t(Account::end_session), options))
        d.events.push_back(EndPressed{session.id});
}

void draw_sessions(const Drawing& d) {
    auto card = d.ui.card("profile.sessions", "profile.sessions_title");
    auto stack = d.ui.stack("profile.sessions_stack", 12);
    d.ui.heading("profile.sessions_title", ui::Level::h2, d.t(Account::sessions));
    const auto& sessions = d.model.profile->sessions;
    for (const auto& session : sessions) draw_session(d, session);
    d.outcome(Part::sessions, "profile.ended", {});
    if (sessions.size() < 2)
        d.ui.paragraph("profile.only_here", d.t(Account::only_here), {.tone = ui::Tone::muted});
    else if (d.ui.button("profile.end_others", d.t(Account::end_others),
                         d.button(Part::sessions, ui::ButtonLook::secondary)))
        d.events.push_back(EndPressed{});
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    ui.heading("heading", ui::Level::h1, t(Account::profile));
    if (draw_failure(ui, "profile.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (!model.profile) {
        if (!model.failure) ui.spinner("profile.loading", t(text::Shell::loading));
        return events;
    }
    const Drawing d{ui, t, model, visitor, events};
    draw_about(d);
    draw_password(d);
    draw_sessions(d);
    return events;
}

}  // namespace busy24::pages::profile
