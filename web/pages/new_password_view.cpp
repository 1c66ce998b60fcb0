// Draws the new password, or why the link does not lead to one.
#include "web/pages/failure.hpp"
#include "web/pages/new_password.hpp"
#include "web/text/text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::new_password {

namespace {

using text::Account;

void draw_over(ui::Ui& ui, const text::Texts& t) {
    ui.paragraph("new_password.over", t(Account::over_help));
    ui.link("new_password.ask", t(Account::ask_again), app::path_of(app::Page::forgot_password),
            {.place = ui::LinkOptions::Place::block});
    ui.link("new_password.log_in", t(text::Entry::log_in), app::path_of(app::Page::log_in),
            {.place = ui::LinkOptions::Place::block});
}

void draw_form(ui::Ui& ui, const text::Texts& t, const Model& model, const app::Visitor& visitor,
               std::vector<Event>& events) {
    auto card = ui.card("new_password.card");
    auto form = ui.form("new_password.form", t(Account::new_title));
    auto fields = ui.stack("new_password.fields", 20);
    // Seen by the password manager as the name that belongs to the new password.
    ui.text_field("new_password.email", t(text::People::email), model.reply->email,
                  {.autocomplete = "username",
                   .name = "username",
                   .availability = ui::Availability::disabled});
    if (const auto filled = ui.secret_field(password_key, t(text::People::new_password),
                                            {.help = t(text::People::new_password_help),
                                             .error = model.shows_problems && !model.has_password
                                                          ? t(text::Problem::password_too_short)
                                                          : std::string(),
                                             .autocomplete = "new-password",
                                             .name = "password"}))
        events.push_back(PasswordFilled{*filled});
    draw_failure(ui, "new_password.action_failure", visitor, model.action_failure);
    if (ui.button("new_password.submit", t(Account::new_submit),
                  {.look = ui::ButtonLook::primary,
                   .activity = model.is_sending ? ui::Activity::busy : ui::Activity::idle,
                   .is_submit = true,
                   .is_full_width = true}))
        events.push_back(Submitted{});
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    ui.heading("heading", ui::Level::h1, title_of(model, t));
    if (model.is_over()) {
        draw_over(ui, t);
        return events;
    }
    if (draw_failure(ui, "new_password.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (!model.reply) {
        if (!model.failure) ui.spinner("new_password.loading", t(text::Shell::loading));
        return events;
    }
    ui.paragraph("new_password.lead", t(Account::new_lead), {.tone = ui::Tone::muted});
    draw_form(ui, t, model, visitor, events);
    return events;
}

}  // namespace busy24::pages::new_password
