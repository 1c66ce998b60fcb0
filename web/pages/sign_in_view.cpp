// Draws page 1.
#include "web/app/route.hpp"
#include "web/pages/credential_view.hpp"
#include "web/pages/failure.hpp"
#include "web/pages/help_link.hpp"
#include "web/pages/sign_in.hpp"

namespace busy24::pages::sign_in {

namespace {

void draw_form(ui::Ui& ui, const Model& model, const app::Visitor& visitor,
               std::vector<Event>& events) {
    const text::Texts t(visitor.language);
    auto form = ui.form("sign_in.form", t(text::Entry::sign_in_title));
    auto fields = ui.stack("sign_in.fields", 20);
    auto typed = draw_credential(ui, t, model.credential, {"sign_in.username", "sign_in.password"},
                                 CredentialOwner::person);
    if (typed.username) events.push_back(UsernameTyped{std::move(*typed.username)});
    if (typed.is_password_filled) events.push_back(PasswordFilled{*typed.is_password_filled});
    draw_failure(ui, "sign_in.failure", visitor, model.failure);
    const auto label = model.is_sending ? t(text::Entry::signing_in) : t(text::Shell::go_on);
    if (ui.button("sign_in.submit", label,
                  {.look = ui::ButtonLook::primary,
                   .activity = model.is_sending ? ui::Activity::busy : ui::Activity::idle,
                   .is_submit = true,
                   .is_full_width = true}))
        events.push_back(Submitted{});
    ui.paragraph("sign_in.promise", t(text::Entry::password_promise),
                 {.size = ui::TextSize::small, .tone = ui::Tone::muted});
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    ui.heading("heading", ui::Level::h1, t(text::Entry::sign_in_title));
    draw_notice(ui, visitor);
    ui.paragraph("sign_in.lead", t(text::Entry::sign_in_lead), {.tone = ui::Tone::muted});
    draw_help_link(ui, t, "sign_in.more", text::Help::about_setting_up, "oppsett");
    {
        auto card = ui.card("sign_in.card");
        draw_form(ui, model, visitor, events);
    }
    auto line = ui.flow("sign_in.other", 6);
    ui.paragraph("sign_in.have_workspace", t(text::Entry::have_workspace),
                 {.tone = ui::Tone::muted});
    ui.link("sign_in.log_in", t(text::Entry::log_in), app::path_of(app::Page::log_in));
    return events;
}

}  // namespace busy24::pages::sign_in
