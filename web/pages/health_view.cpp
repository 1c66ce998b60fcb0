// Draws what the API user may do, and who is told when it may no more.
#include "web/pages/connection_notice.hpp"
#include "web/pages/failure.hpp"
#include "web/pages/health.hpp"
#include "web/pages/rights_view.hpp"
#include "web/text/text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::health {

namespace {

using text::Connection;

struct Drawing {
    ui::Ui& ui;
    const text::Texts& t;
    const Model& model;
    const app::Visitor& visitor;
    std::vector<Event>& events;
};

std::string tested_text(const Drawing& d) {
    const auto& health = d.model.connection->health;
    if (health.checked_at_ms == 0) return d.t(Connection::never_tested);
    const auto ago = d.t(Connection::tested, {d.t.ago(health.checked_at_ms, d.visitor.now_ms)});
    const bool is_well = health.trouble == api::Trouble::none;
    return is_well ? d.t(Connection::all_works) + " · " + ago : ago;
}

void draw_access(const Drawing& d) {
    const auto& connection = *d.model.connection;
    const auto& health = connection.health;
    auto card = d.ui.card("health.access", "health.access_title");
    auto stack = d.ui.stack("health.access_stack", 16);
    d.ui.heading("health.access_title", ui::Level::h2,
                 d.t(Connection::rights_of, {connection.api_user_name}));
    d.ui.status("health.state", d.model.is_testing ? std::string() : tested_text(d));
    if (health.trouble != api::Trouble::none)
        d.ui.banner(
            "health.trouble", trouble_fix(d.t, health.trouble, connection.api_user_name),
            {.tone = ui::Tone::error,
             .title = d.t(Connection::broken_since, {d.t.date_and_time(health.broken_since_ms)})});
    draw_rights(d.ui, d.t, health.checks, connection.tenant_name);
    d.ui.paragraph("health.nightly", d.t(Connection::tested_nightly), {.tone = ui::Tone::muted});
    draw_failure(d.ui, "health.test_failure", d.visitor, d.model.test_failure);
    auto line = d.ui.flow("health.buttons", 12);
    const auto label = d.model.is_testing ? d.t(text::Entry::trying_rights) : d.t(Connection::test);
    if (d.ui.button("health.test", label,
                    {.look = ui::ButtonLook::primary,
                     .activity = d.model.is_testing ? ui::Activity::busy : ui::Activity::idle}))
        d.events.push_back(TestPressed{});
    d.ui.link("health.change", d.t(Connection::change_title), app::path_of(app::Page::account));
}

std::string names_of(const api::Recipients& recipients) {
    std::string names;
    for (const auto& administrator : recipients.administrators)
        names += (names.empty() ? "" : ", ") +
                 (administrator.name.empty() ? administrator.email : administrator.name);
    return names;
}

std::string emails_problem(const Drawing& d) {
    if (!d.model.shows_problem) return {};
    const auto bad = d.model.bad_address();
    if (!bad.empty()) return d.t(Connection::mail_bad, {bad});
    return d.model.addresses().empty() ? d.t(Connection::mail_nobody) : std::string();
}

void draw_fields(const Drawing& d) {
    const auto chosen = d.ui.radio_cards("health.who", d.t(Connection::mail_to),
                                         {{.value = "all",
                                           .label = d.t(Connection::mail_all),
                                           .detail = names_of(*d.model.recipients)},
                                          {.value = "these", .label = d.t(Connection::mail_these)}},
                                         d.model.is_all_administrators ? "all" : "these");
    if (chosen) d.events.push_back(WhoChosen{*chosen == "all"});
    if (d.model.is_all_administrators) return;
    if (auto typed = d.ui.text_area(
            emails_key, d.t(Connection::mail_addresses), d.model.emails,
            {.help = d.t(Connection::mail_addresses_help), .error = emails_problem(d)}))
        d.events.push_back(EmailsTyped{std::move(*typed)});
}

void draw_recipients(const Drawing& d) {
    if (!d.model.recipients) return;
    auto card = d.ui.card("health.mail", "health.mail_title");
    auto form = d.ui.form("health.form", d.t(Connection::mail_title));
    auto stack = d.ui.stack("health.mail_stack", 16);
    d.ui.heading("health.mail_title", ui::Level::h2, d.t(Connection::mail_title));
    d.ui.paragraph("health.mail_lead", d.t(Connection::mail_lead), {.tone = ui::Tone::muted});
    if (!d.model.recipients->can_send)
        d.ui.banner("health.mail_off", d.t(Connection::mail_off_text),
                    {.tone = ui::Tone::info, .title = d.t(Connection::mail_off)});
    draw_fields(d);
    draw_failure(d.ui, "health.save_failure", d.visitor, d.model.save_failure);
    if (d.ui.button("health.save", d.t(Connection::mail_save),
                    {.look = ui::ButtonLook::secondary,
                     .activity = d.model.is_saving ? ui::Activity::busy : ui::Activity::idle,
                     .is_submit = true}))
        d.events.push_back(Submitted{});
    d.ui.status("health.saved", d.model.is_saved ? d.t(Connection::mail_saved) : std::string());
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    ui.link("health.back", t(text::Settings::title), app::path_of(app::Page::settings),
            {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    ui.heading("heading", ui::Level::h1, t(Connection::health_title));
    if (draw_failure(ui, "health.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (!model.connection) {
        if (!model.failure) ui.spinner("health.loading", t(text::Shell::loading));
        return events;
    }
    const Drawing drawing{ui, t, model, visitor, events};
    if (model.connection->is_connected) draw_access(drawing);
    draw_recipients(drawing);
    return events;
}

}  // namespace busy24::pages::health
