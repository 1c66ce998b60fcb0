// Draws the log-in page, and the choice among workspaces.
#include "web/app/route.hpp"
#include "web/pages/credential_view.hpp"
#include "web/pages/failure.hpp"
#include "web/pages/log_in.hpp"

namespace busy24::pages::log_in {

namespace {

using text::Entry;

void draw_submit(ui::Ui& ui, const Model& model, const std::string& label,
                 std::vector<Event>& events) {
    if (ui.button("log_in.submit", label,
                  {.look = ui::ButtonLook::primary,
                   .activity = model.is_sending ? ui::Activity::busy : ui::Activity::idle,
                   .is_submit = true,
                   .is_full_width = true}))
        events.push_back(Submitted{});
}

void draw_login(ui::Ui& ui, const Model& model, const app::Visitor& visitor,
                std::vector<Event>& events) {
    const text::Texts t(visitor.language);
    auto form = ui.form("log_in.form", t(Entry::log_in_title));
    auto fields = ui.stack("log_in.fields", 20);
    const auto way = ui.segments("log_in.way", t(text::People::way),
                                 {{.value = "erp", .label = t(text::People::way_erp)},
                                  {.value = "busy", .label = t(text::People::way_busy)}},
                                 word_of(model.way));
    if (way)
        if (const auto known = value_of<api::LoginWay>(*way)) events.push_back(WayChosen{*known});
    auto typed = draw_credential(
        ui, t, model.credential, {"log_in.username", "log_in.password"},
        model.way == api::LoginWay::erp ? CredentialOwner::person : CredentialOwner::busy_user);
    if (typed.username) events.push_back(UsernameTyped{std::move(*typed.username)});
    if (typed.is_password_filled) events.push_back(PasswordFilled{*typed.is_password_filled});
    draw_failure(ui, "log_in.failure", visitor, model.failure);
    draw_submit(ui, model, t(model.is_sending ? Entry::signing_in : Entry::log_in), events);
    if (model.way == api::LoginWay::busy)
        ui.link("log_in.forgot", t(text::Account::forgot_link),
                app::path_of(app::Page::forgot_password));
}

void draw_choice(ui::Ui& ui, const Model& model, const app::Visitor& visitor,
                 std::vector<Event>& events) {
    const text::Texts t(visitor.language);
    auto form = ui.form("log_in.choice", t(Entry::choose_workspace_title));
    auto fields = ui.stack("log_in.choices", 20);
    std::vector<ui::ChoiceOption> options;
    for (const auto& workspace : visitor.session.workspaces)
        options.push_back({.value = workspace.id, .label = workspace.name});
    if (auto chosen =
            ui.radio_cards("log_in.workspace", t(Entry::workspace), options, model.workspace_id))
        events.push_back(WorkspaceChosen{std::move(*chosen)});
    draw_failure(ui, "log_in.failure", visitor, model.failure);
    draw_submit(ui, model, t(Entry::open_workspace), events);
    if (ui.button("log_in.other", t(Entry::other_login), {.look = ui::ButtonLook::quiet}))
        events.push_back(OtherLoginWanted{});
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    const bool is_choice = model.shows_workspaces(visitor);
    ui.heading("heading", ui::Level::h1,
               t(is_choice ? Entry::choose_workspace_title : Entry::log_in_title));
    draw_notice(ui, visitor);
    const auto lead =
        model.way == api::LoginWay::erp ? t(Entry::log_in_lead) : t(text::People::busy_lead);
    ui.paragraph("log_in.lead", is_choice ? t(Entry::choose_workspace_lead) : lead,
                 {.tone = ui::Tone::muted});
    {
        auto card = ui.card("log_in.card");
        if (is_choice)
            draw_choice(ui, model, visitor, events);
        else
            draw_login(ui, model, visitor, events);
    }
    auto line = ui.flow("log_in.register_line", 6);
    ui.paragraph("log_in.no_workspace", t(Entry::no_workspace), {.tone = ui::Tone::muted});
    ui.link("log_in.register", t(Entry::register_link), app::path_of(app::Page::sign_in));
    return events;
}

}  // namespace busy24::pages::log_in
