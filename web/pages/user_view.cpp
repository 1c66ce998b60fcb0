// Draws a user or an invitation.
#include "web/pages/failure.hpp"
#include "web/pages/people_text.hpp"
#include "web/pages/setup_text.hpp"
#include "web/pages/user.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::user {

namespace {

using text::Account;
using text::People;

struct Drawing {
    ui::Ui& ui;
    const text::Texts& t;
    const Model& model;
    std::vector<Event>& events;

    ui::ButtonOptions button(ui::ButtonLook look) const {
        return {.look = look,
                .activity = model.is_sending ? ui::Activity::busy : ui::Activity::idle};
    }
};

void draw_facts(const Drawing& d, const app::Visitor& visitor, bool is_invitation) {
    const auto& user = *d.model.user;
    const auto& t = d.t;
    auto facts = d.ui.facts("user.facts");
    d.ui.fact("user.email", t(People::email), user.email);
    d.ui.fact("user.state", t(People::state), t(name_of(user.state)), tone_of(user.state));
    auto contact = user.contact_name.empty() ? t(People::contact_none) : user.contact_name;
    if (user.matched_by != api::MatchedBy::nothing && !user.contact_name.empty())
        contact += " · " + t(name_of(user.matched_by));
    d.ui.fact("user.contact", t(People::contact), contact);
    if (is_invitation) {
        d.ui.fact("user.role_fact", t(People::role), t(name_of(user.role)));
        d.ui.fact("user.invited_by", t(People::invited_by), user.invited_by);
        d.ui.fact("user.expires", t(People::expires), t.date_and_time(user.expires_at_ms));
        if (d.model.sends_mail)
            d.ui.fact("user.mail", t(Account::mail), fate_of(t, user.mail, visitor.now_ms),
                      tone_of(user.mail));
    } else {
        d.ui.fact("user.last_login", t(People::last_login),
                  user.last_login_at_ms > 0 ? t.ago(user.last_login_at_ms, visitor.now_ms)
                                            : t(People::never));
    }
}

// A link that is shown once, and perhaps sent as well.
void draw_link(const Drawing& d, const std::string& key, const std::string& link, bool is_mailed) {
    if (is_mailed)
        d.ui.paragraph(key + ".mailed", d.t(Account::link_is_mailed, {d.model.user->email}));
    d.ui.paragraph(key, link);
    d.ui.button(key + ".copy", d.t(People::copy_link),
                {.look = ui::ButtonLook::primary, .copies = link});
}

void draw_invitation_actions(const Drawing& d) {
    const auto& t = d.t;
    const bool sends_mail = d.model.sends_mail;
    if (const auto trouble = trouble_of(t, d.model.user->mail); sends_mail && !trouble.empty())
        d.ui.paragraph("user.trouble", trouble, {.tone = tone_of(d.model.user->mail)});
    if (!sends_mail)
        d.ui.paragraph("user.mail_off", t(Account::mail_off), {.tone = ui::Tone::muted});
    if (d.model.renewed)
        draw_link(d, "user.link", d.model.renewed->link, d.model.renewed->is_mailed);
    d.ui.paragraph("user.renew_help", t(People::new_link_help), {.tone = ui::Tone::muted});
    auto line = d.ui.flow("user.buttons", 12);
    if (d.ui.button("user.renew", sends_mail ? t(Account::send_again) : t(People::new_link),
                    d.button(ui::ButtonLook::secondary)))
        d.events.push_back(RenewPressed{});
    if (d.ui.button("user.withdraw", t(People::withdraw), d.button(ui::ButtonLook::danger)))
        d.events.push_back(WithdrawPressed{});
}

void draw_password_link(const Drawing& d) {
    d.ui.paragraph("user.password_help", d.t(Account::password_link_help),
                   {.tone = ui::Tone::muted});
    if (const auto& made = d.model.password_link)
        draw_link(d, "user.password_link", made->link, made->is_mailed);
    if (d.ui.button("user.password", d.t(Account::password_link),
                    d.button(ui::ButtonLook::secondary)))
        d.events.push_back(PasswordLinkPressed{});
    d.ui.separator("user.password_line");
}

void draw_user_actions(const Drawing& d) {
    const auto& t = d.t;
    const bool is_active = d.model.user->state == api::UserState::active;
    if (is_active) {
        const auto chosen =
            d.ui.select("user.role", t(People::role), role_options(t), word_of(d.model.user->role));
        if (chosen)
            if (const auto role = value_of<api::Role>(*chosen))
                d.events.push_back(RoleChosen{*role});
        draw_password_link(d);
        d.ui.paragraph("user.deactivate_help", t(People::deactivate_help),
                       {.tone = ui::Tone::muted});
    }
    if (d.ui.button("user.active", t(is_active ? People::deactivate : People::reactivate),
                    d.button(is_active ? ui::ButtonLook::danger : ui::ButtonLook::primary)))
        d.events.push_back(ActivePressed{!is_active});
}

void draw_user(const Drawing& d, const app::Visitor& visitor) {
    const auto& user = *d.model.user;
    const bool is_invitation =
        user.state == api::UserState::invited || user.state == api::UserState::expired;
    auto card = d.ui.card("user.card");
    auto stack = d.ui.stack("user.stack", 16);
    draw_facts(d, visitor, is_invitation);
    draw_failure(d.ui, "user.action_failure", visitor, d.model.action_failure);
    if (is_invitation)
        draw_invitation_actions(d);
    else
        draw_user_actions(d);
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    ui.link("user.back", t(People::back), app::path_of(app::Page::users),
            {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    ui.heading("heading", ui::Level::h1, title_of(model, t));
    if (draw_failure(ui, "user.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (model.user)
        draw_user({ui, t, model, events}, visitor);
    else if (!model.failure && !model.is_gone)
        ui.spinner("user.loading", t(text::Shell::loading));
    return events;
}

}  // namespace busy24::pages::user
