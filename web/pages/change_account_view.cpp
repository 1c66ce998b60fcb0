// Draws the form for another API user, or what it may do once it is in use.
#include "web/pages/api_user_help_view.hpp"
#include "web/pages/change_account.hpp"
#include "web/pages/credential_view.hpp"
#include "web/pages/failure.hpp"
#include "web/pages/rights_view.hpp"

namespace busy24::pages::change_account {

namespace {

using text::Connection;

struct Drawing {
    ui::Ui& ui;
    const text::Texts& t;
    const Model& model;
    const app::Visitor& visitor;
    std::vector<Event>& events;
};

std::string account_in_use(const Drawing& d) {
    const auto& connection = *d.model.connection;
    if (!connection.is_connected) return d.t(Connection::none_in_use);
    switch (connection.api_user_mode) {
        case api::ApiUserMode::same_login:
            return d.t(text::Settings::api_user_same_login, {connection.api_user_name});
        case api::ApiUserMode::later:
            return d.t(text::Settings::api_user_later, {connection.api_user_name});
        case api::ApiUserMode::own:
        case api::ApiUserMode::undecided:
            break;
    }
    return connection.api_user_name;
}

void draw_lead(const Drawing& d) {
    const auto& connection = *d.model.connection;
    auto stack = d.ui.stack("account.lead_stack", 12);
    d.ui.paragraph(
        "account.lead",
        d.t(is_reconnecting(d.model) ? Connection::reconnect_lead : Connection::change_lead),
        {.tone = ui::Tone::muted});
    auto facts = d.ui.facts("account.facts");
    d.ui.fact("account.tenant", d.t(text::Settings::tenant), connection.tenant_name);
    d.ui.fact("account.now", d.t(Connection::in_use_now), account_in_use(d));
}

void draw_form(const Drawing& d) {
    const auto& model = d.model;
    auto form = d.ui.form("account.form", d.t(title_id(d.model)));
    auto fields = d.ui.stack("account.fields", 20);
    auto typed = draw_credential(d.ui, d.t, model.credential, keys, CredentialOwner::api_user);
    if (typed.username) d.events.push_back(UsernameTyped{std::move(*typed.username)});
    if (typed.is_password_filled) d.events.push_back(PasswordFilled{*typed.is_password_filled});
    draw_failure(d.ui, "account.action_failure", d.visitor, model.action_failure);
    const auto label = model.is_sending ? d.t(text::Entry::trying_rights) : d.t(Connection::try_it);
    if (d.ui.button("account.submit", label,
                    {.look = ui::ButtonLook::primary,
                     .activity = model.is_sending ? ui::Activity::busy : ui::Activity::idle,
                     .is_submit = true}))
        d.events.push_back(Submitted{});
    d.ui.paragraph("account.promise", d.t(text::Entry::api_user_promise),
                   {.size = ui::TextSize::small, .tone = ui::Tone::muted});
}

void draw_result(const Drawing& d) {
    if (!d.model.result) return;
    const auto& result = *d.model.result;
    auto card = d.ui.card("account.result_card", "account.result");
    auto stack = d.ui.stack("account.result_stack", 12);
    d.ui.heading(
        "account.result", ui::Level::h2,
        d.t(result.is_in_use ? Connection::rights_of : Connection::not_changed, {d.model.tried}));
    if (!result.is_in_use)
        d.ui.paragraph("account.result_text",
                       d.t(is_reconnecting(d.model) ? Connection::not_connected_text
                                                    : Connection::not_changed_text));
    draw_rights(d.ui, d.t, result.checks, d.model.connection->tenant_name);
}

void draw_changed(const Drawing& d) {
    const bool is_back = is_reconnecting(d.model);
    const auto text = is_back ? Connection::reconnected_text : Connection::changed_text;
    d.ui.banner("account.changed", d.t(text, {d.model.tried}),
                {.tone = ui::Tone::success,
                 .title = d.t(is_back ? Connection::reconnected : Connection::changed),
                 .announcement = ui::Announcement::polite});
    draw_result(d);
    d.ui.link("account.done", d.t(Connection::to_settings), app::path_of(app::Page::settings),
              {.place = ui::LinkOptions::Place::block});
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    ui.link("account.back", t(text::Settings::title), app::path_of(app::Page::settings),
            {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    ui.heading("heading", ui::Level::h1, t(title_id(model)));
    if (draw_failure(ui, "account.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (!model.connection) {
        if (!model.failure) ui.spinner("account.loading", t(text::Shell::loading));
        return events;
    }
    const Drawing drawing{ui, t, model, visitor, events};
    if (model.result && model.result->is_in_use) {
        draw_changed(drawing);
        return events;
    }
    draw_lead(drawing);
    draw_result(drawing);
    draw_form(drawing);
    draw_api_user_help(ui, t, model.connection->tenant_name);
    return events;
}

}  // namespace busy24::pages::change_account
