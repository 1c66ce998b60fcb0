// Draws the question for the address, and what happens then.
#include "web/pages/failure.hpp"
#include "web/pages/forgot_password.hpp"
#include "web/text/text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::forgot_password {

namespace {

using text::Account;

void draw_sent(ui::Ui& ui, const text::Texts& t, const Model& model, std::vector<Event>& events) {
    auto card = ui.card("forgot.card");
    auto stack = ui.stack("forgot.sent", 16);
    ui.paragraph("forgot.sent_text", t(Account::forgot_sent, {model.sent_to}));
    ui.paragraph("forgot.sent_help", t(Account::forgot_sent_help), {.tone = ui::Tone::muted});
    if (ui.button("forgot.again", t(Account::forgot_again))) events.push_back(AgainPressed{});
}

void draw_form(ui::Ui& ui, const text::Texts& t, const Model& model, const app::Visitor& visitor,
               std::vector<Event>& events) {
    auto card = ui.card("forgot.card");
    auto form = ui.form("forgot.form", t(Account::forgot_title));
    auto fields = ui.stack("forgot.fields", 20);
    const auto problem = model.credential.username_problem();
    const bool shows_problem = model.credential.shows_problems && problem != text::Problem::count_;
    if (auto typed = ui.text_field(email_key, t(text::People::email), model.credential.username,
                                   {.error = shows_problem ? t(problem) : std::string(),
                                    .autocomplete = "username",
                                    .name = "username",
                                    .input_mode = "email"}))
        events.push_back(EmailTyped{std::move(*typed)});
    draw_failure(ui, "forgot.failure", visitor, model.failure);
    if (ui.button("forgot.submit", t(Account::forgot_submit),
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
    const bool is_sent = !model.sent_to.empty();
    ui.heading("heading", ui::Level::h1,
               t(is_sent ? Account::forgot_sent_title : Account::forgot_title));
    if (is_sent) {
        draw_sent(ui, t, model, events);
    } else {
        ui.paragraph("forgot.lead", t(Account::forgot_lead), {.tone = ui::Tone::muted});
        draw_form(ui, t, model, visitor, events);
        ui.paragraph("forgot.erp", t(Account::forgot_erp), {.tone = ui::Tone::muted});
    }
    ui.link("forgot.back", t(Account::back_to_log_in), app::path_of(app::Page::log_in),
            {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    return events;
}

}  // namespace busy24::pages::forgot_password
