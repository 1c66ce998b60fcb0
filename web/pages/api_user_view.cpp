// Draws page 3.
#include <string>

#include "web/app/route.hpp"
#include "web/pages/api_user.hpp"
#include "web/pages/api_user_help_view.hpp"
#include "web/pages/credential_view.hpp"
#include "web/pages/failure.hpp"
#include "web/pages/rights_view.hpp"

namespace busy24::pages::api_user {

namespace {

using text::Entry;

std::string tenant_name(const app::Visitor& visitor) {
    for (const auto& tenant : visitor.onboarding.tenants)
        if (tenant.id == visitor.onboarding.tenant_id) return tenant.name;
    return "24SevenOffice";
}

void draw_reason(ui::Ui& ui, const text::Texts& t, const app::Visitor& visitor) {
    const auto name = tenant_name(visitor);
    ui.paragraph("api_user.lead", t(Entry::api_user_lead, {name}), {.tone = ui::Tone::muted});
    auto stack = ui.stack("api_user.reason", 8);
    ui.paragraph("api_user.why", t(Entry::api_user_why), {.tone = ui::Tone::muted});
    draw_api_user_help(ui, t, name);
}

void draw_form(ui::Ui& ui, const Model& model, const app::Visitor& visitor,
               std::vector<Event>& events) {
    const text::Texts t(visitor.language);
    const bool is_busy = model.sending == api::ApiUserMode::own;
    auto form = ui.form("api_user.form", t(Entry::api_user_title));
    auto fields = ui.stack("api_user.fields", 20);
    auto typed =
        draw_credential(ui, t, model.credential, {"api_user.username", "api_user.password"},
                        CredentialOwner::api_user);
    if (typed.username) events.push_back(UsernameTyped{std::move(*typed.username)});
    if (typed.is_password_filled) events.push_back(PasswordFilled{*typed.is_password_filled});
    draw_failure(ui, "api_user.failure", visitor, model.failure);
    if (ui.button("api_user.submit", is_busy ? t(Entry::trying_rights) : t(text::Shell::go_on),
                  {.look = ui::ButtonLook::primary,
                   .activity = is_busy ? ui::Activity::busy : ui::Activity::idle,
                   .is_submit = true,
                   .is_full_width = true}))
        events.push_back(Submitted{});
    ui.paragraph("api_user.promise", t(Entry::api_user_promise),
                 {.size = ui::TextSize::small, .tone = ui::Tone::muted});
}

// What the last attempt showed, when it was not good enough to go on with.
void draw_result(ui::Ui& ui, const text::Texts& t, const app::Visitor& visitor) {
    const auto& api_user = visitor.onboarding.api_user;
    if (api_user.checks.empty() || api_user.is_working) return;
    auto card = ui.card("api_user.result_card", "api_user.result");
    auto stack = ui.stack("api_user.result_stack", 12);
    const bool is_own = api_user.mode == api::ApiUserMode::own;
    ui.heading("api_user.result", ui::Level::h2,
               t(is_own ? Entry::not_working_title : Entry::login_not_enough_title));
    ui.paragraph("api_user.result_text",
                 t(is_own ? Entry::not_working_text : Entry::login_not_enough_text));
    draw_rights(ui, t, api_user.checks, tenant_name(visitor));
}

void draw_confirmation(ui::Ui& ui, const text::Texts& t, std::vector<Event>& events) {
    auto card = ui.card("api_user.confirm_card", "api_user.confirm", ui::CardKind::inset);
    auto stack = ui.stack("api_user.confirm_stack", 12);
    ui.heading("api_user.confirm", ui::Level::h3, t(Entry::same_login_warning_title));
    ui.paragraph("api_user.confirm_text", t(Entry::same_login_warning));
    auto buttons = ui.flow("api_user.confirm_buttons");
    if (ui.button("api_user.confirm_yes", t(Entry::same_login_confirm),
                  {.look = ui::ButtonLook::danger}))
        events.push_back(SameLoginConfirmed{});
    if (ui.button("api_user.confirm_no", t(text::Shell::cancel)))
        events.push_back(SameLoginDeclined{});
}

struct OtherWay {
    std::string key;
    Entry label;
    Entry help;
    bool is_busy;
};

bool draw_other_way(ui::Ui& ui, const text::Texts& t, const OtherWay& way) {
    auto stack = ui.stack(way.key + "_stack", 8);
    const bool is_pressed = ui.button(
        way.key, t(way.label),
        {.activity = way.is_busy ? ui::Activity::busy : ui::Activity::idle, .is_full_width = true});
    ui.paragraph(way.key + "_help", t(way.help),
                 {.size = ui::TextSize::small, .tone = ui::Tone::muted});
    return is_pressed;
}

void draw_other_ways(ui::Ui& ui, const text::Texts& t, const Model& model,
                     std::vector<Event>& events) {
    ui.heading("api_user.other_ways", ui::Level::h2, t(Entry::other_ways));
    if (model.confirms_same_login) return draw_confirmation(ui, t, events);
    auto columns = ui.columns("api_user.ways");
    if (draw_other_way(ui, t,
                       {"api_user.same_login", Entry::same_login, Entry::same_login_help,
                        model.sending == api::ApiUserMode::same_login}))
        events.push_back(SameLoginAsked{});
    if (draw_other_way(ui, t,
                       {"api_user.later", Entry::later, Entry::later_help,
                        model.sending == api::ApiUserMode::later}))
        events.push_back(LaterChosen{});
}

std::string working_text(const text::Texts& t, const app::Visitor& visitor) {
    const auto& onboarding = visitor.onboarding;
    switch (onboarding.api_user.mode) {
        case api::ApiUserMode::same_login:
            return t(Entry::working_same_login, {onboarding.username});
        case api::ApiUserMode::later:
            return t(Entry::working_later);
        case api::ApiUserMode::undecided:
        case api::ApiUserMode::own:
            break;
    }
    return t(Entry::working_own, {onboarding.api_user.username});
}

// An API user that works: what it may do, and on to the next page.
void draw_working(ui::Ui& ui, const text::Texts& t, const app::Visitor& visitor,
                  std::vector<Event>& events) {
    auto card = ui.card("api_user.working_card");
    auto stack = ui.stack("api_user.working_stack", 20);
    ui.banner("api_user.working", working_text(t, visitor),
              {.tone = ui::Tone::success, .announcement = ui::Announcement::polite});
    draw_rights(ui, t, visitor.onboarding.api_user.checks, tenant_name(visitor));
    if (ui.button("api_user.continue", t(text::Shell::go_on),
                  {.look = ui::ButtonLook::primary, .is_full_width = true}))
        events.push_back(Continued{});
    if (ui.button("api_user.other", t(Entry::other_api_user), {.look = ui::ButtonLook::quiet}))
        events.push_back(OtherWanted{});
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    ui.heading("heading", ui::Level::h1, t(Entry::api_user_title));
    draw_reason(ui, t, visitor);
    if (model.shows_form(visitor)) {
        draw_result(ui, t, visitor);
        {
            auto card = ui.card("api_user.card");
            draw_form(ui, model, visitor, events);
        }
        draw_other_ways(ui, t, model, events);
    } else {
        draw_working(ui, t, visitor, events);
    }
    ui.link("api_user.back", t(text::Shell::back), app::path_of(app::Page::tenant),
            {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    return events;
}

}  // namespace busy24::pages::api_user
