// Draws the invitation, or which way it is over and whom to ask.
#include "web/pages/credential_view.hpp"
#include "web/pages/failure.hpp"
#include "web/pages/invitation.hpp"
#include "web/text/text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::invitation {

namespace {

using text::People;

void draw_over(ui::Ui& ui, const text::Texts& t, const Model& model) {
    const auto advice = [&](const api::ReadInvitation::Reply& reply) {
        const bool is_replaced = reply.state == api::InvitationState::replaced;
        return t(is_replaced ? People::ask_replaced : People::ask,
                 {reply.invited_by, reply.workspace_name});
    };
    ui.paragraph("invitation.ask", model.reply ? advice(*model.reply) : t(People::ask_unknown));
    ui.paragraph("invitation.log_in_help", t(People::log_in_instead), {.tone = ui::Tone::muted});
    ui.link("invitation.log_in", t(text::Entry::log_in), app::path_of(app::Page::log_in),
            {.place = ui::LinkOptions::Place::block});
}

void draw_submit(ui::Ui& ui, const Model& model, const std::string& label,
                 std::vector<Event>& events) {
    if (ui.button("invitation.submit", label,
                  {.look = ui::ButtonLook::primary,
                   .activity = model.is_sending ? ui::Activity::busy : ui::Activity::idle,
                   .is_submit = true,
                   .is_full_width = true}))
        events.push_back(Submitted{});
}

void draw_account(ui::Ui& ui, const text::Texts& t, const Model& model, const app::Visitor& visitor,
                  std::vector<Event>& events) {
    auto typed = draw_credential(ui, t, model.account,
                                 {std::string(username_key), std::string(account_password_key)},
                                 CredentialOwner::person);
    if (typed.username) events.push_back(UsernameTyped{std::move(*typed.username)});
    if (typed.is_password_filled)
        events.push_back(AccountPasswordFilled{*typed.is_password_filled});
    draw_failure(ui, "invitation.action_failure", visitor, model.action_failure);
    draw_submit(ui, model, t(People::accept_with_account), events);
}

void draw_password(ui::Ui& ui, const text::Texts& t, const Model& model,
                   const app::Visitor& visitor, std::vector<Event>& events) {
    // Seen by the password manager as the name that belongs to the new password.
    ui.text_field("invitation.email", t(People::email), model.reply->email,
                  {.autocomplete = "username",
                   .name = "username",
                   .availability = ui::Availability::disabled});
    if (auto typed = ui.text_field(
            name_key, t(People::your_name), model.name,
            {.error = model.shows_problems && !model.has_name() ? t(text::Problem::name_missing)
                                                                : std::string(),
             .autocomplete = "name"}))
        events.push_back(NameTyped{std::move(*typed)});
    if (const auto filled = ui.secret_field(password_key, t(People::new_password),
                                            {.help = t(People::new_password_help),
                                             .error = model.shows_problems && !model.has_password
                                                          ? t(text::Problem::password_too_short)
                                                          : std::string(),
                                             .autocomplete = "new-password",
                                             .name = "password"}))
        events.push_back(PasswordFilled{*filled});
    draw_failure(ui, "invitation.action_failure", visitor, model.action_failure);
    draw_submit(ui, model, t(People::accept), events);
}

void draw_form(ui::Ui& ui, const text::Texts& t, const Model& model, const app::Visitor& visitor,
               std::vector<Event>& events) {
    auto card = ui.card("invitation.card");
    auto form = ui.form("invitation.form", t(People::accept));
    auto fields = ui.stack("invitation.fields", 20);
    if (model.uses_account())
        draw_account(ui, t, model, visitor, events);
    else
        draw_password(ui, t, model, visitor, events);
    if (model.reply->has_sso &&
        ui.button("invitation.other_way",
                  t(model.wants_password ? People::account_instead : People::password_instead),
                  {.look = ui::ButtonLook::quiet}))
        events.push_back(OtherWayWanted{});
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    ui.heading("heading", ui::Level::h1, title_of(model, t));
    if (model.is_over()) {
        draw_over(ui, t, model);
        return events;
    }
    if (draw_failure(ui, "invitation.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (!model.reply) {
        if (!model.failure) ui.spinner("invitation.loading", t(text::Shell::loading));
        return events;
    }
    ui.paragraph("invitation.lead",
                 t(model.uses_account() ? People::welcome_lead_account : People::welcome_lead,
                   {model.reply->invited_by}),
                 {.tone = ui::Tone::muted});
    draw_form(ui, t, model, visitor, events);
    return events;
}

}  // namespace busy24::pages::invitation
